import { desc } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Act, AskedAct } from '../contract.ts'
import { externalActs } from '../../server/tables.ts'

const most = 20

/** What the person asking did of late, the latest first. */
export async function listActs(tx: Tx): Promise<{ items: Act[] }> {
  const rows = await tx.select().from(externalActs).orderBy(desc(externalActs.id)).limit(most)
  return { items: rows.map(actIn) }
}

/** An act as it is answered. */
export const actIn = (row: typeof externalActs.$inferSelect): Act => {
  const { id, kind, askedAt, total, done, failed, failures, finishedAt } = row
  return { id, kind, askedAt, total, done, failed, failures, finishedAt }
}

/** Refuses an act that nobody could do, before anything is counted or begun. */
export function mustBeSaid(me: Me, { kind, ids, matching, until, groupId, sponsorId }: AskedAct): void {
  if (!ids && !matching) throw invalid('ids', 'Choose people, or all who match.')
  if (kind === 'dismiss' && !me.administrator)
    throw refused('ADMINISTRATORS_DISMISS', 'Only administrators dismiss people. You can take them out of your groups.')
  if (kind === 'extend' && (!until || until < new Date().toISOString().slice(0, 10)))
    throw invalid('until', 'Choose a last day that lies ahead.')
  if (kind === 'remove' && !groupId) throw invalid('groupId', 'Choose the group to take them out of.')
  if (kind === 'sponsor' && !sponsorId) throw invalid('sponsorId', 'Choose somebody who works here.')
}
