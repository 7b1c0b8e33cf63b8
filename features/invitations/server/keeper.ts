import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { someoneOrNobody, type RequestContext } from '#access/procedures.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { awaitsFirst, letFirstIn, type GroupRow } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { holdCompanies, namedPeople } from '#features/people/server/door.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isNumber } from '#platform/sms/numbers.ts'
import { invitationDeclined, invitationSent } from '../events.ts'
import { adds, addTo, type Adding } from '../adding/server/adding.ts'
import { makesLinks } from '../link/server/links.ts'
import { close, renew, resend, send, sendAll, withdraw } from './actions.ts'
import { addressOf, type TypedAddress } from './addresses.ts'
import { holdGround } from './holding.ts'
import { notClosed, type InvitationRow } from './open.ts'
import { mustMaySay, wayOfInviting, type Inviting } from './rights.ts'
import { redeem, standingByToken, type Coming } from './redeem.ts'
import { followRules, readRules, termsOf } from './rules.ts'
import { groundOf, inOneVoice } from './standing.ts'
import { invitations } from './tables.ts'
import { comerBy, promisedBy } from './waiting.ts'

/** What an invitation is, for whoever holds its letter; whoever holds none learns nothing. */
export async function lookAtInvitation({ platform, whoIs }: RequestContext, token: string) {
  const me = await whoIs()
  const { comer, portal } = await asKeeper(platform.database, async (tx) => ({
    comer: await comerBy(tx, await standingByToken(tx, token, 'seen'), me),
    portal: (await portalFace(tx)).name,
  }))
  const { standing, way } = comer
  const { invitation, group, inviter, into } = standing
  const { waiting } = await promisedBy(platform.database, comer)
  return {
    group: group && { name: group.name },
    invitedBy: inOneVoice(standing)
      ? { name: portal, kind: 'employee' as const }
      : { name: inviter.name, kind: inviter.kind },
    waiting,
    portal,
    email: invitation.address,
    name: invitation.name,
    language: invitation.language,
    expiresAt: invitation.expiresAt,
    next: way.next,
    otherAccount: way.next === 'signIn' && me !== null,
    lobby: into === 'lobby',
    refusal: way.next === 'refused' ? way.rule : null,
  }
}

/** Lets the holder of a letter in, and signs a new account in at once. */
export async function redeemInvitation(context: RequestContext, input: Coming) {
  const { platform, sessions, headers, setCookies } = context
  const me = await someoneOrNobody(context)
  const { email, next, person, groupId, waiting } = await asKeeper(platform.database, async (tx) => {
    const come = await redeem(tx, me, input)
    const named = await namedPeople(tx, [come.personId])
    return { ...come, person: found(named.get(come.personId)) }
  })
  const signIn = async () => {
    if (next !== 'enter' && next !== 'register') return null
    return next === 'register' && input.password && !isNumber(email)
      ? sessions.signIn(email, input.password, headers)
      : sessions.enter(person.id, { secondFactor: false }, headers)
  }
  const cookies = await signIn()
  if (cookies) setCookies(cookies)
  return { ...person, groupId, waiting }
}

/**
 * Invites for a member from outside, after the rules showed them the group: they may not know the team, with whom an invitation
 * stands. What they may is asked here, where it is held until the letters are on their way.
 */
export function inviteFromOutside(
  database: Database,
  me: Me,
  { groupId, typed }: { groupId: string; typed: TypedAddress[] },
  input: Inviting,
): Promise<InvitationRow[]> {
  return asKeeper(database, async (tx) => {
    const group = await heldGroup(tx, me, groupId)
    const way = await wayOfInviting(tx, me, group)
    await mustMaySay(tx, me, group, input)
    await followRules(tx, me, typed)
    return sendAll(tx, { group, typed, way }, input, me)
  })
}

/** How somebody may invite into a group that they see, and what the portal asks of them. People from outside read no rules of the portal, and meet them all the same. */
export const wayFor = (database: Database, me: Me, groupId: string) =>
  asKeeper(database, async (tx) => {
    const group = await anyGroup(tx, groupId)
    const way = await wayOfInviting(tx, me, group)
    const { purpose, mostDays } = await readRules(tx)
    const first = me.kind === 'employee' && way === 'directly' && (await awaitsFirst(tx, group))
    return { way, purpose, mostDays, first }
  })

/**
 * Sends letters of somebody who works here, and where they let people in, what is there is kept for the team, or shown (GRP-3). They are written
 * in their own transaction; what they stand on is held beside it, and before it, as by whoever comes in by such a letter at the same time.
 */
export const sendChoosing = (
  database: Database,
  me: Me,
  { groupId, from }: Pick<Inviting, 'from'> & { groupId: string },
  send: () => Promise<InvitationRow[]>,
): Promise<InvitationRow[]> =>
  asKeeper(database, async (tx) => {
    await holdGround(tx, { invitedBy: me.id, groupId })
    const sent = await send()
    if (sent.some(({ throughLobby }) => !throughLobby)) await letFirstIn(tx, groupId, { from, by: me.id })
    return sent
  })

