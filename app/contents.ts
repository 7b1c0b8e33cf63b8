import { count, eq } from 'drizzle-orm'
import { narrowedTools } from '#access/my-tools.ts'
import type { Tool } from '#access/tools.ts'
import { posts } from '#features/feed/server/tables.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import { tasks } from '#features/tasks/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** How much there is for everyone in a group, as the person asking sees it: what somebody who is invited will find, less the tools that are not for all members. */
export async function contentsOf(tx: Tx, { audienceId, spaceId }: GroupRow): Promise<{ posts: number; tasks: number }> {
  const [written] = await tx.select({ n: count() }).from(posts).where(eq(posts.audienceId, audienceId))
  const [set] = await tx.select({ n: count() }).from(tasks).where(eq(tasks.audienceId, audienceId))
  const narrowed = await narrowedTools(tx, [spaceId])
  const isForAll = (tool: Tool) => !narrowed.some((one) => one.tool === tool && (one.off || one.viewers !== 'members'))
  return { posts: isForAll('feed') ? (written?.n ?? 0) : 0, tasks: isForAll('tasks') ? (set?.n ?? 0) : 0 }
}
