import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import { found, notFound } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { keptApart, namesIn } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { FileMissing, type Files } from '#platform/files/files.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Exported } from '../contract.ts'
import { exportsWords } from '../words.ts'
import { exports } from './tables.ts'

/** Days that an archive is kept. */
export const daysKept = 7
const day = 86_400_000
const most = 50

type ExportRow = typeof exports.$inferSelect

/** Where the file of an export is kept. */
export const exportKey = (id: string): string => `exports/${id}.zip`

// The file may still be there until the job comes by that removes it; nobody gets it any more.
const notExpired = sql`coalesce(${exports.finishedAt}, ${exports.failedAt}, now()) > now() - interval '${sql.raw(String(daysKept))} days'`

/** What was made, or is being made, for the person asking or by them; of one group, or all. */
export async function listExports(tx: Tx, me: Me, groupId?: string): Promise<{ items: Exported[] }> {
  const rows = await tx
    .select()
    .from(exports)
    .where(
      and(
        or(eq(exports.readerId, me.id), eq(exports.askedBy, me.id)),
        groupId ? eq(exports.groupId, groupId) : undefined,
        notExpired,
      ),
    )
    .orderBy(sql`${exports.id} desc`)
    .limit(most)
  return { items: await exportsIn(tx, me, rows) }
}

/** One of them. */
export async function getExport(tx: Tx, me: Me, id: string): Promise<Exported> {
  const rows = await tx
    .select()
    .from(exports)
    .where(and(eq(exports.id, id), notExpired))
  const [answer] = await exportsIn(tx, me, rows)
  return found(answer)
}

/** The archive, for whom it is and nobody else; the rules of the table say at this moment whether they may still have it. */
export async function openExport(tx: Tx, files: Files, me: Me, id: string) {
  const ready = and(eq(exports.id, id), eq(exports.readerId, me.id), isNotNull(exports.finishedAt), notExpired)
  const [row] = await tx.select().from(exports).where(ready)
  const name = await fileName(tx, me, found(row))
  const content = await files.blob(exportKey(id)).catch((error: unknown) => {
    throw error instanceof FileMissing ? notFound() : error
  })
  return {
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="export.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    },
    body: new File([content], name, { type: 'application/zip' }),
  }
}

async function fileName(tx: Tx, { language }: Me, { groupId, finishedAt }: ExportRow): Promise<string> {
  const words = say(exportsWords, language).file
  const [group] = groupId ? await tx.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId)) : []
  // Only letters and digits of it: a name may hold anything, and this becomes the name of a file on somebody's disk.
  const plain = (group?.name ?? '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
  const on = finishedAt?.toISOString().slice(0, 10) ?? ''
  return `${groupId ? words.record : words.own} ${plain} ${on}.zip`.replaceAll(/ +/g, ' ')
}

async function exportsIn(tx: Tx, me: Me, rows: ExportRow[]): Promise<Exported[]> {
  const ids = [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]
  const rooms = ids.length
    ? await tx
        .select({ id: groups.id, name: groups.name, spaceId: groups.spaceId, apart: keptApart })
        .from(groups)
        .where(among(groups.id, ids))
    : []
  const named = await namesIn(
    tx,
    rooms,
    rows.flatMap(({ readerId, askedBy }) => [readerId, askedBy]),
  )
  return rows.map((row) => {
    const { id, groupId, readerId, askedBy, total, done, finishedAt } = row
    const mine = readerId === me.id
    const room = rooms.find((one) => one.id === groupId)
    const percent = finishedAt
      ? 100
      : total === null
        ? null
        : Math.min(99, Math.floor((100 * done) / Math.max(1, total)))
    return {
      id,
      of: groupId ? 'group' : 'person',
      group: room ? { id: room.id, name: room.name } : null,
      from: row.fromDay,
      to: row.toDay,
      askedAt: row.askedAt,
      by: askedBy === readerId ? null : named(askedBy, room),
      reader: named(readerId),
      mine,
      percent,
      finishedAt,
      failedAt: row.failedAt,
      expiresAt: finishedAt && new Date(finishedAt.getTime() + daysKept * day),
      size: mine ? row.size : null,
    }
  })
}
