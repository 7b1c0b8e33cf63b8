import Papa from 'papaparse'
import { looksWrong } from '#ui/controls/addresses.ts'

/** What stands in a row of a list, as it was written. */
export interface Row {
  email: string
  name: string
  company: string
  position: string
  language: string
  until: string
}

type Language = 'en' | 'ru' | 'pl'

/** A row as it was understood; `fault` says why it cannot be sent. */
export interface ReadRow extends Omit<Row, 'language' | 'until'> {
  /** Which one it is, from 1. */
  line: number
  language: Language | null
  /** The last day as `2027-05-03`. */
  until: string | null
  fault: 'NOT_AN_ADDRESS' | 'TWICE' | 'LANGUAGE_UNKNOWN' | 'NO_DAY' | 'DAY_PASSED' | null
}

const blank: Row = { email: '', name: '', company: '', position: '', language: '', until: '' }

/** The rows of what was pasted or read from a file: with a heading that names an address a table, else addresses in any kind of list. */
export function readList(text: string, today: string): ReadRow[] {
  const table = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' }).data
  const columns = (table[0] ?? []).map(columnOf)
  const rows = columns.includes('email') ? table.slice(1).map((cells) => rowOf(columns, cells)) : addressesIn(text)
  const seen = new Set<string>()
  return rows.map((row, at) => {
    const key = row.email.toLowerCase()
    const twice = seen.has(key)
    seen.add(key)
    return { line: at + 1, ...understood(row, twice, today) }
  })
}

function understood(row: Row, twice: boolean, today: string): Omit<ReadRow, 'line'> {
  const language = row.language ? (languageOf.get(row.language.toLowerCase()) ?? null) : null
  const until = row.until ? dayOf(row.until) : null
  const fault = (): ReadRow['fault'] => {
    if (looksWrong(row.email)) return 'NOT_AN_ADDRESS'
    if (twice) return 'TWICE'
    if (row.language && !language) return 'LANGUAGE_UNKNOWN'
    if (row.until && !until) return 'NO_DAY'
    return until && until < today ? 'DAY_PASSED' : null
  }
  return { ...row, language, until, fault: fault() }
}

/** Addresses between commas, semicolons and lines; `"Lee, Kim" <kim@acme.example>` is one, with a name. */
function addressesIn(text: string): Row[] {
  const parts = text.match(/(?:"[^"\n]*"|<[^>\n]*>|[^,;\n"<])+/g) ?? []
  return parts.flatMap((part): Row[] => {
    const [, name = '', email] = /^([^<]*)<([^<>]*)>/.exec(part.trim()) ?? []
    if (email !== undefined) return [{ ...blank, email: email.trim(), name: name.replaceAll('"', '').trim() }]
    const words = part.trim().split(/\s+/).filter(Boolean)
    if (words.every((word) => word.includes('@'))) return words.map((word) => ({ ...blank, email: word }))
    return [{ ...blank, email: part.trim() }]
  })
}

type Column = keyof Row | 'family' | null

const headings: Record<Exclude<Column, null>, string> = {
  email:
    'email|e-mail|mail|email address|e-mail address|адрес|почта|эл. почта|электронная почта|адрес почты|адрес электронной почты|имейл|adres|adres e-mail|adres email|poczta',
  name: 'name|full name|name and surname|first name|имя|фио|имя и фамилия|imię|imie|imię i nazwisko|imie i nazwisko',
  family: 'surname|last name|family name|фамилия|nazwisko',
  company: 'company|organisation|organization|компания|организация|фирма|firma|organizacja',
  position: 'position|title|job title|должность|stanowisko',
  language: 'language|язык|język|jezyk',
  until: 'until|access until|last day|до|доступ до|do|dostęp do|dostep do',
}
const columns = new Map(
  Object.entries(headings).flatMap(([column, names]) => names.split('|').map((name) => [name, column as Column])),
)

const columnOf = (heading: string): Column => columns.get(heading.trim().toLowerCase()) ?? null

function rowOf(found: Column[], cells: string[]): Row {
  const cell = (column: Column) => (found.includes(column) ? (cells[found.indexOf(column)] ?? '').trim() : '')
  return {
    email: cell('email'),
    name: [cell('name'), cell('family')].filter(Boolean).join(' '),
    company: cell('company'),
    position: cell('position'),
    language: cell('language'),
    until: cell('until'),
  }
}

const languageOf = new Map<string, Language>(
  Object.entries({
    en: 'en|english|английский|angielski|англ.',
    ru: 'ru|russian|русский|rosyjski|рус.',
    pl: 'pl|polish|польский|polski',
  }).flatMap(([language, names]) => names.split('|').map((name) => [name, language as Language] as const)),
)

/** A day as calendars here write it: 2027-05-03, 03.05.2027, 3/5/2027. */
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  const [, d, m, y] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? []
  const [at, on, of] = [year ?? y, month ?? m, day ?? d]
  if (!at || !on || !of) return null
  const written = `${at}-${on.padStart(2, '0')}-${of.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}

/** The text of a file: UTF-8, else as programs on Windows save it where that language is spoken. */
export function decode(bytes: ArrayBuffer, language: Language): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(language === 'pl' ? 'windows-1250' : 'windows-1251').decode(bytes)
  }
}
