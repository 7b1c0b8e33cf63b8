import { and, eq } from 'drizzle-orm'
import { admitPerson, holdAddress, personByEmail, takeOver } from '#access/admit.ts'
import { found, invalid, refused } from '#access/errors.ts'
import { personByNumber } from '#access/phones.ts'
import { hashed } from '#access/sessions.ts'
import { signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { arrive, letFirstIn, membersAmong, type GroupRow } from '#features/groups/server/door.ts'
import { holdCompanies } from '#features/people/server/door.ts'
import { personRehired } from '#features/people/events.ts'
import { hasPlace, takeLicence } from '#features/portal/server/door.ts'
import { closedByDecline, makeRequest } from '#features/requests/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isNumber } from '#platform/sms/numbers.ts'
import { invitationAccepted, invitationAnswered } from '../events.ts'
import { proveAddress, standInFor } from '../adding/server/coming.ts'
import { companyForNewcomer } from './company.ts'
import { notClosed } from './open.ts'
import { countComer, ruleAgainst, rulesAgainstHolders } from './rules.ts'
import { standingOf, type Standing } from './standing.ts'
import { invitations } from './tables.ts'

/** What the holder of a letter sends. Somebody known needs the token alone, and somebody new no password: links to the address let in as well. */
export interface Coming {
  token: string
  name?: string
  password?: string
  /** The language chosen on the page; else the one of the letter. */
  language?: Me['language']
}

/** Why somebody who is known already cannot come in this way; said to the holder of the letter only. */
const refusals = {
  EMPLOYEES_ARE_ADDED:
    'This address belongs to somebody who works here. The owner of the group can add them as a member.',
  ALREADY_HERE: 'Somebody with this address is here already. Sign in with it.',
  ACCOUNT_CLOSED: 'The account with this address was closed. Ask whoever invited you.',
  LICENCE_FULL:
    'There is no free place in this portal at present. Your link stays good until it runs out; ask whoever invited you.',
  ...rulesAgainstHolders,
}

/** What stands between the holder of a letter and the room. */
export type Way =
  /** With somebody there already: an account whose address nobody proved, or that was closed because a group declined them. */
  | { next: 'register'; personId: string | null }
  | { next: 'signIn' | 'join'; personId: string }
  /** Somebody who was added, and whose address nobody signs in with: they are in with one click (INV-4). */
  | { next: 'enter'; personId: string }
  | { next: 'refused'; rule: keyof typeof refusals }

/**
 * The invitation that a letter's token belongs to. Unknown, used, expired and withdrawn ones, and those that stand no more, are one
 * answer (INV-8). For the keeper.
 */
export async function standingByToken(tx: Tx, token: string, as: 'seen' | 'held'): Promise<Standing> {
  return found(await standingOf(tx, eq(invitations.tokenHash, hashed(token)), as))
}

/** What the holder of the letter does next, given who is signed in. */
export async function wayIn(tx: Tx, standing: Standing, me: Me | null): Promise<Way> {
  const { invitation, group } = standing
  const rule = await ruleAgainst(tx, standing)
  if (rule) return { next: 'refused', rule }
  const byPhone = isNumber(invitation.email)
  const personId = await (byPhone ? personByNumber : personByEmail)(tx, invitation.email)
  if (personId === null && invitation.personId) return { next: 'enter', personId: invitation.personId }
  if (personId === null)
    return (await hasPlace(tx, group ? 'external' : 'employee'))
      ? { next: 'register', personId }
      : { next: 'refused', rule: 'LICENCE_FULL' }
  const [person] = await tx
    .select({ id: people.id, kind: people.kind, dismissedAt: people.dismissedAt, proven: signIns.emailVerified })
    .from(people)
    .innerJoin(signIns, eq(signIns.id, people.id))
    .where(eq(people.id, personId))
  const { kind, dismissedAt, proven } = found(person)
  if (dismissedAt && !(group && kind === 'external' && (await closedByDecline(tx, found(person)))))
    return { next: 'refused', rule: 'ACCOUNT_CLOSED' }
  if (!group) return { next: 'refused', rule: 'ALREADY_HERE' }
  if (kind === 'employee') return { next: 'refused', rule: 'EMPLOYEES_ARE_ADDED' }
  if (dismissedAt && !(await hasPlace(tx, 'external'))) return { next: 'refused', rule: 'LICENCE_FULL' }
  // A number is known here only because somebody has shown it.
  if (dismissedAt || !(proven || byPhone)) return { next: 'register', personId }
  return { next: me?.id === personId ? 'join' : 'signIn', personId }
}

/**
 * Lets the holder of a letter in: makes the account if there is none, and the membership, or the request where a keeper of the
 * group answers. All that must still hold is asked in `standingOf` and `wayIn`, and held as long as this lasts. For the keeper.
 */
export async function redeem(tx: Tx, me: Me | null, input: Coming) {
  await holdCompanies(tx)
  const standing = await standingByToken(tx, input.token, 'held')
  const { invitation, group } = standing
  // Two letters to one address, opened at once, make one account: the second waits here and then finds it.
  await holdAddress(tx, invitation.email)
  const way = await wayIn(tx, standing, me)
  if (way.next === 'refused') throw refused(way.rule, refusals[way.rule])
  if (way.next === 'signIn')
    throw refused('SIGN_IN_FIRST', 'There is an account with this address. Sign in with it first, then join.')
  if (invitation.linkId) await countComer(tx, standing.inviter)
  if (way.next === 'enter') await proveAddress(tx, way.personId, invitation.email)
  const personId = way.next === 'register' ? await admit(tx, standing, { ...input, known: way.personId }) : way.personId
  const waiting = group !== null && (await comeInto(tx, standing, group, personId)) === 'lobby'
  if (!group)
    await tx
      .update(invitations)
      .set({ acceptedAt: new Date(), acceptedBy: personId, tokenHash: null, outcome: 'joined' })
      .where(eq(invitations.id, invitation.id))
  await tell(tx, invitationAccepted, { about: invitation, data: { personId }, by: personId })
  // Of a group that they wait for they learn nothing but the name.
  const groupId = waiting ? null : invitation.groupId
  return { personId, groupId, waiting, email: invitation.email, next: way.next }
}

/** Brings somebody into the group or, through the lobby, before its keepers. Whoever is inside already stays there. */
async function comeInto(
  tx: Tx,
  { invitation, into }: Standing,
  group: GroupRow,
  personId: string,
): Promise<'inside' | 'lobby'> {
  const inside = into === 'inside' || (await membersAmong(tx, group.id, [personId])).length > 0
  // What leads in by now, and led into the lobby when it was sent: nobody has chosen what the first finds here.
  if (inside) await letFirstIn(tx, group.id, { by: invitation.invitedBy })
  const closing = { acceptedAt: new Date(), acceptedBy: personId, tokenHash: null }
  const sameWay = and(eq(invitations.groupId, group.id), eq(invitations.email, invitation.email), notClosed())
  // Letters of others to the same address lead nowhere any more, once somebody is in.
  const closed = await tx
    .update(invitations)
    .set({ ...closing, outcome: inside ? 'joined' : 'asked' })
    .where(inside ? sameWay : eq(invitations.id, invitation.id))
    .returning({ personId: invitations.personId })
  if (inside) {
    // The one that was followed is the last of them: whoever sent it is named as the one who invited.
    const acceptedAt = new Date(closing.acceptedAt.getTime() + 1)
    await tx.update(invitations).set({ acceptedAt }).where(eq(invitations.id, invitation.id))
    const { role, accessUntil: until, purpose, invitedBy: letInBy } = invitation
    await arrive(tx, group, { id: personId, kind: 'external' }, { role, until, purpose, by: personId, letInBy })
    await standInFor(tx, group, closed, personId)
    return 'inside'
  }
  const { invitedBy, accessUntil, purpose } = invitation
  await makeRequest(tx, group, { personId, invitedBy, accessUntil, purpose, groupName: group.name })
  await tell(tx, invitationAnswered, {
    about: { id: invitation.id, ...(await ownPlaceOf(tx, invitedBy)) },
    data: {},
    by: personId,
  })
  return 'lobby'
}

async function admit(
  tx: Tx,
  { invitation, group }: Standing,
  { name, password, language = invitation.language, known }: Coming & { known: string | null },
): Promise<string> {
  if (!name) throw invalid('name', 'Say what you are called.')
  const byPhone = isNumber(invitation.email)
  const { email } = invitation
  if (known) {
    // Whoever was turned away holds no place of the licence any more.
    const [closed] = await tx.select({ at: people.dismissedAt }).from(people).where(eq(people.id, known))
    if (closed?.at) await takeLicence(tx, 'external')
    // Whoever made the account before showed nothing: what they chose, and where they are signed in, does not count.
    await takeOver(tx, known, { name, password, language, email })
    if (closed?.at)
      await tell(tx, personRehired, { about: { id: known, ...(await ownPlaceOf(tx, known)) }, data: {}, by: known })
    return known
  }
  await takeLicence(tx, group ? 'external' : 'employee')
  const companyId = group ? await companyForNewcomer(tx, invitation) : undefined
  return admitPerson(tx, {
    name,
    ...(byPhone ? { number: email } : { email }),
    password,
    language,
    companyId,
    position: invitation.position,
    kind: group ? 'external' : 'employee',
    proven: true,
  })
}
