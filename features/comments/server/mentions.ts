import type { Placed } from '#access/placing.ts'
import { invalid, refused } from '#access/errors.ts'
import { toolOfKind } from '#access/tools.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import { readersOf } from '#features/writing/server/door.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Comment } from '../contract.ts'

/** How somebody is mentioned in what is kept: by their id. A name is put there for each reader when it is read. */
const token = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g

const mostMentions = 50

/** Stands where somebody is mentioned whom the reader may not know. */
const nobody = '@…'

/** Whom a kept text mentions, each once. */
export const mentionedIn = (kept: string): string[] => [
  ...new Set([...kept.matchAll(token)].flatMap(([, id]) => id ?? [])),
]

/** Everybody whom these comments mention: their names are asked together with all others of a page. */
export const peopleMentioned = (rows: { text: string }[]): string[] => rows.flatMap(({ text }) => mentionedIn(text))

/** A kept text taken apart: plain words, and ids of people. */
export function partsOfKept(kept: string): { text: string; personId: string | null }[] {
  const parts: { text: string; personId: string | null }[] = []
  let from = 0
  for (const { 0: found, 1: personId = null, index } of kept.matchAll(token)) {
    if (index > from) parts.push({ text: kept.slice(from, index), personId: null })
    parts.push({ text: nobody, personId })
    from = index + found.length
  }
  if (from < kept.length) parts.push({ text: kept.slice(from), personId: null })
  return parts
}

type Naming = (personId: string) => Person | null

/** A kept text as one reader gets it, and where in it people are named whom they may know. */
export function shownText(kept: string, named: Naming): Pick<Comment, 'text' | 'mentions'> {
  const mentions: Comment['mentions'] = []
  let text = ''
  for (const part of partsOfKept(kept)) {
    const person = part.personId === null ? null : named(part.personId)
    const words = person ? `@${person.name}` : part.text
    if (person) mentions.push({ at: text.length, length: words.length, person })
    text += words
  }
  return { text, mentions }
}

/**
 * Holds the mentions of a comment to what its writer may name: somebody whom they do not know there is refused like somebody who is not there at
 * all; somebody who will not read it too, until the writer says that they know it (`unread`).
 */
export async function checkMentioned(
  tx: Tx,
  place: Placed,
  kind: string,
  { text, unread }: { text: string; unread?: boolean | undefined },
): Promise<void> {
  const people = mentionedIn(text)
  if (people.length === 0) return
  if (people.length > mostMentions) throw invalid('text', `A comment may mention at most ${mostMentions} people.`)
  const room = await roomIn(tx, place.spaceId)
  const named = await namesIn(tx, [room], people)
  if (people.some((id) => !named(id, room)))
    throw refused('MENTION_UNKNOWN', 'Somebody mentioned here is not known to you. Take the mention out.')
  if (unread) return
  const reading = new Set(await readersOf(tx, place, toolOfKind(kind), people))
  if (people.some((id) => !reading.has(id)))
    throw refused(
      'MENTION_UNREAD',
      'Somebody mentioned here will not read this. Take the mention out, or send it knowing that they will not be told.',
    )
}
