import { sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import { refused } from '#access/errors.ts'
import type { Tool } from '#access/tools.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Doc } from '../contract.ts'
import { groupsNamed } from './groups.ts'
import { nodesOf } from './nodes.ts'

/** Whom and what a document mentions, each once. */
export function mentionedIn(document: Doc<string | null> | null): { people: string[]; groups: string[] } {
  const ids = (type: 'person' | 'group') => [
    ...new Set(nodesOf(document).flatMap((node) => (node.type === type && node.attrs.id ? [node.attrs.id] : []))),
  ]
  return { people: ids('person'), groups: ids('group') }
}

/**
 * Holds the mentions of a document to what its writer may name. Somebody whom they do not know in that room is refused, like somebody who is
 * not there at all; somebody whom they know and who will not read it too, until the writer says that they know it (`unread`).
 */
export async function checkMentions(
  tx: Tx,
  place: Placed,
  tool: Tool,
  { document, unread = false }: { document: Doc; unread?: boolean | undefined },
): Promise<void> {
  const { people, groups } = mentionedIn(document)
  const room = await roomIn(tx, place.spaceId)
  const named = await namesIn(tx, [room], people)
  const known = await groupsNamed(tx, groups)
  if (people.some((id) => !named(id, room)) || groups.some((id) => !known.has(id)))
    throw refused('MENTION_UNKNOWN', 'Somebody or something mentioned here is not known to you. Take the mention out.')
  if (unread) return
  const reading = new Set(await readersOf(tx, place, tool, people))
  if (people.some((id) => !reading.has(id)))
    throw refused(
      'MENTION_UNREAD',
      'Somebody mentioned here will not read this. Take the mention out, or send it knowing that they will not be told.',
    )
}

/** Those of `people` whom the person asking knows there and who will read what stands in a place. */
export async function readersOf(tx: Tx, place: Placed, tool: Tool | null, people: string[]): Promise<string[]> {
  if (people.length === 0) return []
  const room = await roomIn(tx, place.spaceId)
  const named = await namesIn(tx, [room], people)
  const { rows } = await tx.execute<{ id: string }>(
    sql`select access.readers_among_for_me(${place.audienceId}, ${sql.param(people)}::uuid[], ${tool}) as id`,
  )
  return rows.flatMap(({ id }) => (named(id, room) ? [id] : []))
}
