import { eq, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { tell } from '#events/tell.ts'
import { groupRow, mustBeOpen, namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { reminded } from '../../events.ts'
import { postRow } from '../../server/queries.ts'
import { teamOf } from '../../server/staff.ts'
import type { Confirmations } from '../contract.ts'
import { announcementReminders, announcements, oversees } from './tables.ts'

/** The announcement of a post that the person asking oversees. */
async function overseen(tx: Tx, postId: string): Promise<typeof announcements.$inferSelect> {
  const { id } = await postRow(tx, postId)
  const [row] = await tx
    .select({ announcement: announcements, mine: sql<boolean>`${oversees(announcements)}` })
    .from(announcements)
    .where(eq(announcements.postId, id))
  const { announcement, mine } = found(row)
  if (mine) return announcement
  throw refused('KEEPERS_SEE_READERS', 'Whoever wrote it, and whoever manages the group, see who has read it.')
}

interface Asked {
  id: string
  of: 'confirmed' | 'waiting'
  limit: number
  after?: string | undefined
}

/** Who has confirmed, by name, or who reads it now and has not; of those alone whom the person asking sees. */
export async function listConfirmations(tx: Tx, { id, of, limit, after }: Asked): Promise<Confirmations> {
  const { spaceId, audienceId, authorId } = await overseen(tx, id)
  const given = sql`select c.person_id as id, c.at from confirmations c where c.post_id = ${id}`
  const waiting = sql`select r.person_id as id, null::timestamptz as at from access.readers_for_me(${audienceId}, 'feed') r
    where r.person_id <> ${authorId} and not exists (select 1 from confirmations c where c.post_id = ${id} and c.person_id = r.person_id)`
  const beyond = after ? sql`where (p.name, p.id) > (select a.name, a.id from people a where a.id = ${after})` : sql``
  const { rows } = await tx.execute<{ id: string; at: string | null }>(sql`
    select x.id, x.at from (${of === 'confirmed' ? given : waiting}) x join people p on p.id = x.id ${beyond}
    order by p.name, p.id limit ${limit + 1}`)
  const counted = await tx.execute<{ confirmed: number; waiting: number }>(sql`
    select (select count(*)::int from (${given}) x join people p on p.id = x.id) as confirmed,
      (select count(*)::int from (${waiting}) x join people p on p.id = x.id) as waiting`)
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

/** Reminds those who have not confirmed, once a day. Told to the team: that somebody has not is nothing for others. */
export async function remind(tx: Tx, id: string): Promise<{ remindedAt: Date }> {
  const { spaceId, audienceId } = await overseen(tx, id)
  const { groupId } = await postRow(tx, id)
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
  await tell(tx, reminded, { about: { ...(await teamOf(tx, spaceId)), id }, data: {} })
  return { remindedAt: sent.at }
}
