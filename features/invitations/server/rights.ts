import { invalid, notFound, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import type { From } from '#features/groups/contract.ts'
import {
  dayIn,
  daysAfter,
  invitersOf,
  invitesAs,
  isOver,
  keepersInvite,
  mustBeRight,
  type GroupRow,
} from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { refuseFaults, type Fault } from './addresses.ts'
import type { InvitationRow } from './open.ts'
import { roleIn } from './queries.ts'
import { readRules } from './rules.ts'

/** What an inviter says beside the addresses. */
export interface Inviting {
  emails: string[]
  /** Of numbers that are typed without one, where the portal says it. */
  country?: string | undefined
  note?: string
  language?: Me['language']
  company?: string
  role?: 'moderator' | 'member'
  /** The last day. */
  accessUntil?: string
  purpose?: string
  /** What the first from outside finds of what was written before (GRP-3). */
  from?: From
  /** What is said of each by where their address stands; what it leaves out is said of all. */
  each?: Each[]
}

/** What is said of one of several. */
interface Each extends Pick<Inviting, 'language' | 'company' | 'accessUntil'> {
  name?: string
  position?: string
}

/**
 * How somebody invites into a group (GRP-5, INV-6): whom the group lets, directly; any other member through the lobby, where a
 * keeper answers, or not at all if the portal says so. As the inviter, or as the keeper for one from outside.
 */
export async function wayOfInviting(tx: Tx, me: Me, group: GroupRow): Promise<'directly' | 'lobby'> {
  if (!group.externalSince)
    throw refused('GROUP_CLOSED_TO_EXTERNALS', 'This group is not open to external people. Its owner can open it.')
  const role = await roleIn(tx, group.id, me.id)
  if (role === null) throw notFound()
  if (invitesAs(group, role, me.kind)) return 'directly'
  if (me.kind === 'external' && group.isolation === 'readonly')
    throw refused(
      'EXTERNALS_ONLY_READ',
      'In this group people from outside only read, so they invite nobody. Its owner and moderators can change that.',
    )
  if ((await readRules(tx)).ordinaryMembersInvite === 'lobby') return 'lobby'
  throw invitersOf(group)
}

/** Refuses what not everybody who invites may say of whom they invite, and a date that has passed (INV-10); asks for what the portal asks for (INV-11). */
export async function mustMaySay(tx: Tx, me: Me, group: GroupRow, input: Inviting): Promise<void> {
  const { each = [] } = input
  if (me.kind === 'external' && [input, ...each].some(({ company }) => company !== undefined))
    throw refused(
      'EXTERNALS_GIVE_ADDRESSES',
      'External people who invite give addresses and a word with them. The company is said by people who work here.',
    )
  if (input.role === 'moderator' && !(await keepsGroup(tx, me, group.id))) throw moderatorsByKeepers()
  const { purpose, mostDays: longest } = await readRules(tx)
  if (purpose && !input.purpose)
    throw invalid('purpose', 'This portal asks what people from outside are let in for. Say it in a few words.')
  const { timeZone } = group
  // What is said of all counts for those of whom nothing else is said.
  if (each.length === 0 || each.some(({ accessUntil }) => accessUntil === undefined))
    mustBeRight('accessUntil', input.accessUntil ?? null, { timeZone, longest })
  const furthest = longest === null ? null : daysAfter(dayIn(timeZone), longest)
  refuseFaults(
    each.flatMap(({ accessUntil }, at): Fault[] => {
      const fault = (reason: Fault['reason']): Fault[] => [{ at, email: input.emails[at] ?? '', reason }]
      if (!accessUntil) return []
      if (isOver(accessUntil, timeZone)) return fault('DAY_PASSED')
      return furthest !== null && accessUntil > furthest ? fault('DAY_TOO_FAR') : []
    }),
  )
}

/** The rule that a member meets who invites a moderator, or sends the letter of one anew that they sent when they kept the group. */
export const moderatorsByKeepers = () =>
  refused(
    'MODERATORS_BY_KEEPERS',
    'Only the owner and the moderators of this group who work here invite somebody as a moderator.',
  )

/** What the portal asks for and is not asked while a group is made: the group is what they come for, and for as long as can be said. */
export async function saidByGroup(tx: Tx, group: GroupRow): Promise<Pick<Inviting, 'purpose' | 'accessUntil'>> {
  const { purpose, mostDays } = await readRules(tx)
  return {
    ...(purpose ? { purpose: group.name } : {}),
    ...(mostDays === null ? {} : { accessUntil: daysAfter(dayIn(group.timeZone), mostDays) }),
  }
}

/** Refuses whoever is neither a keeper of the group nor the sender of the invitation. */
export async function mustHaveInHand(tx: Tx, me: Me, row: InvitationRow): Promise<void> {
  if (row.invitedBy === me.id) return
  if (!row.groupId || !(await keepsGroup(tx, me, row.groupId))) throw keepersInvite()
}

/** Whether somebody is owner or moderator of a group, and works here. As they themselves, or as the keeper for one from outside. */
export async function keepsGroup(tx: Tx, me: Me, groupId: string): Promise<boolean> {
  const role = me.kind === 'employee' ? await roleIn(tx, groupId, me.id) : null
  return role === 'owner' || role === 'moderator'
}
