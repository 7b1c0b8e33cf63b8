import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, openBrowser, type TestBrowser, type TestPage } from '#tests/browser.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { plainLetters, type ShownLetter } from '#tests/rules/every-letter.ts'
import { toldHappenings, toldLetters } from '#tests/rules/told-letters.ts'
import { sourceFiles } from '#tests/tree.ts'
import { englishNotIn } from './screens.ts'

/** It adds to a letter what each reader has of their own; what it finishes is written elsewhere. */
const finishing = 'features/notices/letters/server/finishing.ts'

/** The functions that write letters, found where letters are written. */
function writers(): string[] {
  const files = sourceFiles().filter(
    ({ path, text }) =>
      /\/server\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && /\bletter: \{/.test(text) && path !== finishing,
  )
  const exported = files.flatMap(({ text }) => text.split(/^(?=export )/m))
  return exported.flatMap((text) => {
    const [, name] = /^export (?:async )?function (\w+)/.exec(text) ?? []
    return name && /\bletter: \{/.test(text) ? name : []
  })
}

let portal: TestPortal
let browser: TestBrowser
beforeAll(async () => {
  portal = await openTestPortal({ MAIL_IN: 'smtp://127.0.0.1:0?domain=in.orlanta.example' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await portal.close()
})

describe.each(['en', 'ru', 'pl'] as const)('every letter, in %s', (language) => {
  let letters: ShownLetter[]
  beforeAll(async () => {
    letters = [...plainLetters(language), ...(await toldLetters(portal, language))]
  }, 180_000)

  it('is among those looked at: of every function that writes one, of everything that can have happened', () => {
    expect([...new Set(letters.map(({ by }) => by))].toSorted()).toEqual(writers().toSorted())
    expect(letters.map(({ name }) => name)).toEqual(expect.arrayContaining(toldHappenings))
  })

  it('has all its words, in this language, as text too', () => {
    const english = language === 'en' ? new Set<string>() : englishNotIn(language)
    const faults = letters.flatMap(({ name, subject, text }) => {
      const words = `${subject}\n${text}`
      const holes = /undefined|\[object|\bnull\b|NaN|\{\w+\}/.exec(words)
      const left = words.split('\n').filter((line) => english.has(line.trim()))
      return [...(holes ? [`${name}: ${holes[0]}`] : []), ...left.map((line) => `${name}: "${line}" is English`)]
    })
    expect(faults).toEqual([])
  })

  describe.each([
    { width: 600, dark: false },
    { width: 600, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])('fits and reads well: $width px, dark: $dark', ({ width, dark }) => {
    let page: TestPage
    const asked: string[] = []
    beforeAll(async () => {
      page = await browser.newPage({ width, dark, language })
      await page.route('**/*', (route) => {
        asked.push(route.request().url())
        return route.abort()
      })
    })
    afterAll(() => page.context().close())

    it.each(writers())('%s', async (writer) => {
      const faults: string[] = []
      for (const { name, html } of letters.filter(({ by }) => by === writer)) {
        await page.setContent(html)
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        if (wide > width) faults.push(`${name}: ${wide} px wide`)
        const found = await axe(page)
        if (found) faults.push(`${name}: ${found}`)
      }
      expect(faults).toEqual([])
      expect(asked.splice(0).filter((url) => !url.startsWith('data:'))).toEqual([])
    })
  })
})
