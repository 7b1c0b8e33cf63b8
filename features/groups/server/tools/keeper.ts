import { inArray } from 'drizzle-orm'
import { readers } from '#access/readers.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import type { Tool } from '#access/tools.ts'
import type { Database } from '#platform/database/database.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ToolPreview, ToolSetting } from '../../tools/contract.ts'
import { countStanding } from '../slots.ts'
import { ownedGroup, setTool, settingOf } from './settings.ts'

/** Who would see more or less of a group if a tool were set so, and how much stands in it: set for real, looked at and taken back. */
export async function previewTool(
  database: Database,
  me: Me,
  groupId: string,
  tool: Tool,
  changes: Partial<ToolSetting>,
): Promise<ToolPreview> {
  const group = await asPerson(database, me.id, (tx) => ownedGroup(tx, groupId))
  return rehearse(database, async (tx) => {
    const seeing = async () => {
      const all = await readers(tx, group.audienceId, tool)
      return new Set(all.map(({ personId }) => personId).filter((id) => id !== me.id))
    }
    const before = await seeing()
    await setTool(tx, group, { ...(await settingOf(tx, group, tool)), ...changes, tool })
    const after = await seeing()
    return {
      gain: await bySide(
        tx,
        [...after].filter((id) => !before.has(id)),
      ),
      lose: await bySide(
        tx,
        [...before].filter((id) => !after.has(id)),
      ),
      ...(await countStanding(tx, group.spaceId, tool)),
    }
  })
}

const piece = 10_000

async function bySide(tx: Tx, ids: string[]): Promise<ToolPreview['gain']> {
  const sides = { colleagues: 0, outside: 0 }
  for (let from = 0; from < ids.length; from += piece) {
    const some = await tx
      .select({ kind: people.kind })
      .from(people)
      .where(inArray(people.id, ids.slice(from, from + piece)))
    for (const { kind } of some) sides[kind === 'employee' ? 'colleagues' : 'outside'] += 1
  }
  return sides
}
