import type { Group, Template } from '../contract.ts'
import type { ToolSetting } from '../tools/contract.ts'
import { momentOf } from './days.ts'
import type { GroupValues } from './GroupFields.tsx'
import type { Isolation } from './IsolationField.tsx'

/** What is filled in to make a group. */
export interface Creating extends GroupValues {
  kind: 'workgroup' | 'project'
  external: boolean
  isolation: Isolation
  whoInvites: Group['whoInvites']
  tools: ToolSetting[]
  history: Template['history']
  /** Taken over from the group that it is made like; else it is the server's to say. Always named, so that the form forgets it when it is set back. */
  timeZone: string | undefined
  emails: string[]
  note: string
}

const open = { on: true, viewers: 'members', adders: 'members', changers: 'members' } as const
/** Each tool once: one more in the contract is asked for here. */
const tools: Record<ToolSetting['tool'], ToolSetting> = {
  feed: { tool: 'feed', ...open },
  tasks: { tool: 'tasks', ...open },
}

/** A new group before anything is said of it. */
export const blank: Creating = {
  name: '',
  description: '',
  kind: 'workgroup',
  visibility: 'open',
  external: false,
  isolation: 'open',
  history: 'everything',
  timeZone: undefined,
  whoInvites: 'keepers',
  tools: Object.values(tools),
  startsAt: '',
  endsAt: '',
  emails: [],
  note: '',
}

/** What is filled in when a group is made like another: how that one is set up. What was typed of the new one itself stays. */
export const likeOne = (template: Template, typed: Creating): Creating => ({ ...typed, ...template })

/** The same as the server takes it. */
export function bodyOf({ emails, note, startsAt, endsAt, isolation, ...about }: Creating) {
  const dates = about.kind === 'project' ? { startsAt: momentOf(startsAt), endsAt: momentOf(endsAt) } : {}
  if (!about.external) return { ...about, ...dates }
  const invitations =
    emails.length > 0 ? { invitations: { emails, ...(note.trim() ? { note: note.trim() } : {}) } } : {}
  return { ...about, ...dates, isolation, visibility: 'secret' as const, ...invitations }
}
