import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { circleMembers, circles, people } from '#access/tables.ts'
import { invitesAs, isOver, type GroupRow } from '#features/groups/server/door.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { holdGround, holdLetters } from './holding.ts'
import { open, type InvitationRow } from './open.ts'
import { invitationRules, invitations, roomLinks } from './tables.ts'

/** An invitation that still stands, with what it stands on. */
export interface Standing {
  invitation: InvitationRow
  group: GroupRow | null
  inviter: typeof people.$inferSelect
  /** Where it leads: in, or into the lobby, where a keeper of the group answers (INV-6). */
  into: 'inside' | 'lobby'
}

/** What of an invitation its standing is asked by. */
type Asked = Pick<InvitationRow, 'invitedBy' | 'groupId' | 'role' | 'accessUntil' | 'personId' | 'throughLobby'>

/** A standing invitation or link, without the row itself. */
export type Ground = Omit<Standing, 'invitation'>

/**
 * The open invitation that `which` names, with what it stands on. Seen, as it is at this moment; held, as it is until the end of the
 * transaction. Null when there is none, or it stands no more. For the keeper.
 */
export async function standingOf(tx: Tx, which: SQL | undefined, as: 'seen' | 'held'): Promise<Standing | null> {
  const [named] = await tx.select().from(invitations).where(and(which, open()))
  if (!named || as === 'seen') return named ? asked(tx, named) : null
  await holdGround(tx, named)
  await holdLetters(tx, named)
  // Whoever was faster may have come in by it, taken it back or sent it anew.
  const [held] = await tx.select().from(invitations).where(and(which, open()))
  return held ? asked(tx, held) : null
}

async function asked(tx: Tx, invitation: InvitationRow): Promise<Standing | null> {
  if (invitation.linkId && !(await linkIsOpen(tx, invitation.linkId))) return null
  const ground = await groundOf(tx, invitation)
  return ground && { invitation, ...ground }
}

async function linkIsOpen(tx: Tx, id: string): Promise<boolean> {
  const [link] = await tx
    .select({ id: roomLinks.id })
    .from(roomLinks)
    .where(and(eq(roomLinks.id, id), isNull(roomLinks.endedAt)))
  return link !== undefined
}

/**
 * What an invitation, or what is none yet, stands on: its group is still open to externals, and whoever invited is still here and still may, by
 * the group's setting of now. Null when on nothing. For the keeper, who holds it before (`holding.ts`) where somebody is let in.
 */
export async function groundOf(tx: Tx, invitation: Asked): Promise<Ground | null> {
  const [inviter] = await tx.select().from(people).where(eq(people.id, invitation.invitedBy))
  // Whoever was added is inside already, whatever became of whoever added them.
  if (!inviter || (inviter.dismissedAt && !invitation.personId)) return null
  if (invitation.groupId === null)
    return (await isAdministrator(tx, inviter.id)) ? { group: null, inviter, into: 'inside' } : null
  const [group] = await tx.select().from(groups).where(eq(groups.id, invitation.groupId))
  if (!group?.externalSince || group.archivedAt) return null
  if (invitation.accessUntil && isOver(invitation.accessUntil, group.timeZone)) return null
  if (invitation.personId)
    return (await isInside(tx, group.id, invitation.personId)) ? { group, inviter, into: 'inside' } : null
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.groupId, group.id), eq(members.personId, inviter.id), isNull(members.lapsedAt)))
  if (!member) return null
  const keeps = inviter.kind === 'employee' && member.role !== 'member'
  if (invitation.role === 'moderator' && !keeps) return null
  if (inviter.kind === 'external' && group.isolation === 'readonly') return null
  if (invitesAs(group, member.role, inviter.kind)) return { group, inviter, into: 'inside' }
  // Sent as one that lets in, it does not become another because its sender may no more.
  if (!invitation.throughLobby) return null
  return (await lobbyIsOpen(tx)) ? { group, inviter, into: 'lobby' } : null
}

/** Whether whoever invites works here and speaks as the portal: where a group has one voice, letter and page name nobody who works here (GRP-7). */
export const inOneVoice = ({ group, inviter }: Ground): boolean =>
  group?.isolation === 'voice' && inviter.kind === 'employee'

async function isInside(tx: Tx, groupId: string, personId: string): Promise<boolean> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, and(eq(people.id, members.personId), isNull(people.dismissedAt)))
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId), isNull(members.lapsedAt)))
  return member !== undefined
}

/** What the portal says of invitations by members whom the group does not let invite. Spelled here: the rules know what stands. */
async function lobbyIsOpen(tx: Tx): Promise<boolean> {
  const [rules] = await tx.select({ answer: invitationRules.ordinaryMembersInvite }).from(invitationRules)
  return rules?.answer !== 'refuse'
}

/** Whether somebody administers the portal. For the keeper. */
export async function isAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const [member] = await tx
    .select({ id: circleMembers.personId })
    .from(circleMembers)
    .innerJoin(circles, eq(circles.id, circleMembers.circleId))
    .where(
      and(eq(circleMembers.personId, personId), isNull(circles.spaceId), eq(circles.name, 'system-administrators')),
    )
  return member !== undefined
}
