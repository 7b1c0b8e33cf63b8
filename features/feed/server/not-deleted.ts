import { sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** True of a post, by its id, that was not deleted: what is deleted still stands for the seconds in which that can be taken back, and nobody meets it. */
export const notDeleted = (postId: AnyPgColumn): SQL => sql`${postId} not in (select d.post_id from post_deletions d)`
