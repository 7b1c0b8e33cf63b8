import { and, eq, sql } from 'drizzle-orm'
import { levels } from '#access/levels.ts'
import { appear, disappear } from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { groups, members } from '../tables.ts'
import { laneOfNewcomer } from './lanes.ts'

/**
 * Somebody belongs to another company: what was said to the one before is closed to them, and where companies are kept apart they speak with the
 * new one. What they said stays where it was said; what they said alone, before they had a company, stays theirs to read. For the keeper.
 */
export async function changeLanes(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`delete from circle_members m using lanes l, people p
    where p.id = ${personId} and m.person_id = p.id and m.circle_id = l.circle_id and l.company_id is not null and l.company_id is distinct from p.company_id`)
  const rooms = await tx
    .select({ id: groups.id, spaceId: groups.spaceId, audienceId: members.audienceId, lapsedAt: members.lapsedAt })
    .from(members)
    .innerJoin(groups, and(eq(groups.id, members.groupId), eq(groups.isolation, 'company')))
    .where(eq(members.personId, personId))
    .orderBy(groups.id)
  for (const { id, spaceId, audienceId, lapsedAt } of rooms) {
    const place = await laneOfNewcomer(tx, id, personId)
    if (place.audienceId === audienceId) continue
    await tx
      .update(members)
      .set({ audienceId: place.audienceId })
      .where(and(eq(members.groupId, id), eq(members.personId, personId)))
    // Whose time has run out is known to the team alone.
    if (!lapsedAt) await disappear(tx, personId, spaceId)
    if (!lapsedAt) await appear(tx, personId, place)
    await tx.execute(sql`update seats set audience_id = ${place.audienceId}
      where space_id = ${spaceId} and person_id = ${personId} and because = 'moderator' and level = ${levels.manage}`)
  }
}