/** Adds somebody to a group without their registering: nobody writes an account but the keeper, after the rules showed the group. */
export const addPerson = (database: Database, me: Me, groupId: string, adding: Adding): Promise<InvitationRow> =>
  asKeeper(database, async (tx) => {
    await holdCompanies(tx)
    return addTo(tx, me, await heldGroup(tx, me, groupId), adding)
  })

/** Whether somebody may add people to a group that they see. */
export const mayAdd = (database: Database, me: Me, groupId: string): Promise<boolean> =>
  asKeeper(database, async (tx) => adds(tx, me, await anyGroup(tx, groupId)))

/** Whether somebody may make links into a group that they see. */
export const mayMakeLinks = (database: Database, me: Me, groupId: string): Promise<boolean> =>
  asKeeper(database, async (tx) => makesLinks(tx, me, await anyGroup(tx, groupId)))

/** Sends a letter of their own anew for a member from outside. */
export const resendFromOutside = (database: Database, me: Me, row: InvitationRow): Promise<InvitationRow> =>
  asKeeper(database, async (tx) => resend(tx, me, row, await heldGroup(tx, me, found(row.groupId))))

/**
 * Takes back what no rule lets somebody write: of a member from outside what they sent, of whoever kept the group and does so no more the moderator
 * whom they invited, and of everybody the letter of somebody who was added.
 */
export const withdrawInHand = (database: Database, me: Me, row: InvitationRow): Promise<void> =>
  asKeeper(database, async (tx) => {
    await holdGround(tx, row)
    await withdraw(tx, me, row)
  })

/** A group into which somebody invites, with what that stands on, held as it is until the end of the transaction. */
export async function heldGroup(tx: Tx, me: Me, id: string): Promise<GroupRow> {
  await holdGround(tx, { invitedBy: me.id, groupId: id })
  return anyGroup(tx, id)
}

/** A group that the rules showed before, as it is at this moment. */
export async function anyGroup(tx: Tx, id: string): Promise<GroupRow> {
  const [group] = await tx.select().from(groups).where(eq(groups.id, id))
  return found(group)
}

/** Asks people to work here. Only for administrators: the routes see to that. These invitations stand among the inviter's own things. */
export function inviteEmployees(
  database: Database,
  me: Me,
  typed: TypedAddress[],
  input: Inviting,
): Promise<InvitationRow[]> {
  return asKeeper(database, async (tx) => {
    const place = await ownPlaceOf(tx, me.id)
    const rows: InvitationRow[] = []
    for (const { address } of typed)
      rows.push(await send(tx, { ...place, groupId: null, throughLobby: false, renews: 'all' }, address, input, me))
    return rows
  })
}

/** Sends the letter of such an invitation anew, whichever administrator sent it first. */
export const resendAsAdministrator = (database: Database, me: Me, row: InvitationRow): Promise<InvitationRow> =>
  asKeeper(database, (tx) => renew(tx, row, {}, me))

/** Sends a letter into a group anew for an administrator who does not keep it: it goes on standing on the right of whoever sent it. */
export const resendForInviter = (database: Database, me: Me, row: InvitationRow): Promise<InvitationRow> =>
  asKeeper(database, async (tx) => {
    await holdGround(tx, row)
    if (!(await groundOf(tx, row)))
      throw refused(
        'INVITATION_STANDS_NO_MORE',
        'Nobody comes in by this invitation any more: whoever sent it may not invite here by now, or the group is closed. Withdraw it; somebody in the group can invite anew.',
      )
    await followRules(tx, me, [addressOf(row)])
    return renew(tx, row, { invitedBy: row.invitedBy }, me)
  })

/** Takes any invitation back for an administrator. One that waits for them they decline by that, and its inviter is told. */
export const withdrawAsAdministrator = (database: Database, me: Me, row: InvitationRow): Promise<void> =>
  asKeeper(database, async (tx) => {
    await holdGround(tx, row)
    await close(tx, row, me)
    if (row.heldAt && row.invitedBy !== me.id)
      await tell(tx, invitationDeclined, { about: row, data: { email: row.address }, by: me.id })
  })

/** Lets the letter go that waited for an administrator; it is good from now on. */
export function approveInvitation(database: Database, me: Me, id: string): Promise<InvitationRow> {
  return asKeeper(database, async (tx) => {
    const row = await waitingRow(tx, id)
    const sentAt = new Date()
    const [approved] = await tx
      .update(invitations)
      .set({
        ...(await termsOf(tx, me, row, sentAt)),
        approvedBy: me.id,
        sentAt,
        tokenHash: null,
        sending: sql`${invitations.sending} + 1`,
      })
      .where(eq(invitations.id, id))
      .returning()
    const { address: email, sending } = found(approved)
    await tell(tx, invitationSent, { about: row, data: { email, sending }, by: row.invitedBy })
    return found(approved)
  })
}

async function waitingRow(tx: Tx, id: string): Promise<InvitationRow> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), isNotNull(invitations.heldAt), notClosed()))
    .for('update')
  return found(row)
}
