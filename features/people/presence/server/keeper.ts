import { inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { presences } from '../../server/tables.ts'

/** Seconds for which somebody counts as here without being heard of again: two beats of the live line and some, so that those whose process was killed are gone soon. */
const lasts = 75

/** These people have a browser open on the portal at this moment. Said again and again while they do, by every process for its own. */
export async function keepPresent(database: Database, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const until = sql`now() + interval '1 second' * ${lasts}`
  await asKeeper(database, async (tx) => {
    await tx.delete(presences).where(lt(presences.until, sql`now() - interval '1 minute'`))
    await tx
      .insert(presences)
      // In one order, so that two processes never wait for one another.
      .select(
        sql`select id, ${until} from people where id = any (${sql.param(personIds)}::uuid[]) and dismissed_at is null order by id`,
      )
      .onConflictDoUpdate({ target: presences.personId, set: { until: sql`excluded.until` } })
  })
}

/** Their last browser on this process was closed. Where another process has one open too, it says so at its next beat. */
export async function endPresence(database: Database, personIds: string[]): Promise<void> {
  await asKeeper(database, (tx) => tx.delete(presences).where(inArray(presences.personId, personIds)))
}
