import { and, eq, isNull, sql } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { seated } from '#access/rules.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { audiences } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mustBeOpen } from './archive/open.ts'
import { laneIn, placeOfMember, type GroupRow } from './queries.ts'
import { groups, members } from './tables.ts'

/** For whom something is said in a group: everyone there, the team, or one lane (its id), where externals are kept apart. */
export interface Addressed {
  audience?: 'everyone' | 'team' | undefined
  laneId?: string | undefined
}

type Speaker = Pick<Me, 'id'>

/** Where something new in a group stands. What an external says to everyone stands where they speak: with all, or in their lane (GRP-7). */
export async function placeIn(tx: Tx, me: Speaker, group: GroupRow, { audience, laneId }: Addressed): Promise<Placed> {
  if (laneId) return laneIn(tx, group.spaceId, laneId)
  if (audience === 'team') return teamOf(tx, group.spaceId)
  return (await mayWrite(tx, group)) ? group : mustWrite(tx, await placeOfMember(tx, group.id, me.id))
}

/**
 * Where a word below a thing stands: with the thing; with its team, or in one lane, if that is said; and for an external who only reads
 * the thing where they speak. `thing` is one that the person asking sees.
 */
export async function placeBelow(
  tx: Tx,
  me: Speaker,
  thing: Placed,
  { audience, laneId }: Addressed = {},
): Promise<Placed> {
  if (laneId) return laneIn(tx, thing.spaceId, laneId)
  if (audience === 'team') return teamOf(tx, thing.spaceId)
  if (await mayWrite(tx, thing)) return thing
  const [mine] = await tx
    .select({ spaceId: members.spaceId, audienceId: members.audienceId })
    .from(members)
    .where(and(eq(members.spaceId, thing.spaceId), eq(members.personId, me.id)))
  // Who is no member, and may not write there: the rules say so themselves.
  return mine ? mustWrite(tx, mine) : thing
}

/** The lane in which an external member of a group speaks, for something that the person asking writes there; null where they speak with everyone. */
export async function laneOfMember(tx: Tx, group: GroupRow, personId: string): Promise<Placed | null> {
  if (group.isolation === 'open') return null
  const [member] = await tx
    .select({ spaceId: members.spaceId, audienceId: members.audienceId })
    .from(members)
    .innerJoin(audiences, and(eq(audiences.id, members.audienceId), eq(audiences.kind, 'lane')))
    .where(and(eq(members.groupId, group.id), eq(members.personId, personId), isNull(members.lapsedAt)))
  return member ? mustWrite(tx, member) : null
}

/** To those outside there is no team talk: for them `team` is a word like any other wrong one. */
async function teamOf(tx: Tx, spaceId: string): Promise<Placed> {
  const team = await audienceOf(tx, spaceId, 'team')
  if (!team) throw invalid('audience', 'There is no such audience here.')
  return team
}

async function mustWrite<P extends Placed>(tx: Tx, place: P): Promise<P> {
  if (await mayWrite(tx, place)) return place
  const [group] = await tx.select().from(groups).where(eq(groups.spaceId, place.spaceId))
  if (group) mustBeOpen(group)
  throw refused('READ_ONLY_HERE', 'In this group people from outside read and do not write. Its owner can change that.')
}

async function mayWrite(tx: Tx, place: Placed): Promise<boolean> {
  const { rows } = await tx.execute<{ may: boolean }>(
    sql`select ${seated({ spaceId: sql`${place.spaceId}::uuid`, audienceId: sql`${place.audienceId}::uuid` }, 'comment')} as may`,
  )
  return rows[0]?.may ?? false
}
