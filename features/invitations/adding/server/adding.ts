import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { admitPerson } from '#access/admit.ts'
import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { arrive, invitersOf, letFirstIn, mustBeOpen, type GroupRow } from '#features/groups/server/door.ts'
import { members } from '#features/groups/server/tables.ts'
import { companyNamed } from '#features/people/server/door.ts'
import { takeLicence } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isNumber } from '#platform/sms/numbers.ts'
import { close, sentByEmployee, tellSent } from '../../server/actions.ts'
import { readAddresses, refuseFaults, type NumbersBy, type TypedAddress } from '../../server/addresses.ts'
import { companyOfAddress } from '../../server/company.ts'
import { notClosed, type InvitationRow } from '../../server/open.ts'
import { mustMaySay, wayOfInviting, type Inviting } from '../../server/rights.ts'
import { followRules, readRules, termsOf } from '../../server/rules.ts'
import { invitations } from '../../server/tables.ts'
import { refuseKnownToAdd } from './known.ts'
import { fillProfile, type Profile } from './profile.ts'

/** What is said of somebody who is added. */
interface Said extends Profile, Pick<Inviting, 'company' | 'role' | 'accessUntil' | 'purpose' | 'language' | 'from'> {
  email: string
  name: string
  position?: string
}

/** The same, with the address read, and the company that it speaks for as far as whoever adds may know. */
export interface Adding extends Said {
  typed: TypedAddress
  companyName: string | null
}

/** Reads whom somebody adds. As they themselves: whom they may not see is added like anybody else, and nothing says that they are known. */
export async function readPerson(tx: Tx, said: Said, groupId: string, numbersBy: NumbersBy): Promise<Adding> {
  const typed = found(readAddresses([said.email], numbersBy)[0])
  await refuseKnownToAdd(tx, typed, groupId)
  return { ...said, typed, companyName: said.company ?? (await companyOfAddress(tx, said.email))?.name ?? null }
}

/** Whether somebody may add people to this group at all. For the keeper. */
export async function adds(tx: Tx, me: Me, group: GroupRow): Promise<boolean> {
  const way = await wayOfInviting(tx, me, group).catch(() => null)
  const { approval } = await readRules(tx)
  return way !== null && (me.administrator || (way === 'directly' && !approval))
}

/**
 * Makes an account of all that was said and a member of it at once, and writes a letter, or a text message, to come in by (INV-4). All that an invitation is asked
 * when somebody comes is asked here. Nothing looks whether the address or number is known: it becomes theirs who come through what was written to it. For the keeper, who holds the group and whoever adds.
 */
export async function addTo(tx: Tx, me: Me, group: GroupRow, adding: Adding): Promise<InvitationRow> {
  const { typed, name, position, companyName, language = me.language, role = 'member', accessUntil } = adding
  const { address } = typed
  await mustMayAdd(tx, me, group)
  await mustMaySay(tx, me, group, { emails: [], ...adding })
  await followRules(tx, me, [typed])
  await letFirstIn(tx, group.id, { from: adding.from, by: me.id })
  await closeOthers(tx, me, group, typed)
  await takeLicence(tx, 'external')
  const companyId = companyName ? await companyNamed(tx, companyName) : undefined
  const email = address.normalised
  const personId = await admitPerson(tx, {
    name,
    kind: 'external',
    ...(isNumber(email) ? { number: email } : { email }),
    companyId,
    position,
    language,
    proven: 'later',
  })
  await fillProfile(tx, personId, { ...adding, ...(isNumber(email) ? { mobile: '' } : {}) })
  const until = accessUntil ?? null
  const purpose = adding.purpose ?? ''
  await arrive(tx, group, { id: personId, kind: 'external' }, { role, until, purpose, by: me.id })
  const sentAt = new Date()
  const terms = await termsOf(tx, me, { groupId: group.id }, sentAt)
  const team = found(await audienceOf(tx, group.spaceId, 'team'))
  const about = { email, address: address.text, company: companyName, language, role, accessUntil: until, purpose }
  const [made] = await tx
    .insert(invitations)
    .values({ ...team, ...about, groupId: group.id, personId, invitedBy: me.id, sentAt, ...terms })
    .returning()
  await tellSent(tx, found(made), me)
  return found(made)
}

async function mustMayAdd(tx: Tx, me: Me, group: GroupRow): Promise<void> {
  const { approval } = await readRules(tx)
  await mustBeMember(tx, group.id, me.id)
  const way = await wayOfInviting(tx, me, group)
  mustBeOpen(group)
  if (me.administrator) return
  if (way === 'lobby') throw invitersOf(group)
  if (approval)
    throw refused(
      'ADDING_WITHOUT_APPROVAL',
      'In this portal an administrator looks at every invitation, so nobody else adds people. Invite by letter, or ask an administrator.',
    )
}

/** Whoever adds is here and a member. */
async function mustBeMember(tx: Tx, groupId: string, personId: string): Promise<void> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, and(eq(people.id, members.personId), isNull(people.dismissedAt)))
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId), isNull(members.lapsedAt)))
  found(member)
}

/**
 * Whoever was invited into this group by letter and is added now has one letter, the new one. Whoever was added already stays so: two panels
 * at once make one account. People from outside meet their own letters only, as when they invite.
 */
async function closeOthers(tx: Tx, me: Me, group: GroupRow, { address, at }: TypedAddress): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`invited ${group.id} ${address.normalised}`}, 0))`,
  )
  const among = me.kind === 'external' ? eq(invitations.invitedBy, me.id) : sentByEmployee
  const there = and(eq(invitations.groupId, group.id), eq(invitations.email, address.normalised), notClosed(), among)
  const [added] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(there, isNotNull(invitations.personId)))
  if (added) refuseFaults([{ at, email: address.text, reason: 'ALREADY_MEMBER' }])
  for (const row of await tx.select().from(invitations).where(there).orderBy(invitations.id)) await close(tx, row, me)
}
