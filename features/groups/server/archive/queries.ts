import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import type { Deletion } from '../../contract.ts'
import { groupDeletions } from '../tables.ts'

type DeletionRow = typeof groupDeletions.$inferSelect

/** One deletion as it is answered. */
export const deletionIn = ({ groupId, name, askedAt, total, removed, finishedAt }: DeletionRow): Deletion => ({
  groupId,
  name,
  askedAt,
  total,
  removed,
  finishedAt,
})

const most = 50

/** The groups that the person asking has deleted of late, newest first. */
export async function listDeletions(tx: Tx): Promise<{ items: Deletion[] }> {
  const rows = await tx
    .select()
    .from(groupDeletions)
    .orderBy(sql`${groupDeletions.id} desc`)
    .limit(most)
  return { items: rows.map(deletionIn) }
}
