import { and, eq, sql, type SQL } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { both, narrowedTools, type NarrowedTool } from '#access/my-tools.ts'
import { people } from '#access/tables.ts'
import { tools, type Tool, type WhoInTool } from '#access/tools.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Group } from '../../contract.ts'
import { members } from '../tables.ts'

/** A group, by the space that it has. */
interface InSpace {
  spaceId: string
}

/** The tools of groups as their members get them: those that somebody does not see are not there. */
export async function toolsIn(tx: Tx, groups: InSpace[]): Promise<(spaceId: string) => Group['tools']> {
  const narrowed = await narrowedTools(
    tx,
    groups.map(({ spaceId }) => spaceId),
  )
  return (spaceId) =>
    tools.flatMap((tool) => {
      const set = narrowed.find((one) => one.spaceId === spaceId && one.tool === tool)
      return set ? (set.views ? [narrow(set)] : []) : [open(tool)]
    })
}

const open = (tool: Tool): Group['tools'][number] => ({
  tool,
  adds: true,
  changes: true,
  viewers: 'members',
  adders: 'members',
  changers: 'members',
})

const narrow = ({ tool, adds, changes, viewers, adders, changers }: NarrowedTool): Group['tools'][number] => ({
  tool,
  adds,
  changes,
  viewers,
  adders: both(viewers, adders),
  changers: both(viewers, changers),
})

/** Refuses with the rule what the tool of a group does not let the person asking do. The rules of the tables do so anyhow. */
export async function mustUse(tx: Tx, { spaceId }: InSpace, tool: Tool, act: 'add' | 'change'): Promise<void> {
  const set = (await narrowedTools(tx, [spaceId])).find((one) => one.tool === tool)
  if (!set || (act === 'add' ? set.adds : set.changes)) return
  if (!set.views)
    throw refused(
      'TOOL_SHUT',
      'This is not open to you in this group. Its owner can change that in the group’s settings.',
    )
  const { adders, changers } = narrow(set)
  const who = act === 'add' ? adders : changers
  throw refused(
    `${act === 'add' ? 'ADDED' : 'CHANGED'}_BY_${who.toUpperCase()}`,
    `Only ${named[who]} may do this here. The owner can change it in the group’s settings.`,
  )
}

const named: Record<WhoInTool, string> = {
  owner: 'the owner',
  keepers: 'the owner and the moderators',
  team: 'those who work here',
  members: 'members',
}

/** Whom of its members a group lets see a tool. */
async function viewersOf(tx: Tx, { spaceId }: InSpace, tool: Tool): Promise<WhoInTool> {
  return (await narrowedTools(tx, [spaceId])).find((one) => one.tool === tool)?.viewers ?? 'members'
}

/** Whether all members of a group see a tool of it. */
export const seenByAll = async (tx: Tx, group: InSpace, tool: Tool): Promise<boolean> =>
  (await viewersOf(tx, group, tool)) === 'members'

/** Whom of its members a group lets see a tool, as a condition on members and the people they are; none where it is all of them. */
export async function whoSee(tx: Tx, group: InSpace, tool: Tool): Promise<SQL | undefined> {
  const conditions = {
    owner: sql`${members.role} = 'owner'`,
    keepers: sql`${members.role} <> 'member'`,
    team: sql`(${members.role} = 'owner' or ${people.kind} = 'employee')`,
    members: undefined,
  }
  return conditions[await viewersOf(tx, group, tool)]
}

/** Whether a member of a group, as the person asking knows them, sees a tool there. */
export async function seesTool(
  tx: Tx,
  group: InSpace & { id: string },
  tool: Tool,
  personId: string,
): Promise<boolean> {
  const seeing = await whoSee(tx, group, tool)
  if (!seeing) return true
  const found = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.groupId, group.id), eq(members.personId, personId), seeing))
  return found.length > 0
}
