import { ORPCError } from '@orpc/server'
import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#access/reaching.ts'
import { asPerson } from '#access/signed-in.ts'
import { waitsInLobby } from '#access/spaces.ts'
import { among } from '#platform/database/among.ts'
import type { Database } from '#platform/database/database.ts'
import { postgresCode } from '#platform/database/failure.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { happenings, noticeKinds, type Pace } from '../../kinds/contract.ts'
import { lookAtAll, thingsOf, type Looked, type NoticeRow } from '../../server/looking.ts'
import { followings, notices } from '../../server/tables.ts'
import { settingsOf } from '../../settings/server/queries.ts'

/** What of some notices somebody still reads and wants to be written of, and what they want to be written of at another time. */
export interface Standing {
  now: Looked[]
  later: { row: NoticeRow; pace: Exclude<Pace, 'off'> }[]
}

/**
 * Reads notices as their reader would at this moment, and composes from them. Null where nothing is left: they sit there no more, have read it, muted
 * it or switched it off, what it was about is gone, or they are not here any more.
 */
export async function readAs<Made>(
  database: Database,
  reader: Pick<Reader, 'id' | 'kind'>,
  rows: NoticeRow[],
  compose: (tx: Tx, standing: Standing) => Promise<Made>,
): Promise<Made | null> {
  try {
    return await asPerson(database, reader.id, async (tx) => {
      // Whoever waits in the lobby meets nothing of it anywhere else either.
      if (reader.kind === 'external' && (await waitsInLobby(tx))) return null
      return compose(tx, await standingOf(tx, reader, rows))
    })
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}

/** The database knows nobody who was dismissed; what is hidden meanwhile is not found. */
const isGone = (error: unknown): boolean =>
  postgresCode(error) === '28000' || (error instanceof ORPCError && error.code === 'NOT_FOUND')

async function standingOf(tx: Tx, reader: Pick<Reader, 'id' | 'kind'>, rows: NoticeRow[]): Promise<Standing> {
  const ids = rows.map(({ id }) => id)
  const unread = await tx
    .select()
    .from(notices)
    .where(and(among(notices.id, ids), eq(notices.personId, reader.id), isNull(notices.readAt)))
    .orderBy(notices.id)
  const { kinds } = await settingsOf(tx, reader)
  const silent = await mutedBy(tx)
  const wanted = unread.filter((row) => !silent(row))
  const standing: Standing = { now: [], later: [] }
  for (const one of await stillSo(tx, await lookAtAll(tx, wanted), reader.id)) {
    const pace = kinds[happenings[one.row.happened]]?.letter ?? 'off'
    if (pace === 'off') continue
    // Whoever has asked meanwhile for fewer letters gets it with the others.
    if (one.row.letter === 'once' && pace !== 'once') standing.later.push({ row: one.row, pace })
    else standing.now.push(one)
  }
  return standing
}

async function mutedBy(tx: Tx): Promise<(row: NoticeRow) => boolean> {
  const rows = await tx.select().from(followings)
  const muted = rows.filter(({ mutedAt }) => mutedAt !== null)
  const things = new Set(muted.map(({ aboutId }) => aboutId))
  const groups = new Set(muted.flatMap(({ aboutKind, spaceId }) => (aboutKind === 'group' ? [spaceId] : [])))
  return ({ aboutId, spaceId, happened }) =>
    things.has(aboutId) || (groups.has(spaceId) && !noticeKinds[happenings[happened]].direct)
}

/** Without what its feature knows to be over: a task that is somebody else's by now. */
async function stillSo(tx: Tx, looked: Looked[], personId: string): Promise<Looked[]> {
  const over = new Set<Looked>()
  for (const [kind, of] of Map.groupBy(looked, ({ row }) => row.aboutKind)) {
    const isOver = await thingsOf(kind)?.over?.(
      tx,
      of.map(({ thing }) => thing.id),
      personId,
    )
    for (const one of of) if (isOver?.(one.thing.id, one.row.happened)) over.add(one)
  }
  return looked.filter((one) => !over.has(one))
}
