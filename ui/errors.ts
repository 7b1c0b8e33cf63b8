import { ORPCError } from '@orpc/client'
import type { Spoken } from './words/catalogue.ts'
import type { uiWords } from './words.ts'

type UiWords = Spoken<typeof uiWords.en>

/** What a failed call means to the person who waits for it. */
export type Failure = 'signedOut' | 'refused' | 'missing' | 'conflict' | 'invalid' | 'busy' | 'offline' | 'broken'

/** Sentences for the rules of a feature, by the rule's code: `{ GROUP_CLOSED_TO_EXTERNALS: 'This group is closed…' }`. */
export type RuleWords = Readonly<Record<string, string>>

const byStatus: Record<number, Failure> = {
  401: 'signedOut',
  403: 'refused',
  404: 'missing',
  409: 'conflict',
  429: 'busy',
}

/** Tells what a failed call means: by its status, or that the server was not reached at all. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return error instanceof TypeError ? 'offline' : 'broken'
  return byStatus[error.status] ?? (error.status >= 400 && error.status < 500 ? 'invalid' : 'broken')
}

/** One sentence about a failed call: the feature's own for its rule, else the server's where it names one, else ours. */
export function sentenceOf(error: unknown, words: UiWords, rules: RuleWords = {}): string {
  const failure = failureOf(error)
  if (!(error instanceof ORPCError)) return words.error[failure]
  const ofThePortal: RuleWords = words.rule
  const own = rules[String(error.code)] ?? rules[error.message] ?? ofThePortal[String(error.code)]
  if (own) return own
  const namesTheRule = failure === 'refused' && error.message.includes(' ')
  return namesTheRule ? error.message : words.error[failure]
}

interface Issue {
  path: readonly (string | number)[]
  message: string
}

function issuesOf(error: unknown): readonly Issue[] {
  if (!(error instanceof ORPCError) || typeof error.data !== 'object' || error.data === null) return []
  const { issues } = error.data as { issues?: unknown }
  return Array.isArray(issues) ? (issues as Issue[]) : []
}

/** The fields that the server found wrong, by their path (`emails.0`), each with a sentence. */
export function fieldErrorsOf(error: unknown, words: UiWords, rules: RuleWords = {}): Record<string, string> {
  return Object.fromEntries(
    issuesOf(error)
      .filter((issue) => issue.path.length > 0)
      .map((issue) => [issue.path.join('.'), rules[issue.message] ?? sayIssue(issue.message, words)]),
  )
}

// The schema library speaks English only, and to programmers; what our own rules say is meant for people.
const ofTheSchema: readonly [RegExp, keyof UiWords['field']][] = [
  [/^(Too small|Invalid input: expected)/, 'missing'],
  [/^Too big/, 'tooLong'],
  [/^(Invalid|Unrecognized|Expected)/, 'wrong'],
]

function sayIssue(message: string, words: UiWords): string {
  const [, field] = ofTheSchema.find(([pattern]) => pattern.test(message)) ?? []
  return field ? words.field[field] : message
}
