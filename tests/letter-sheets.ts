import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Language } from '#ui/words/catalogue.ts'
import type { ActingPortal } from './acting.ts'
import type { TestBrowser } from './browser.ts'
import { plainLetters, type ShownLetter } from './rules/every-letter.ts'
import { toldLetters } from './rules/told-letters.ts'

/** Pixels: a letter as a mail program shows it, and on the sheet. */
const wide = 600
const shown = 380
const columns = 5

/** The sheets of docs/pictures: all letters of a language. One is dark, so that both can be compared. */
const letterSheets = [
  { language: 'en', dark: false },
  { language: 'en', dark: true },
  { language: 'ru', dark: false },
  { language: 'pl', dark: false },
] as const satisfies { language: Language; dark: boolean }[]

/** Every kind of letter that the portal sends, on one sheet for each language; answers the names of the files. */
export async function takeLetterSheets(portal: ActingPortal, browser: TestBrowser, folder: string): Promise<string[]> {
  const files: string[] = []
  for (const [language, sheets] of Map.groupBy(letterSheets, (sheet) => sheet.language)) {
    const letters = [...(await toldLetters(portal, language)), ...plainLetters(language)]
    for (const { dark } of sheets) {
      const file = `letters-${language}-${dark ? 'dark' : 'light'}.png`
      await writeFile(join(folder, file), await sheetOf(browser, letters, dark))
      files.push(file)
    }
  }
  return files
}

async function sheetOf(browser: TestBrowser, letters: ShownLetter[], dark: boolean): Promise<Buffer> {
  const page = await browser.newPage({ width: wide, dark })
  // As high as the letter, and no higher.
  await page.setViewportSize({ width: wide, height: 100 })
  const pictures: string[] = []
  for (const { subject, html } of letters) {
    await page.setContent(html)
    const picture = await page.screenshot({ fullPage: true })
    pictures.push(
      `<figure><figcaption>${escaped(subject)}</figcaption><img src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
    )
  }
  await page.setViewportSize({ width: columns * (shown + 16) + 16, height: 600 })
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: 16px 16px 0; columns: ${columns}; column-gap: 16px; font: 600 12px/16px sans-serif; background: ${dark ? '#000' : '#fff'}; color: ${dark ? '#ddd' : '#222'} }
    figure { margin: 0 0 16px; break-inside: avoid }
    figcaption { padding: 4px 0; overflow-wrap: anywhere }
    img { display: block; width: ${shown}px }
  </style>${pictures.join('')}`)
  const sheet = await page.screenshot({ fullPage: true })
  await page.context().close()
  return sharp(sheet).png({ palette: true, colours: 64, effort: 10 }).toBuffer()
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
