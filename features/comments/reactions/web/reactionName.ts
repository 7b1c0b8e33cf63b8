import type { Reaction, ReactionKind } from '../contract.ts'

/** Which reaction: one of the six, or one of the portal's own. */
export type Mark = Pick<Reaction, 'kind' | 'emoji'>

/** The six that every portal has, in the order in which they are offered. */
export const theSix: readonly ReactionKind[] = ['like', 'love', 'laugh', 'celebrate', 'wow', 'sad']

/** Tells reactions apart, as a key. */
export const markKey = ({ kind, emoji }: Mark): string => kind ?? emoji?.id ?? ''

/** What it is called, for screen readers and on hover. */
export const markName = ({ kind, emoji }: Mark, words: Record<ReactionKind, string>): string =>
  kind ? words[kind] : (emoji?.name ?? '')

/** As the calls want it. */
export const choiceOf = ({ kind, emoji }: Mark) => (emoji ? { emojiId: emoji.id } : { kind: kind ?? 'like' })
