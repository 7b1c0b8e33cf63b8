import { eq } from 'drizzle-orm'
import { lapse, takeLapseBack } from '#access/lapses.ts'
import { appear, audienceOf, disappear } from '#access/spaces.ts'
import { found } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { memberJoined, memberLapsed, memberLeft, memberRenewed } from '../../events.ts'
import { members } from '../../server/tables.ts'

type MemberRow = typeof members.$inferSelect

/**
 * Ends what a membership gives, and keeps all of it: seats count no more from this moment on, the team still reads who it was, and other
 * people from outside know of them as little as of somebody who left. For the keeper.
 */
export async function endStay(tx: Tx, member: MemberRow, at: Date): Promise<void> {
  const { personId, spaceId } = member
  const team = await teamOf(tx, spaceId)
  await tellBoth(tx, member, team, 'ended')
  await tx.update(members).set({ lapsedAt: at }).where(eq(members.id, member.id))
  await lapse(tx, personId, spaceId)
  await disappear(tx, personId, spaceId)
  await appear(tx, personId, team)
}

/** Gives back all that was there: the same seats, in the same lane, in the same role. For the keeper. */
export async function takeUpStay(tx: Tx, member: MemberRow, by: string): Promise<void> {
  const { personId, spaceId, audienceId } = member
  await tx.update(members).set({ lapsedAt: null }).where(eq(members.id, member.id))
  await takeLapseBack(tx, personId, spaceId)
  await disappear(tx, personId, spaceId)
  await appear(tx, personId, { spaceId, audienceId })
  await tellBoth(tx, member, await teamOf(tx, spaceId), 'taken up', by)
}

/** To those who knew of them somebody left, or came; that it was a lapse is for the team. */
async function tellBoth(tx: Tx, member: MemberRow, team: Placed, what: 'ended' | 'taken up', by = member.personId) {
  const { groupId: id, spaceId, audienceId, personId } = member
  const [seen, known] = what === 'ended' ? [memberLeft, memberLapsed] : [memberJoined, memberRenewed]
  await tell(tx, seen, { about: { id, spaceId, audienceId }, data: { personId }, by })
  await tell(tx, known, { about: { id, ...team }, data: { personId }, by })
}

const teamOf = async (tx: Tx, spaceId: string): Promise<Placed> => found(await audienceOf(tx, spaceId, 'team'))
