import { count, eq } from 'drizzle-orm'
import { posts } from '#features/feed/server/tables.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import { tasks } from '#features/tasks/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** How much there is for everyone in a group, as the person asking sees it: what somebody who is invited will find. */
export async function contentsOf(tx: Tx, { audienceId }: GroupRow): Promise<{ posts: number; tasks: number }> {
  const [written] = await tx.select({ n: count() }).from(posts).where(eq(posts.audienceId, audienceId))
  const [set] = await tx.select({ n: count() }).from(tasks).where(eq(tasks.audienceId, audienceId))
  return { posts: written?.n ?? 0, tasks: set?.n ?? 0 }
}
