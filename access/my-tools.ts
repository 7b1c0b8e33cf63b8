import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import { whoInTool, type Tool, type WhoInTool } from './tools.ts'

/** How a tool of a space is set, and what that lets the person asking do. */
export interface NarrowedTool {
  spaceId: string
  tool: Tool
  off: boolean
  viewers: WhoInTool
  adders: WhoInTool
  changers: WhoInTool
  views: boolean
  adds: boolean
  changes: boolean
}

/**
 * The tools of these spaces that are not simply open to all members, as far as the person asking is in there. Of a moderator from outside
 * it says what they may where they stand.
 */
export async function narrowedTools(tx: Tx, spaceIds: string[]): Promise<NarrowedTool[]> {
  if (spaceIds.length === 0) return []
  const { rows } = await tx.execute<NarrowedTool & Record<string, unknown>>(sql`
    select t.space_id as "spaceId", t.tool, t.off, t.viewers, t.adders, t.changers,
      bool_or(t.views) as views, bool_or(t.adds) as adds, bool_or(t.changes) as changes
    from access.my_tools() t where t.space_id = any (${sql.param(spaceIds)}::uuid[])
    group by t.space_id, t.tool, t.off, t.viewers, t.adders, t.changers`)
  return rows
}

/** Those whom both let in. */
export const both = (one: WhoInTool, other: WhoInTool): WhoInTool =>
  whoInTool[Math.min(whoInTool.indexOf(one), whoInTool.indexOf(other))] ?? 'owner'
