import { sql, type SQL } from 'drizzle-orm'
import { iAmEmployee } from '#access/rules.ts'
import { unconfirmed } from '../../announcements/server/queries.ts'
import { keyOf } from '../../tags/server/key.ts'
import { unreadOf } from '../../marks/server/unread.ts'

/** Of what a feed is asked for, beside its group. */
export interface Filters {
  kind?: 'posts' | 'tasks' | 'people' | undefined
  unread?: boolean | undefined
  favourites?: boolean | undefined
  toConfirm?: boolean | undefined
  person?: string | undefined
  tag?: string | undefined
  post?: string | undefined
}

/** Spelled, so that the indexes of all but tasks are found. */
const kinds = {
  posts: sql`noun = 'post' and noun <> 'task'`,
  tasks: sql`noun = 'task'`,
  people: sql`noun = 'person' and noun <> 'task'`,
}

/** A condition on the rows of shelves, for a kind, or for all but tasks. */
export const ofKind = ({ kind }: Filters, hidesTasks: boolean): SQL | undefined =>
  kind ? kinds[kind] : hidesTasks ? sql`noun <> 'task'` : undefined

/** Few posts are looked for among all; of more than these the newest are found. */
const most = 1000

/**
 * The ids of posts that somebody looks for, as an array; undefined where they look for none but read. What they may not know of somebody is asked before
 * anything is counted: whoever is not named to them in a group has written nothing there (GRP-7).
 */
export function lookedFor(
  filters: Filters,
  { spaceId, beside }: { spaceId?: string | undefined; beside?: SQL | undefined } = {},
): SQL | undefined {
  const { kind, unread, favourites, toConfirm, person, tag, post } = filters
  const conditions = [
    ...(unread ? [sql`p.id in (select u.post_id from (${unreadOf()}) u)`] : []),
    ...(favourites ? [sql`p.id in (select f.post_id from favourites f)`] : []),
    ...(toConfirm ? [sql`p.id in (${unconfirmed(most)})`] : []),
    ...(tag ? [sql`p.id in (select g.post_id from post_tags g where g.tag = ${keyOf(tag)})`] : []),
    ...(person
      ? [sql`p.author_id = ${person} and ${isNamed(sql`p.author_id`, sql`p.group_id`, sql`p.space_id`)}`]
      : []),
  ]
  if (post) conditions.push(sql`p.id = ${post}`)
  if (conditions.length === 0) return undefined
  if (kind && kind !== 'posts') conditions.push(sql`false`)
  if (spaceId) conditions.push(sql`(p.space_id = ${spaceId} or p.audience_id in (${beside ?? sql`null`}))`)
  return sql`array(select p.id from posts p where ${sql.join(conditions, sql` and `)} order by p.id desc limit ${sql.raw(String(most))})`
}

/** Whether the person asking may know who somebody is, where they are met (features/groups/server/names.ts). */
export const isNamed = (
  person: SQL,
  group: SQL,
  space: SQL,
): SQL => sql`exists (select 1 from people w where w.id = ${person})
  and (${iAmEmployee} or ${group} is null or exists (select 1 from groups g where g.id = ${group} and g.isolation = 'open')
    or exists (select 1 from appearances ap where ap.space_id = ${space} and ap.person_id = ${person}))`
