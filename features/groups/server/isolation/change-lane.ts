import { asc, inArray, sql } from 'drizzle-orm'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { groups, members } from '../tables.ts'
import { endSharedLane, openLanes } from './lanes.ts'
import { placeMembers } from './separate.ts'

/**
 * These people belong to another company, the same for all of them, in this transaction: what was said to the one before is closed to them, and where
 * companies are kept apart they speak with the new one. What they said stays where it was said; what they said alone, before they had a company,
 * stays theirs to read, and so does what was said to a company that is one with theirs by now. For the keeper.
 */
export async function changeLanes(tx: Tx, personIds: string[]): Promise<void> {
  const [first] = personIds
  if (!first) return
  await tx.execute(sql`delete from circle_members m using lanes l, companies c, people p
    where ${among(sql`p.id`, personIds)} and m.person_id = p.id and m.circle_id = l.circle_id and c.id = l.company_id
      and coalesce(c.merged_into, c.id) is distinct from p.company_id`)
  const theirs = tx.select({ id: members.groupId }).from(members).where(among(members.personId, personIds))
  // All of their groups are held, since one may be about to keep companies apart.
  const held = await tx
    .select()
    .from(groups)
    .where(inArray(groups.id, theirs))
    .orderBy(asc(groups.id))
    .for('no key update')
  for (const group of held) {
    if (group.isolation !== 'company') continue
    const there = sql`select t.person_id from members t where t.group_id = ${group.id} and ${among(sql`t.person_id`, personIds)}`
    if (group.history === 'joining') await endSharedLane(tx, group, first)
    await openLanes(tx, group, there)
    await placeMembers(tx, group, there)
  }
}
