import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { rankOf } from '../../reading/server/rank.ts'
import { mostUnread } from '../contract.ts'

/** What somebody did not read begins with their coming. */
const came = (since: SQLWrapper): SQL => rankOf(since, '00000000-0000-0000-0000-000000000000')

/** Up to which place the person asking has read a group: `mark` a row of read_marks or none, `own` their membership. */
export const readUpTo: SQL = sql`case when own.since is not null then greatest(mark.up_to, ${came(sql`own.since`)}) end`

/**
 * The spaces whose feeds the person asking reads, each with since when: their groups, and what is addressed to them since they are here. Looked up by
 * the person and once: joined row by row the plan goes through all members of a space (`offset 0` keeps it from that).
 */
export const memberships: SQL = sql`(select m.space_id, m.since from members m where m.person_id = ${me}
  union all select s.id, w.created_at from spaces s, people w where s.kind = 'portal' and w.id = ${me} offset 0)`

/** Their mark beside a space, and their membership from a table of those; whoever is no member has read nothing and misses nothing. */
export const besideSpace = (spaceId: SQLWrapper, memberships: SQL, on: SQL): SQL => sql`
  left join ${memberships} own on ${on}
  left join read_marks mark on mark.person_id = ${me} and mark.space_id = ${spaceId}`

/** A row of activities `a` that the person asking has not read: a post to which somebody else did something since. */
const isUnread: SQL = sql`a.noun = 'post' and a.noun <> 'task' and a.actor_id <> ${me}
  and not exists (select 1 from read_posts r where r.person_id = ${me} and r.post_id = a.post_id and r.up_to >= a.rose)
  and exists (select 1 from posts p where p.id = a.post_id)`

/**
 * Posts that the person asking has not read, shelf by shelf, each with its space and place: of one space or of all, at most so many of each, the newest first
 * or the oldest. Of a space that holds more nobody asks how many more.
 */
export function unreadOf(
  spaceId?: string,
  { each = mostUnread + 1, order = 'desc' }: { each?: number; order?: 'asc' | 'desc' } = {},
): SQL {
  const walk = (shelves: SQL, column: SQL, on: SQL): SQL => sql`
    select shelf.space_id, found.post_id, found.rose from ${shelves} ${besideSpace(sql`shelf.space_id`, memberships, sql`own.space_id = shelf.space_id`)}
    cross join lateral (
      select a.post_id, a.rose from activities a
      where ${column} = shelf.key and ${on} and a.rose > ${readUpTo} and ${isUnread}
      order by a.rose ${sql.raw(order)} limit ${sql.raw(String(each))}
    ) found where ${spaceId ? sql`shelf.space_id = ${spaceId}` : sql`true`}`
  const spaces = sql`(select s.key, s.key as space_id from unnest((select access.my_spaces(1))::uuid[]) s(key)) shelf`
  const audiences = sql`(select s.key, (select a.space_id from audiences a where a.id = s.key) as space_id from unnest((select access.my_audiences(1))::uuid[]) s(key)) shelf`
  return sql`select x.space_id, x.post_id, max(x.rose::text)::uuid as rose from (
    ${walk(spaces, sql`a.space_id`, sql`a.whole`)} union all ${walk(audiences, sql`a.audience_id`, sql`a.part`)}
  ) x group by x.space_id, x.post_id`
}

/** How many posts the person asking has not read, altogether and by group; of a group that holds more, as many as are counted. */
export async function countUnread(tx: Tx): Promise<{ count: number; groups: { id: string; count: number }[] }> {
  const { rows } = await tx.execute<{ id: string | null; count: number }>(sql`
    select g.id, least(count(*), ${mostUnread + 1})::int as count from (${unreadOf()}) u left join groups g on g.space_id = u.space_id
    group by g.id order by g.id`)
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    groups: rows.flatMap(({ id, count }) => (id ? [{ id, count }] : [])),
  }
}
