import type { Language, Spoken } from '../words/catalogue.ts'
import type { uiWords } from '../words.ts'

/** Who will read what is being written, beside the writer. */
export interface Readers {
  /** Counterparty companies with how many of their people read. */
  companies: readonly { name: string; count: number }[]
  colleagues: number
  /** `team`: only people who work here, though others are in the room. */
  audience: 'everyone' | 'team'
}

/** The sentence under a composer: "Acme (3), Beta (1) and 8 colleagues will read this". */
export function audienceSentence(readers: Readers, words: Spoken<typeof uiWords.en>, language: Language): string {
  if (readers.audience === 'team') return words.audience.team(readers.colleagues)
  const outside = readers.companies.map((company) => `${company.name} (${company.count})`)
  const inside = readers.colleagues > 0 ? [words.audience.colleagues(readers.colleagues)] : []
  const all = [...outside, ...inside]
  if (all.length === 0) return words.audience.nobody
  const heads = readers.colleagues + readers.companies.reduce((sum, company) => sum + company.count, 0)
  const who = new Intl.ListFormat(language, { type: 'conjunction' }).format(all)
  return words.audience.willRead({ who, several: heads > 1 })
}

/** The same readers as somebody from outside counts them: those who work here are one more company to them. */
export const seenFromOutside = (readers: Readers, portal: string): Readers => ({
  ...readers,
  companies:
    readers.colleagues > 0 ? [...readers.companies, { name: portal, count: readers.colleagues }] : readers.companies,
  colleagues: 0,
})

/** What the button of a composer says: "Send to team", "Send to Acme + team", or plainly "Send" where nobody is from outside, and to those who are. */
export function sendWords(
  readers: Readers,
  words: Spoken<typeof uiWords.en>,
  from: 'employee' | 'external' = 'employee',
): string {
  if (from === 'external') return words.audience.send
  if (readers.audience === 'team') return words.audience.sendToTeam
  const names = readers.companies.map((company) => company.name)
  if (names.length === 0) return words.audience.send
  const shown = names.length > 2 ? `${names.slice(0, 2).join(', ')}…` : names.join(', ')
  return words.audience.sendTo({ companies: shown })
}
