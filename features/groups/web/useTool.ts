import type { Group } from '../contract.ts'
import { useGroup } from './useGroup.ts'

type Here = Group['tools'][number]

/** What a person may do in a tool of a group. */
interface MayUse {
  adds: boolean
  /** The rule that does not let them add something. */
  rule: 'ADDED_BY_OWNER' | 'ADDED_BY_KEEPERS' | 'ADDED_BY_TEAM' | 'TOOL_SHUT' | null
  /** Whether people from outside see it who do not keep the group. */
  outside: boolean
}

const rules = { owner: 'ADDED_BY_OWNER', keepers: 'ADDED_BY_KEEPERS', team: 'ADDED_BY_TEAM', members: null } as const

/** What the person may do in a tool of a group; where the group is not known yet, or there is none, all of it. */
export function useTool(groupId: string | null, tool: Here['tool']): MayUse {
  const group = useGroup(groupId)
  if (!group || group.mine === null) return { adds: true, rule: null, outside: true }
  const here = group.tools.find((one) => one.tool === tool)
  if (!here) return { adds: false, rule: 'TOOL_SHUT', outside: false }
  return { adds: here.adds, rule: here.adds ? null : rules[here.adders], outside: here.viewers === 'members' }
}
