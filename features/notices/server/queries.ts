import { and, eq, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { me } from '#access/rules.ts'
import { namesIn, type Names } from '#features/groups/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ListedNotices, Notice } from '../contract.ts'
import { groupsIn, lookAtAll, type Looked, type NoticeRow, type Where } from './looking.ts'
import { notices } from './tables.ts'

/** Of the same thing no more are looked at, and no more are counted in the bell. */
const mostOfOne = 200
const mostCounted = 99
const saidShown = 160

/** A page of what the person asking is told, the same of one thing together, newest first. */
export async function listNotices(tx: Tx, { limit, after, unread }: ListedNotices) {
  const newest = sql<string>`(array_agg(${notices.id} order by ${notices.id} desc))[1]`
  const of = unread ? and(shown, isNull(notices.readAt)) : shown
  const grouped = await tx
    .select({ aboutId: notices.aboutId, happened: notices.happened, newest })
    .from(notices)
    .where(of)
    .groupBy(notices.aboutId, notices.happened)
    .having(after ? sql`${newest} < ${after}` : undefined)
    .orderBy(sql`${newest} desc`)
    .limit(limit + 1)
  const page = grouped.slice(0, limit)
  const items = await noticesIn(tx, await rowsOf(tx, page, of))
  return { items, next: grouped.length > limit ? (page.at(-1)?.newest ?? null) : null }
}

const shown: SQL = sql`${notices.personId} = ${me} and ${notices.inPortal}`
/** The same that happened to the same thing. */
const sameAs = ({ aboutId, happened }: Pick<NoticeRow, 'aboutId' | 'happened'>): string => `${happened} ${aboutId}`

async function rowsOf(
  tx: Tx,
  page: Pick<NoticeRow, 'aboutId' | 'happened'>[],
  of: SQL | undefined,
): Promise<NoticeRow[]> {
  if (page.length === 0) return []
  const wanted = new Set(page.map(sameAs))
  const ranked = tx
    .select({
      id: notices.id,
      rank: sql<number>`row_number() over (partition by ${notices.aboutId}, ${notices.happened} order by ${notices.id} desc)`.as(
        'rank',
      ),
    })
    .from(notices)
    .where(and(of, among(notices.aboutId, [...new Set(page.map(({ aboutId }) => aboutId))])))
    .as('ranked')
  const rows = await tx
    .select()
    .from(notices)
    .where(sql`${notices.id} in (select ${ranked.id} from ${ranked} where ${ranked.rank} <= ${mostOfOne})`)
    .orderBy(sql`${notices.id} desc`)
  return rows.filter((row) => wanted.has(sameAs(row)))
}

/** How many the person asking has not read, counted as the list shows them. */
export async function countUnread(tx: Tx): Promise<{ unread: number }> {
  const rows = await tx
    .select()
    .from(notices)
    .where(and(shown, isNull(notices.readAt)))
    .orderBy(sql`${notices.id} desc`)
    .limit(mostOfOne * 2)
  const of = new Set((await lookAtAll(tx, rows)).map(({ row }) => sameAs(row)))
  return { unread: Math.min(of.size, mostCounted) }
}

/** What the person asking has not read about one thing. */
export async function unreadAbout(tx: Tx, aboutId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.personId, me), eq(notices.aboutId, aboutId), isNull(notices.readAt)))
    .orderBy(sql`${notices.id} desc`)
    .limit(mostOfOne)
  return rows.map(({ id }) => id)
}

/** A notice of the person asking as it stands now, with all before it of the same; one that they do not see does not exist. */
export async function getNotice(tx: Tx, id: string): Promise<Notice> {
  const [row] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.personId, me)))
  const [notice] = row ? await noticesOf(tx, row, and(eq(notices.personId, me), lte(notices.id, id))) : []
  // Where its own thing or words are gone, what is told is something older.
  return found(notice?.id === id ? notice : null)
}

/** Those of the same as a notice, of these: one, or none where nothing of it is seen any more. */
export const noticesOf = async (tx: Tx, same: NoticeRow, of: SQL | undefined): Promise<Notice[]> =>
  noticesIn(tx, await rowsOf(tx, [same], of))

/** Rows, newest first, as they are answered: what happened to one thing several times is one. */
async function noticesIn(tx: Tx, rows: NoticeRow[]): Promise<Notice[]> {
  const looked = await lookAtAll(tx, rows)
  const where = await groupsIn(
    tx,
    looked.map(({ thing }) => thing.spaceId),
  )
  const named = await namesIn(
    tx,
    where.values(),
    looked.map(({ row }) => row.actorId),
  )
  return [...Map.groupBy(looked, ({ row }) => sameAs(row)).values()].flatMap(
    (same) => noticeOf(same, { where, named }) ?? [],
  )
}

/** Who did it, the last one first. Those who may not be known are one: how many they are is not told either. */
function actorsOf(same: Looked[], named: Names, room: Where | undefined) {
  const [last, ...more] = [...new Set(same.map(({ row }) => named(row.actorId, room)?.id ?? null))]
  return { person: named(last, room), others: more.length }
}

function noticeOf(same: Looked[], { where, named }: { where: Map<string, Where>; named: Names }): Notice | null {
  const [newest] = same
  if (!newest) return null
  const { row, thing, said } = newest
  const room = where.get(thing.spaceId)
  return {
    id: row.id,
    happened: row.happened,
    about: { kind: row.aboutKind, id: thing.id, title: thing.title, path: thing.path },
    group: room ? { id: room.id, name: room.name, external: room.external, voice: room.voice } : null,
    ...actorsOf(same, named, room),
    said: said && shortened(said.text),
    team: said?.team ?? false,
    at: row.at,
    unread: same.some((one) => one.row.readAt === null),
  }
}

const shortened = (text: string): string => (text.length > saidShown ? `${text.slice(0, saidShown)}…` : text)
