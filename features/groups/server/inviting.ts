import type { groups, members } from './tables.ts'

type Setting = Pick<typeof groups.$inferSelect, 'whoInvites' | 'isolation'>
type Role = (typeof members.$inferSelect)['role'] | null

/** Whether a group lets somebody of this role invite people from outside by themselves (GRP-5). Where people from outside only read, they invite nobody. */
export function invitesAs({ whoInvites, isolation }: Setting, role: Role, kind: 'employee' | 'external'): boolean {
  if (kind === 'external' && isolation === 'readonly') return false
  if (role === 'owner') return true
  if (role === 'moderator') return whoInvites !== 'owner'
  return role === 'member' && whoInvites === 'members'
}
