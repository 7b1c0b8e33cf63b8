import { createHash } from 'node:crypto'
import type { Person } from '#platform/contract.ts'
import type { Language } from '#ui/words/catalogue.ts'
import type { Entry } from './slots.ts'
import { style } from './style.ts'

const hash = createHash('sha256').update(style).digest('base64')
/** Nothing runs and nothing is fetched: the style is the one above by its hash, photos are files beside the page. */
const policy = `default-src 'none'; img-src 'self' file:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`

const characters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it stands in HTML: whatever somebody wrote stays a text. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => characters[one] ?? one)

/** In whose words and hours a page is written, and what it is called. */
export interface Look {
  language: Language
  timeZone: string
  brand: string
  former: string
  /** Where the photo of a person is in the archive; null when there is none. */
  photo: (person: Person) => string | null
}

const locale = (language: Language): string => (language === 'en' ? 'en-GB' : language)

/** A moment in full, in the hours of whoever the archive is for. */
export const momentIn = (at: Date, { language, timeZone }: Pick<Look, 'language' | 'timeZone'>): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)

/** A day that was given as `2026-11-28`. */
export const dayIn = (day: string, { language }: Pick<Look, 'language'>): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

/** A whole page. `body` is HTML. */
export const pageOf = (look: Look, title: string, body: string): string => `<!doctype html>
<html lang="${look.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(look.brand)}</title>
<style>${style}</style>
</head>
<body>
<header><span class="brand">${escaped(look.brand)}</span></header>
<main>
${body}
</main>
</body>
</html>
`

/** Names and values, one below the other. */
export const factsOf = (look: Look, facts: [string, string | Date][]): string =>
  facts.length === 0
    ? ''
    : `<dl>${facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${value instanceof Date ? timeOf(look, value) : escaped(value)}</dd></div>`).join('')}</dl>`

const timeOf = (look: Look, at: Date): string =>
  `<time datetime="${at.toISOString()}">${escaped(momentIn(at, look))}</time>`

/** A thing of an archive with all that stands below it. */
export function entryOf(look: Look, entry: Entry, level = 2): string {
  const { at, author, title, text, marks = [], facts = [], below = [] } = entry
  const heading = title ? `<h${level}>${escaped(title)}</h${level}>` : ''
  const who = author === undefined ? '' : authorOf(look, author)
  const head = [who, at ? timeOf(look, at) : '', ...marks.map((mark) => `<span class="mark">${escaped(mark)}</span>`)]
  const under = below.map((one) => entryOf(look, one, level + 1)).join('\n')
  return `<article>${heading}
<p class="head">${head.filter((part) => part !== '').join(' ')}</p>
${text ? `<div class="text">${escaped(text)}</div>` : ''}${factsOf(look, facts)}${under ? `<div class="below">${under}</div>` : ''}
</article>`
}

function authorOf(look: Look, author: Person | null): string {
  if (!author) return `<b>${escaped(look.former)}</b>`
  const photo = look.photo(author)
  const company = author.company ? ` <span class="company">${escaped(author.company)}</span>` : ''
  return `${photo ? `<img src="${photo}" alt="" width="28" height="28">` : ''}<b>${escaped(author.name)}</b>${company}`
}
