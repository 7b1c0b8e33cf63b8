import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { spaces } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/job.ts'
import { groupDeleted } from '../../events.ts'
import { settleSome } from '../slots.ts'
import { groupDeletions } from '../tables.ts'
import { countRows, removePiece } from './remove.ts'

/** Rows that one transaction takes away: few enough that nobody waits for them. */
const pieceSize = 2000
/** After so long a job hands over to the next, so that it never comes near the time after which the queue takes it for lost. */
const shift = 60_000

/**
 * Takes away what was in a deleted group, piece by piece, its space last. Broken off anywhere it goes on where it was: each piece is a
 * transaction of its own, which also notes how far it is.
 */
export const removeGroup: Job<{ id: string }> = {
  name: 'groups.remove',
  async run({ id }, { database, jobs }) {
    const until = Date.now() + shift
    let more = true
    while (more) {
      more = await asKeeper(database, async (tx) => {
        const goesOn = await removeSome(tx, id, pieceSize)
        if (!goesOn || Date.now() < until) return goesOn
        await jobs.queue(tx, removeGroup, { id })
        return false
      })
    }
  },
}

/** Takes the next piece of a deleted group away; false when there is nothing left of it. */
export async function removeSome(tx: Tx, deletionId: string, size: number): Promise<boolean> {
  const [deletion] = await tx
    .select()
    .from(groupDeletions)
    .where(and(eq(groupDeletions.id, deletionId), isNull(groupDeletions.finishedAt)))
    .for('update')
  if (!deletion) return false
  const { goingId, groupId, name, total } = deletion
  const counted = total ?? (await countRows(tx, goingId))
  const asker = await askerOf(tx, deletion)
  // People first: what says who they are stands in the group, and goes with it.
  const settled = asker ? await settleSome(tx, { groupId, by: asker }) : 0
  const removed = settled > 0 ? 0 : await removePiece(tx, goingId, size)
  const there = settled + removed > 0
  if (!there) await tx.delete(spaces).where(eq(spaces.id, goingId))
  await tx
    .update(groupDeletions)
    .set({
      total: counted,
      removed: there ? sql`least(${groupDeletions.removed} + ${removed}, ${counted}::int)` : counted,
      ...(there ? {} : { finishedAt: new Date() }),
    })
    .where(eq(groupDeletions.id, deletionId))
  if (!there && asker) {
    const { spaceId, audienceId } = deletion
    await tell(tx, groupDeleted, { about: { id: groupId, spaceId, audienceId }, data: { name }, by: asker })
  }
  return there
}

/** Whoever asked for it: it is told among their own things, since the group has no place any more. */
async function askerOf(tx: Tx, { spaceId }: typeof groupDeletions.$inferSelect): Promise<string | null> {
  const [own] = await tx.select({ id: spaces.ownerId }).from(spaces).where(eq(spaces.id, spaceId))
  return own?.id ?? null
}

const kept = 30 * 86_400_000

/** Forgets which groups were deleted, a month after they went. */
export const forgetDeletions: Job = {
  name: 'groups.forget-deletions',
  cron: '40 3 * * *',
  async run(_data, { database }) {
    const before = new Date(Date.now() - kept)
    await asKeeper(database, (tx) => tx.delete(groupDeletions).where(lt(groupDeletions.finishedAt, before)))
  },
}
