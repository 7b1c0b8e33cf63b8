import { sql, type SQL } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import { shelfKeys } from '#access/shelves.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mostConfirmed, type Announcement } from '../contract.ts'
import { announcements, asksMe, oversees } from './tables.ts'

type Row = { id: string; asked: boolean; confirmedAt: string | null; confirmed: number | null }

/** Which of these posts are announcements, and what each is to the person asking. */
export async function announcementsOf(tx: Tx, postIds: string[]): Promise<Map<string, Announcement>> {
  // On most pages there are none, and what each is to somebody takes much to set up.
  const announced = await tx
    .select({ id: announcements.postId })
    .from(announcements)
    .where(among(announcements.postId, postIds))
  if (announced.length === 0) return new Map()
  const ids = announced.map(({ id }) => id)
  const { rows } = await tx.execute<Row>(sql`
    select a.post_id as id, a.author_id <> ${me} and ${asksMe({ spaceId: sql`a.space_id`, audienceId: sql`a.audience_id` })} as asked,
      (select c.at from confirmations c where c.post_id = a.post_id and c.person_id = ${me}) as "confirmedAt",
      case when ${oversees({ postId: sql`a.post_id`, spaceId: sql`a.space_id` })} then (select count(*)::int from
        (select from confirmations c left join people p on p.id = c.person_id where c.post_id = a.post_id and p.dismissed_at is null limit ${sql.raw(String(mostConfirmed + 1))}) given) end as confirmed
    from announcements a where ${among(sql`a.post_id`, ids)}`)
  return new Map(
    rows.map(({ id, confirmedAt, ...one }) => [
      id,
      { ...one, confirmedAt: confirmedAt ? new Date(confirmedAt) : null },
    ]),
  )
}

/** The newest announcements that the person asking has not confirmed, by the ids of their posts. */
export const unconfirmed = (most: number): SQL =>
  shelfKeys(announcements, {
    key: announcements.postId,
    tool: 'feed',
    limit: most,
    where: sql`author_id <> ${me} and ${asksMe({ spaceId: sql`space_id`, audienceId: sql`audience_id` })}
      and not exists (select 1 from confirmations c where c.post_id = announcements.post_id and c.person_id = ${me})`,
  })
