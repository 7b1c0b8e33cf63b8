import { ORPCError } from '@orpc/server'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { phoneNumbers } from '#access/phones.ts'
import type { Me } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isNumber } from '#platform/sms/numbers.ts'
import type { InvitationRules } from '../contract.ts'
import { lackingIn } from '../link/server/lacking.ts'
import { refuseFaults, type Fault, type TypedAddress } from './addresses.ts'
import { covers, readDomains } from './domains.ts'
import { holdRules } from './holding.ts'
import { expiry, type InvitationRow } from './open.ts'
import { mustHavePlace } from './places.ts'
import { isAdministrator, type Ground } from './standing.ts'
import { invitationRules, sendings } from './tables.ts'

const defaults: InvitationRules = {
  externals: true,
  whoInvites: 'group',
  ordinaryMembersInvite: 'lobby',
  phones: true,
  allowedDomains: [],
  deniedDomains: [],
  dailyLimit: 500,
  days: 10,
  approval: false,
  purpose: false,
  mostDays: null,
}

const day = 86_400_000

/** What the holder of a good letter hears when a rule of the portal stands in the way; nothing of which domains or people it names. */
export const rulesAgainstHolders = {
  EXTERNALS_SWITCHED_OFF:
    'This portal lets nobody new in from outside at present. Its administrators can change that; ask whoever invited you.',
  INVITING_LIMITED:
    'Whoever invited you may not invite people from outside any more. The administrators of this portal decide who may.',
  PHONES_SWITCHED_OFF:
    'This portal lets nobody new in by phone at present. Its administrators can change that; ask whoever invited you.',
  LINK_SAYS_TOO_LITTLE:
    'The rules of this portal ask for more than the link said by which you come. Ask whoever gave it to you for a new one.',
  DOMAIN_NOT_ALLOWED:
    'The rules of this portal do not let in addresses of this domain. Its administrators can change that; ask whoever invited you.',
}

/** The portal's rules about inviting (INV-9). Read by employees and by the keeper; people from outside never read them. */
export async function readRules(tx: Tx): Promise<InvitationRules> {
  const [row] = await tx.select().from(invitationRules)
  if (!row) return defaults
  const { id: _one, ...rules } = row
  return rules
}

/** Changes the rules; for administrators. */
export async function changeRules(tx: Tx, asked: Partial<InvitationRules>): Promise<InvitationRules> {
  const changes = { ...asked }
  if (asked.allowedDomains) changes.allowedDomains = readDomains('allowedDomains', asked.allowedDomains)
  if (asked.deniedDomains) changes.deniedDomains = readDomains('deniedDomains', asked.deniedDomains)
  if (Object.values(changes).some((value) => value !== undefined))
    await tx
      .insert(invitationRules)
      .values({ id: 1, ...changes })
      .onConflictDoUpdate({ target: invitationRules.id, set: changes })
  return readRules(tx)
}

/** Refuses what the portal's rules do not let this inviter send, and notes what they send. As the inviter, or as the keeper for them. */
export async function followRules(tx: Tx, me: Me, typed: TypedAddress[]): Promise<void> {
  const rules = await readRules(tx)
  mustLetInvite(rules, me)
  const faults = typed.flatMap(({ at, address }): Fault[] =>
    letsIn(rules, address.domain)
      ? []
      : [{ at, email: address.text, reason: address.domain === null ? 'PHONES_SWITCHED_OFF' : 'DOMAIN_NOT_ALLOWED' }],
  )
  refuseFaults(faults)
  await mustHavePlace(tx, me, typed)
  await countSendings(tx, me, rules, typed.length)
}

/** Refuses what the portal lets nobody do at present, or not this inviter. */
export function mustLetInvite(rules: InvitationRules, me: Me): void {
  if (!rules.externals)
    throw refused(
      'EXTERNALS_SWITCHED_OFF',
      'This portal lets nobody new in from outside at present. An administrator can change that in Settings → Invitations.',
    )
  if (!mayInvite(rules, me.kind, me.administrator))
    throw refused(
      'INVITING_LIMITED',
      'You may not invite people from outside in this portal. An administrator can change that in Settings → Invitations.',
    )
}

/** Until when a letter that is sent now is good, and whether it waits for an administrator first; `approved` is one that they looked at as it is. */
export async function termsOf(
  tx: Tx,
  me: Me,
  { groupId, approved = false }: { groupId: string | null; approved?: boolean },
  sentAt: Date,
): Promise<Pick<InvitationRow, 'expiresAt' | 'heldAt'>> {
  const { days, approval } = await readRules(tx)
  const waits = approval && groupId !== null && !me.administrator && !approved
  return { expiresAt: expiry(sentAt, days), heldAt: waits ? sentAt : null }
}

