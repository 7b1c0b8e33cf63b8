import { and, asc, eq, gt } from 'drizzle-orm'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { postRow } from '../../server/queries.ts'
import { getPoll } from './actions.ts'
import { pollVotes } from './tables.ts'

/** Who chose an option, the first ones first; named as they are known in that room. Of what is no option of the poll, and without names, nobody. */
export async function listVotes(
  tx: Tx,
  asked: { id: string; optionId: string; limit: number; after?: string | undefined },
): Promise<{ items: { id: string; person: Person | null }[]; next: string | null }> {
  const { limit, after } = asked
  const { spaceId } = await postRow(tx, asked.id)
  await getPoll(tx, asked.id)
  const of = and(eq(pollVotes.postId, asked.id), eq(pollVotes.optionId, asked.optionId))
  const rows = await tx
    .select({ id: pollVotes.id, authorId: pollVotes.authorId })
    .from(pollVotes)
    .where(and(of, after ? gt(pollVotes.id, after) : undefined))
    .orderBy(asc(pollVotes.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const room = await roomIn(tx, spaceId)
  const named = await namesIn(
    tx,
    [room],
    page.map(({ authorId }) => authorId),
  )
  return {
    items: page.map(({ id, authorId }) => ({ id, person: named(authorId, room) })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
