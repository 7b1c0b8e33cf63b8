import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, openBrowser, type TestBrowser } from '#tests/browser.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { plainLetters, type ShownLetter } from '#tests/rules/every-letter.ts'
import { toldLetters } from '#tests/rules/told-letters.ts'
import { sourceFiles } from '#tests/tree.ts'
import { englishNotIn } from './screens.ts'

/** Where letters are written, and what of them is looked at here. */
const written: Record<string, RegExp> = {
  'features/account/server/letters.ts': /^(link|reset|code|security-)/,
  'features/account/email/server/letters.ts': /^address-/,
  'features/exports/server/letter.ts': /^record$/,
  'features/groups/sponsoring/server/letters.ts': /^(own-reminder|sponsor-reminder|away-reminder|sponsors)$/,
  'features/invitations/server/letter.ts': /^(invitation|added|declined)$/,
  'features/notices/letters/server/letter.ts': /^(post|comment|task|hourly|daily)$/,
  'features/people/moving/server/letters.ts': /^administrator-/,
  'features/replies/server/letter.ts': /^refusal-/,
  'features/requests/server/letter.ts': /^request-/,
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

it('a file that writes letters is looked at here', () => {
  const files = sourceFiles().filter(
    ({ path, text }) => /\/server\/letters?\.ts$/.test(path) && /\bletter: \{/.test(text),
  )
  expect(files.map(({ path }) => path).toSorted()).toEqual(Object.keys(written).toSorted())
})

describe.each(['en', 'ru', 'pl'] as const)('every letter, in %s', (language) => {
  let letters: ShownLetter[]
  beforeAll(async () => {
    letters = [...plainLetters(language), ...(await toldLetters(portal, language))]
  }, 120_000)

  it('is among those looked at', () => {
    for (const [file, names] of Object.entries(written))
      expect(letters.filter(({ name }) => names.test(name)).length, file).toBeGreaterThan(0)
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

  it.each([
    { width: 600, dark: false },
    { width: 600, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])(
    'fits and reads well: $width px, dark: $dark',
    async ({ width, dark }) => {
      const page = await browser.newPage({ width, dark, language })
      const asked: string[] = []
      await page.route('**/*', (route) => {
        asked.push(route.request().url())
        return route.abort()
      })
      const faults: string[] = []
      for (const { name, html } of letters) {
        await page.setContent(html)
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        if (wide > width) faults.push(`${name}: ${wide} px wide`)
        const found = await axe(page)
        if (found) faults.push(`${name}: ${found}`)
      }
      expect(faults).toEqual([])
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
      await page.context().close()
    },
    120_000,
  )
})