/** What of an invitation the rules are asked about. */
type Coming = Pick<InvitationRow, 'email' | 'linkId' | 'purpose' | 'accessUntil'>

/**
 * The rule that keeps the holder of a letter out by now, or null. For the keeper, who holds the rules where somebody is let in, so that nobody
 * comes after one was changed.
 */
export async function ruleAgainst(
  tx: Tx,
  { invitation, group, inviter }: Ground & { invitation: Coming },
): Promise<keyof typeof rulesAgainstHolders | null> {
  if (!group) return null
  const rules = await readRules(tx)
  if (!rules.externals) return 'EXTERNALS_SWITCHED_OFF'
  if (!mayInvite(rules, inviter.kind, rules.whoInvites === 'administrators' && (await isAdministrator(tx, inviter.id))))
    return 'INVITING_LIMITED'
  // A link writes to whoever asks, so there is nothing that an administrator could look at first.
  if (invitation.linkId && rules.approval && !(await isAdministrator(tx, inviter.id))) return 'INVITING_LIMITED'
  if (invitation.linkId && lackingIn(invitation, rules, group.timeZone)) return 'LINK_SAYS_TOO_LITTLE'
  if (isNumber(invitation.email)) return letsIn(rules, null) ? null : 'PHONES_SWITCHED_OFF'
  return letsIn(rules, invitation.email.split('@').at(-1) ?? '') ? null : 'DOMAIN_NOT_ALLOWED'
}

const mayInvite = ({ whoInvites }: InvitationRules, kind: Me['kind'], administrator: boolean): boolean =>
  whoInvites === 'group' || (whoInvites === 'employees' ? kind === 'employee' : administrator)

/** The same of somebody who came through the lobby and waits for a keeper of the group, with the rules held. For the keeper. */
export async function ruleAgainstRequest(
  tx: Tx,
  { personId, invitedBy, group }: { personId: string; invitedBy: string; group: GroupRow },
): Promise<Exclude<keyof typeof rulesAgainstHolders, 'LINK_SAYS_TOO_LITTLE'> | null> {
  await holdRules(tx)
  const [inviter] = await tx.select().from(people).where(eq(people.id, invitedBy))
  const [reach] = await tx.select({ email: reaches.email }).from(reaches).where(eq(reaches.personId, personId))
  const [proven] = await tx.select().from(phoneNumbers).where(eq(phoneNumbers.personId, personId))
  const email = reach?.email || proven?.number || ''
  const invitation = { email, linkId: null, purpose: '', accessUntil: null }
  const rule = await ruleAgainst(tx, { invitation, group, inviter: found(inviter), into: 'lobby' })
  return rule === 'LINK_SAYS_TOO_LITTLE' ? null : rule
}

/** A number has no domain; of those says a rule of their own. */
const letsIn = ({ phones, allowedDomains, deniedDomains }: InvitationRules, domain: string | null): boolean =>
  domain === null
    ? phones
    : !covers(deniedDomains, domain) && (allowedDomains.length === 0 || covers(allowedDomains, domain))

/** Whether the rules take an address of this domain, held as they are until the end of the transaction. For the keeper. */
export async function takesDomain(tx: Tx, domain: string): Promise<boolean> {
  await holdRules(tx)
  return letsIn(await readRules(tx), domain)
}

/** Counts somebody who comes by a link as sent by whoever made it; refuses when that is more than one person may send. For the keeper. */
export async function countComer(tx: Tx, inviter: { id: string }): Promise<void> {
  const maker = { id: inviter.id, administrator: await isAdministrator(tx, inviter.id) }
  await countSendings(tx, maker, await readRules(tx), 1).catch((error: unknown) => {
    if (!(error instanceof ORPCError) || error.code !== 'DAILY_LIMIT') throw error
    throw refused(
      'LINK_RESTS',
      'As many people have come by this link in the last 24 hours as the rules of this portal let in. Try again later; your letter stays good until it runs out.',
    )
  })
}

async function countSendings(
  tx: Tx,
  me: Pick<Me, 'id' | 'administrator'>,
  { dailyLimit }: InvitationRules,
  more: number,
): Promise<void> {
  if (me.administrator) return
  // Two panels of one person at once are counted one after the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`inviter ${me.id}`}, 0))`)
  const [sent] = await tx
    .select({ lately: count() })
    .from(sendings)
    .where(and(eq(sendings.personId, me.id), gt(sendings.sentAt, new Date(Date.now() - day))))
  if (dailyLimit !== null && (sent?.lately ?? 0) + more > dailyLimit)
    throw refused(
      'DAILY_LIMIT',
      `In this portal one person sends at most ${dailyLimit} invitations in 24 hours. Send the others later, or ask an administrator, who can change this in Settings → Invitations.`,
    )
  await tx.insert(sendings).values(Array.from({ length: more }, () => ({ personId: me.id })))
}
