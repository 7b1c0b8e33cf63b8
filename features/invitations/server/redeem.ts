import { and, eq, sql } from 'drizzle-orm'
import { admitPerson, personByEmail } from '#access/admit.ts'
import { found, invalid, notFound, refused } from '#access/errors.ts'
import { hashed } from '#access/sessions.ts'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { memberJoined } from '#features/groups/events.ts'
import { enter } from '#features/groups/server/door.ts'
import { hasPlace, takeLicence } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { invitationAccepted } from '../events.ts'
import { companyForNewcomer } from './company.ts'
import { open } from './open.ts'
import { ruleAgainst, rulesAgainstHolders } from './rules.ts'
import { standingOf, type Standing } from './standing.ts'
import { invitations } from './tables.ts'

/** What the holder of a letter sends. Somebody known needs the token alone. */
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
  | { next: 'register' }
  | { next: 'signIn' | 'join'; personId: string }
  | { next: 'refused'; rule: keyof typeof refusals }

/**
 * The invitation that a letter's token belongs to, locked until the transaction ends. Unknown, used, expired and withdrawn
 * ones, and those that stand no more, are one answer (INV-8). For the keeper.
 */
export async function standingByToken(tx: Tx, token: string): Promise<Standing> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.tokenHash, hashed(token)), open()))
    .for('update')
  const standing = row && (await standingOf(tx, row))
  if (!standing) throw notFound()
  return standing
}

/** What the holder of the letter does next, given who is signed in. */
export async function wayIn(tx: Tx, standing: Standing, me: Me | null): Promise<Way> {
  const { invitation, group } = standing
  const rule = await ruleAgainst(tx, standing)
  if (rule) return { next: 'refused', rule }
  const personId = await personByEmail(tx, invitation.email)
  if (personId === null)
    return (await hasPlace(tx, group ? 'external' : 'employee'))
      ? { next: 'register' }
      : { next: 'refused', rule: 'LICENCE_FULL' }
  const [person] = await tx
    .select({ kind: people.kind, dismissedAt: people.dismissedAt })
    .from(people)
    .where(eq(people.id, personId))
  if (found(person).dismissedAt) return { next: 'refused', rule: 'ACCOUNT_CLOSED' }
  if (!group) return { next: 'refused', rule: 'ALREADY_HERE' }
  if (found(person).kind === 'employee') return { next: 'refused', rule: 'EMPLOYEES_ARE_ADDED' }
  return { next: me?.id === personId ? 'join' : 'signIn', personId }
}

/** Lets the holder of a letter in: makes the account if there is none, and the membership. For the keeper. */
export async function redeem(tx: Tx, me: Me | null, input: Coming) {
  const standing = await standingByToken(tx, input.token)
  const { invitation, group } = standing
  // Two letters to one address, opened at once, make one account: the second waits here and then finds it.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`address ${invitation.email}`}, 0))`)
  const way = await wayIn(tx, standing, me)
  if (way.next === 'refused') throw refused(way.rule, refusals[way.rule])
  if (way.next === 'signIn')
    throw refused('SIGN_IN_FIRST', 'There is an account with this address. Sign in with it first, then join.')
  const personId = way.next === 'join' ? way.personId : await admit(tx, standing, input)
  await tx
    .update(invitations)
    .set({ acceptedAt: new Date(), acceptedBy: personId, tokenHash: null })
    .where(eq(invitations.id, invitation.id))
  if (group) {
    const place = await enter(tx, group, { id: personId, kind: 'external' }, 'member')
    await tell(tx, memberJoined, { about: { ...place, id: group.id }, data: { personId }, by: personId })
  }
  await tell(tx, invitationAccepted, { about: invitation, data: { personId }, by: personId })
  return { personId, groupId: invitation.groupId, email: invitation.email, isNew: way.next === 'register' }
}

async function admit(
  tx: Tx,
  { invitation, group }: Standing,
  { name, password, language = invitation.language }: Coming,
): Promise<string> {
  if (!name) throw invalid('name', 'Say what you are called.')
  if (!password) throw invalid('password', 'Choose a password of at least 10 characters.')
  const { email } = invitation
  await takeLicence(tx, group ? 'external' : 'employee')
  const companyId = group ? await companyForNewcomer(tx, invitation) : undefined
  return admitPerson(tx, {
    name,
    email,
    password,
    language,
    companyId,
    kind: group ? 'external' : 'employee',
    proven: true,
  })
}
