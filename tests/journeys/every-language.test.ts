import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { insiders, look, openGallery, type Gallery } from './onlookers.ts'
import { englishNotIn, faultsOf, textsOf } from './screens.ts'

let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** Once in the dark, where axe looks too: contrast and names do not depend on the language. */
describe.each([
  { language: 'ru', dark: true },
  { language: 'pl', dark: false },
] as const)('on a phone, dark: $dark, in $language', ({ language, dark }) => {
  const screen = { width: 390, dark, language }
  const english = englishNotIn(language)
  const faults = async (page: TestPage) => [
    ...new Set((await textsOf(page)).filter((text) => english.has(text)).map((text) => `"${text}" is English`)),
    ...[dark ? await axe(page) : ''].filter(Boolean),
    ...(await faultsOf(page, [360, 390])),
  ]

  it.each(insiders)('every page stands on its feet and nothing is left in English, for %s', async (...onlooker) => {
    expect(english.size).toBeGreaterThan(200)
    await gallery.portal.keep((tx) => tx.execute(sql`update people set language = ${language}`))
    const page = await gallery.signedIn(onlooker[0], '/tasks', screen)
    expect(await look(page, gallery.portal.url, gallery.pathsFor(onlooker), faults)).toEqual([])
  })

  it('nor for somebody who is not signed in', async () => {
    const page = await gallery.browser.newPage(screen)
    expect(await look(page, gallery.portal.url, gallery.open, faults)).toEqual([])
    if (dark)
      expect(
        await look(page, gallery.portal.url, [gallery.invited], async () => [await axe(page)].filter(Boolean)),
      ).toEqual([])
  })
})
