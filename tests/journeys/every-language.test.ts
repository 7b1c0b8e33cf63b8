import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { insiders, look, openGallery, type Gallery } from './onlookers.ts'
import { allScreens, englishNotIn, faultsOf, textsOf } from './screens.ts'

const { inside, open } = await allScreens()
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

  it('there are words that would be found', () => {
    expect(english.size).toBeGreaterThan(200)
  })

  describe.each(insiders)('every page stands on its feet and nothing is left in English, for %s', (key, sees) => {
    let page: TestPage
    beforeAll(async () => {
      await gallery.portal.keep((tx) => tx.execute(sql`update people set language = ${language}`))
      page = await gallery.signedIn(key, '/tasks', screen)
    })

    it.each(inside.filter(sees))('$path', async ({ path }) => {
      expect(await look(page, gallery.addressOf(path), faults)).toEqual([])
    })
  })

  describe('nor for somebody who is not signed in', () => {
    let page: TestPage
    beforeAll(async () => {
      page = await gallery.browser.newPage(screen)
    })

    it.each(open)('$path', async ({ path }) => {
      expect(await look(page, gallery.addressOf(path), faults)).toEqual([])
    })
  })
})

it('the page behind the letter that invites, which speaks as the letter did, in the dark', async () => {
  const page = await gallery.browser.newPage({ width: 390, dark: true })
  expect(await look(page, gallery.invited, async () => [await axe(page)].filter(Boolean))).toEqual([])
})
