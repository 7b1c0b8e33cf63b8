import { and, eq } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { toolSettings, tools, type Tool } from '#access/tools.ts'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ToolSetting } from '../../tools/contract.ts'
import { groupChanged } from '../../events.ts'
import { mustBeOpen } from '../archive/open.ts'
import { keepersOnly } from '../inviting.ts'
import { getGroup, groupRow, type GroupRow } from '../queries.ts'

/** How each tool of a group is set, for those who keep it and work here. */
export async function listTools(tx: Tx, me: Me, groupId: string): Promise<{ items: ToolSetting[] }> {
  const { mine } = await getGroup(tx, groupId)
  if (me.kind !== 'employee' || (mine !== 'owner' && mine !== 'moderator')) throw keepersOnly()
  return { items: await settingsOf(tx, await groupRow(tx, groupId)) }
}

/** Sets a tool of a group (GRP-4): its owner alone, so that a moderator does not let themselves in. */
export async function changeTool(
  tx: Tx,
  groupId: string,
  tool: Tool,
  changes: Partial<ToolSetting>,
): Promise<ToolSetting> {
  const group = await ownedGroup(tx, groupId)
  const present = await settingOf(tx, group, tool)
  const wanted = { ...present, ...changes, tool }
  if (isSame(present, wanted)) return present
  await setTool(tx, group, wanted)
  await tell(tx, groupChanged, { about: group, data: { name: group.name } })
  return wanted
}

/** A group that the person asking owns and that is not archived. */
export async function ownedGroup(tx: Tx, groupId: string): Promise<GroupRow> {
  const group = await groupRow(tx, groupId)
  const { mine } = await getGroup(tx, groupId)
  if (mine !== 'owner') throw refused('OWNER_ONLY', 'Only the owner of this group can do this.')
  mustBeOpen(group)
  return group
}

/** Writes how a tool is set; what is as everywhere leaves no row. */
export async function setTool(tx: Tx, { spaceId }: Pick<GroupRow, 'spaceId'>, setting: ToolSetting): Promise<void> {
  const { tool, on, viewers, adders, changers } = setting
  const set = { viewers, adders, changers, offAt: on ? null : new Date() }
  if (isSame(setting, open(tool)))
    await tx.delete(toolSettings).where(and(eq(toolSettings.spaceId, spaceId), eq(toolSettings.tool, tool)))
  else
    await tx
      .insert(toolSettings)
      .values({ spaceId, tool, ...set })
      .onConflictDoUpdate({ target: [toolSettings.spaceId, toolSettings.tool], set })
}

/** How one tool is set. */
export async function settingOf(tx: Tx, group: Pick<GroupRow, 'spaceId'>, tool: Tool): Promise<ToolSetting> {
  return (await settingsOf(tx, group)).find((one) => one.tool === tool) ?? open(tool)
}

/** How all its tools are set. */
export async function settingsOf(tx: Tx, { spaceId }: Pick<GroupRow, 'spaceId'>): Promise<ToolSetting[]> {
  const rows = await tx.select().from(toolSettings).where(eq(toolSettings.spaceId, spaceId))
  return tools.map((tool) => {
    const row = rows.find((one) => one.tool === tool)
    if (!row) return open(tool)
    const { offAt, viewers, adders, changers } = row
    return { tool, on: offAt === null, viewers, adders, changers }
  })
}

const open = (tool: Tool): ToolSetting => ({
  tool,
  on: true,
  viewers: 'members',
  adders: 'members',
  changers: 'members',
})

const isSame = (one: ToolSetting, other: ToolSetting): boolean =>
  one.on === other.on && one.viewers === other.viewers && one.adders === other.adders && one.changers === other.changers
