import { refused } from '#access/errors.ts'
import type { groups, members } from './tables.ts'

type Setting = Pick<typeof groups.$inferSelect, 'whoInvites' | 'isolation'>
type Role = (typeof members.$inferSelect)['role'] | null
type Kind = 'employee' | 'external'

/** Whether a group lets somebody of this role invite people from outside by themselves (GRP-5). Where people from outside only read, they invite nobody. */
export function invitesAs({ whoInvites, isolation }: Setting, role: Role, kind: Kind): boolean {
  if (kind === 'external' && isolation === 'readonly') return false
  if (role === 'owner') return true
  if (role === 'moderator') return whoInvites !== 'owner'
  return role === 'member' && whoInvites === 'members'
}

/** Whether the same rule lets them add colleagues: never somebody from outside, who only types addresses (INV-5). */
export const addsAs = (setting: Setting, role: Role, kind: Kind): boolean =>
  kind === 'employee' && invitesAs(setting, role, kind)

/** The rule that somebody meets whom the group does not let bring people in. */
export function invitersOf({ whoInvites }: Pick<Setting, 'whoInvites'>) {
  if (whoInvites === 'owner')
    return refused(
      'INVITING_BY_OWNER',
      'Only the owner of this group brings people in. Ask them; they can change this in the settings of the group.',
    )
  return whoInvites === 'keepers'
    ? keepersInvite()
    : refused('INVITING_BY_MEMBERS', 'Only members of this group bring people in. Join it first.')
}

/** The same where it is for the owner and the moderators. */
export const keepersInvite = () =>
  refused(
    'INVITING_BY_OWNER_AND_MODERATORS',
    'Only the owner and the moderators of this group bring people in. Ask one of them; they can change this in the settings of the group.',
  )

/** Refuses whoever may not add colleagues to a group, or not as this. */
export function mustAddAs(setting: Setting, mine: Role, kind: Kind, role: 'moderator' | 'member'): void {
  if (kind === 'external')
    throw refused(
      'COLLEAGUES_ADD_COLLEAGUES',
      'Colleagues are added by those who work here. People from outside invite by address.',
    )
  if (!addsAs(setting, mine, kind)) throw invitersOf(setting)
  if (role === 'moderator' && mine === 'member') throw keepersOnly()
}

/** The rule that a member meets who is neither owner nor moderator, and a moderator from outside. */
export const keepersOnly = () =>
  refused('OWNER_AND_MODERATORS_ONLY', 'Only the owner and the moderators of this group who work here can do this.')
