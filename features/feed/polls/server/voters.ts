import { and, asc, eq, gt } from 'drizzle-orm'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { optionOf } from './actions.ts'
import { pollVotes } from './tables.ts'

/** Who chose an option, the first ones first; named as they are known in that room. */
export async function listVotes(
  tx: Tx,
  asked: { id: string; optionId: string; limit: number; after?: string | undefined },
): Promise<{ items: { id: string; person: Person | null }[]; next: string | null }> {
  const { limit, after } = asked
  const option = await optionOf(tx, asked.id, asked.optionId)
  const rows = await tx
    .select({ id: pollVotes.id, authorId: pollVotes.authorId })
    .from(pollVotes)
    .where(and(eq(pollVotes.optionId, option.id), after ? gt(pollVotes.id, after) : undefined))
    .orderBy(asc(pollVotes.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const room = await roomIn(tx, option.spaceId)
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
