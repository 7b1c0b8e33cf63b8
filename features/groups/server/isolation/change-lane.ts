import { and, eq, sql } from 'drizzle-orm'
import { levels } from '#access/levels.ts'
import { appear, disappear } from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { groups, members } from '../tables.ts'
import { laneOfNewcomer } from './lanes.ts'

/**
 * Somebody belongs to another company: in each group that keeps companies apart they leave the lane of the one before and speak in that of the
 * new one. What they said stays where it was said; what they said alone, before they had a company, stays theirs to read. For the keeper.
 */
export async function changeLanes(tx: Tx, personId: string): Promise<void> {
  const rooms = await tx
    .select({ id: groups.id, spaceId: groups.spaceId, audienceId: members.audienceId })
    .from(members)
    .innerJoin(groups, and(eq(groups.id, members.groupId), eq(groups.isolation, 'company')))
    .where(eq(members.personId, personId))
    .orderBy(groups.id)
  for (const { id, spaceId, audienceId } of rooms) {
    await tx.execute(sql`delete from circle_members m using lanes l
      where l.group_id = ${id} and l.company_id is not null and m.circle_id = l.circle_id and m.person_id = ${personId}`)
    const place = await laneOfNewcomer(tx, id, personId)
    if (place.audienceId === audienceId) continue
    await tx
      .update(members)
      .set({ audienceId: place.audienceId })
      .where(and(eq(members.groupId, id), eq(members.personId, personId)))
    await disappear(tx, personId, spaceId)
    await appear(tx, personId, place)
    await tx.execute(sql`update seats set audience_id = ${place.audienceId}
      where space_id = ${spaceId} and person_id = ${personId} and because = 'moderator' and level = ${levels.manage}`)
  }
}
