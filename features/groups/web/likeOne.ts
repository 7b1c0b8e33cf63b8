import type { Group } from '../contract.ts'
import type { GroupValues } from './GroupFields.tsx'
import type { Isolation } from './IsolationField.tsx'

/** What is filled in to make a group. */
export interface Creating extends GroupValues {
  kind: 'workgroup' | 'project'
  external: boolean
  isolation: Isolation
  history?: Group['history']
  emails: string[]
  note: string
}

/** A new group before anything is said of it. */
export const blank: Creating = {
  name: '',
  description: '',
  kind: 'workgroup',
  visibility: 'open',
  external: false,
  isolation: 'open',
  startsAt: '',
  endsAt: '',
  emails: [],
  note: '',
}

/** What a group made like another begins with: how it is set up, and nothing of who or what is in it (GRP-10). */
export const likeOne = (
  { description, kind, visibility, external, isolation = 'open', history, whoInvites }: Group,
  name: string,
): Creating => ({
  ...blank,
  name,
  description,
  kind,
  visibility,
  external,
  isolation,
  ...(history ? { history } : {}),
  ...(whoInvites ? { whoInvites } : {}),
})
