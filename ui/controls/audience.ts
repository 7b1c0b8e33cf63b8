import type { Language, Spoken } from '../words/catalogue.ts'
import type { uiWords } from '../words.ts'

/** Who will read what is being written, beside the writer. */
export interface Readers {
  /** Counterparty companies with how many of their people read; those of no company stand under an empty name. */
  companies: readonly { name: string; count: number }[]
  colleagues: number
  /** `team`: only people who work here, though others are in the room. */
  audience: 'everyone' | 'team'
  /** Those who work here speak as the portal, and are not counted. */
  voice?: boolean
}

/** The sentence under a composer: "Acme (3), Beta (1) and 8 colleagues will read this". */
export function audienceSentence(readers: Readers, words: Spoken<typeof uiWords.en>, language: Language): string {
  if (readers.audience === 'team') return words.audience.team(readers.colleagues)
  const outside = readers.companies.map(({ name, count }) =>
    !name ? words.audience.outsiders(count) : count > 0 ? `${name} (${count})` : name,
  )
  const inside = readers.colleagues > 0 ? [words.audience.colleagues(readers.colleagues)] : []
  const all = [...outside, ...inside]
  if (all.length === 0) return words.audience.nobody
  const heads = readers.colleagues + readers.companies.reduce((sum, company) => sum + Math.max(1, company.count), 0)
  const who = new Intl.ListFormat(language, { type: 'conjunction' }).format(all)
  return words.audience.willRead({ who, several: heads > 1 })
}

/** The same readers as somebody from outside counts them: those who work here are one more company to them. */
export const seenFromOutside = (readers: Readers, portal: string): Readers => ({
  ...readers,
  companies:
    readers.colleagues > 0 || readers.voice
      ? [...readers.companies, { name: portal, count: readers.colleagues }]
      : readers.companies,
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
  const companies = namesOfOutside(readers, words)
  return companies ? words.audience.sendTo({ companies }) : words.audience.send
}

/** Who from outside reads, as short as a button needs it: "Acme, Beta…"; empty where nobody does. */
export function namesOfOutside(readers: Pick<Readers, 'companies'>, words: Spoken<typeof uiWords.en>): string {
  const names = [...new Set(readers.companies.map(({ name }) => name || words.audience.outside))]
  return names.length > 2 ? `${names.slice(0, 2).join(', ')}…` : names.join(', ')
}
