import type { Me } from '#ui/me.ts'
import type { Group } from '../contract.ts'

/** Whether somebody archives and reopens this group: its owner, and administrators who are in it. The server says the same. */
export const mayArchive = (group: Group, me: Pick<Me, 'administrator'>): boolean =>
  group.mine === 'owner' || (group.mine !== null && me.administrator)
