import { eq, sql, type SQL } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { tell } from '#events/tell.ts'
import { groupRow, mustBeOpen, namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { reminded } from '../../events.ts'
import { postRow } from '../../server/queries.ts'
import { ownPlace, teamOf } from '../../server/staff.ts'
import type { Confirmations } from '../contract.ts'
import { announcementReminders, announcements, oversees } from './tables.ts'

/** The announcement of a post that the person asking oversees; with the group that it stands in, or null. */
async function overseen(
  tx: Tx,
  postId: string,
): Promise<typeof announcements.$inferSelect & { groupId: string | null }> {
  const { id, groupId } = await postRow(tx, postId)
  const [row] = await tx
    .select({ announcement: announcements, mine: sql<boolean>`${oversees(announcements)}` })
    .from(announcements)
    .where(eq(announcements.postId, id))
  const { announcement, mine } = found(row)
  if (mine) return { ...announcement, groupId }
  // What is addressed stands in no group, and nobody manages it.
  if (!groupId) throw refused('AUTHOR_SEES_READERS', 'Whoever wrote it sees who has read it, and nobody else.')
  throw refused('KEEPERS_SEE_READERS', 'Whoever wrote it, and whoever manages the group, see who has read it.')
}

interface Asked {
  id: string
  of: 'confirmed' | 'waiting'
  limit: number
  after?: string | undefined
}

/**
 * Who has confirmed, by name, or who reads it now and has not; of those alone whom the person asking sees, or reads beside where it is addressed to both.
 * Of the dismissed nobody asks any more.
 */
export async function listConfirmations(tx: Tx, { id, of, limit, after }: Asked): Promise<Confirmations> {
  const { spaceId, audienceId, authorId, groupId } = await overseen(tx, id)
  const given = sql`select c.person_id as id, c.at from confirmations c where c.post_id = ${id}`
  const waiting = sql`select r.person_id as id, null::timestamptz as at from access.readers_for_me(${audienceId}, 'feed') r
    where r.person_id <> ${authorId} and (r.level > 1 or ${groupId !== null}::boolean) and not exists (select 1 from confirmations c where c.post_id = ${id} and c.person_id = r.person_id)`
  const known = (who: SQL) => knownIn(audienceId, who)
  const beyond = after
    ? sql`where (k.name, k.id) > (select a.name, a.id from (${known(sql`select ${after}::uuid as id, null::timestamptz as at`)}) a)`
    : sql``
  const { rows } = await tx.execute<{ id: string; at: string | null }>(sql`
    select k.id, k.at from (${known(of === 'confirmed' ? given : waiting)}) k ${beyond} order by k.name, k.id limit ${limit + 1}`)
  const counted = await tx.execute<{ confirmed: number; waiting: number }>(sql`
    select (select count(*)::int from (${known(given)}) k) as confirmed, (select count(*)::int from (${known(waiting)}) k) as waiting`)
  const [reminder] = await tx.select().from(announcementReminders).where(eq(announcementReminders.postId, id))
  const page = rows.slice(0, limit)
  const room = await roomIn(tx, spaceId)
  const named = await namesIn(
    tx,
    [room],
    page.map((row) => row.id),
  )
  return {
    items: page.map((row) => ({ person: named(row.id, room), at: row.at ? new Date(row.at) : null })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    ...found(counted.rows[0]),
    remindedAt: reminder?.at ?? null,
  }
}

/** Those of some people (ids and moments) whom the person asking knows by name there. */
const knownIn = (audienceId: string, who: SQL): SQL => sql`
  with who as materialized (${who}), seen as materialized (
    select p.id, p.name, p.dismissed_at, who.at from who join people p on p.id = who.id
  )
  select s.id, s.name, s.at from seen s where s.dismissed_at is null
  union all select b.id, b.name, w.at from access.met_beside_me(array(
    select access.readers_among_for_me(${audienceId}, array(select w.id from who w where w.id not in (select s.id from seen s)), 'feed'))) b
  join who w on w.id = b.id`

/**
 * Reminds those who have not confirmed, once a day. That somebody has not is nothing for others: told to the team, or where it is addressed in one's own
 * place, to nobody else.
 */
export async function remind(tx: Tx, id: string): Promise<{ remindedAt: Date }> {
  const { spaceId, audienceId, groupId } = await overseen(tx, id)
  if (groupId) mustBeOpen(await groupRow(tx, groupId))
  const [sent] = await tx
    .insert(announcementReminders)
    .values({ postId: id, spaceId, audienceId })
    .onConflictDoUpdate({
      target: announcementReminders.postId,
      set: { at: sql`now()` },
      setWhere: sql`${announcementReminders.at} < now() - interval '1 day'`,
    })
    .returning()
  if (!sent) throw refused('REMINDED_TODAY', 'They were reminded within the last day. Wait until tomorrow.')
  await tell(tx, reminded, { about: { ...(groupId ? await teamOf(tx, spaceId) : await ownPlace(tx)), id }, data: {} })
  return { remindedAt: sent.at }
}
