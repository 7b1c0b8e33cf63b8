import { eq } from 'drizzle-orm'
import type { Told } from '#events/when.ts'
import { notify } from '#features/notices/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { amongStaff } from '../../server/staff.ts'
import type { posts } from '../../server/tables.ts'
import { appreciated } from './tables.ts'

/** Whoever is appreciated is told so, with the team: should they come to be from outside, that is not for them any more. */
export async function tellAppreciated(
  tx: Tx,
  platform: Platform,
  told: Told<unknown>,
  post: Pick<typeof posts.$inferSelect, 'id' | 'groupId' | 'spaceId' | 'audienceId' | 'createdAt'>,
): Promise<void> {
  const rows = await tx.select({ id: appreciated.personId }).from(appreciated).where(eq(appreciated.postId, post.id))
  if (rows.length === 0) return
  const place = await amongStaff(tx, post)
  await notify(tx, platform, told, {
    happened: 'appreciated',
    to: rows.map(({ id }) => id),
    place,
    since: post.createdAt,
  })
}
