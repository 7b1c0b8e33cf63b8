import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { asPerson, type Me } from '#access/signed-in.ts'
import { iAmAdministrator } from '#access/rules.ts'
import { people, reaches } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import type { Platform } from '#platform/platform.ts'
import { exportEnded } from '../events.ts'
import { composeLetter } from './letter.ts'
import { makeArchive, type Making } from './make.ts'
import { daysKept, exportKey } from './queries.ts'
import { recordable } from './rights.ts'
import { exports } from './tables.ts'

type ExportRow = typeof exports.$inferSelect

const mostAttempts = 5
const hours = 3600
/** Milliseconds between two notes of how far it is. */
const noteEvery = 500

/** Another job works on it, or nobody should any more. */
class Superseded extends Error {}

/**
 * Makes the archive of a record or a copy. Broken off it begins anew, since nothing is kept of an archive that is not whole. It may take long:
 * a group of a million posts is read in pages of fifty.
 */
export const makeExport: Job<{ id: string }> = {
  name: 'exports.make',
  longest: 6 * hours,
  async run({ id }, platform) {
    const taken = await take(platform, id)
    if (!taken) return
    if (taken.attempts > mostAttempts) return end(platform, taken, null)
    try {
      const made = await make(platform, taken)
      await end(platform, taken, made)
    } catch (error) {
      if (error instanceof Superseded) return
      if (!isGone(error)) throw error
      await end(platform, taken, null)
    }
  },
}

const unended = and(isNull(exports.finishedAt), isNull(exports.failedAt))
const held = ({ id, runId }: ExportRow) => and(eq(exports.id, id), eq(exports.runId, runId ?? ''), unended)

async function take({ database }: Platform, id: string): Promise<ExportRow | undefined> {
  const [row] = await asKeeper(database, (tx) =>
    tx
      .update(exports)
      .set({ runId: randomUUID(), attempts: sql`${exports.attempts} + 1`, total: null, done: 0 })
      .where(and(eq(exports.id, id), unended))
      .returning(),
  )
  return row
}

async function make(platform: Platform, row: ExportRow) {
  const { database } = platform
  // Whoever gave it must own the group still; whom it is for must still be in it.
  if (row.groupId && row.askedBy !== row.readerId) await mustRecord(platform, row, row.askedBy)
  else if (row.groupId) await mustRecord(platform, row, row.readerId)
  let noted = 0
  const making: Making = {
    row,
    me: await meOf(platform, row.readerId),
    async note(total, done) {
      if (done > 0 && done < total && Date.now() - noted < noteEvery) return
      noted = Date.now()
      const { rowCount } = await asKeeper(database, (tx) => tx.update(exports).set({ total, done }).where(held(row)))
      if (!rowCount) throw new Superseded()
    },
  }
  return makeArchive(platform, making)
}

const mustRecord = (platform: Platform, { groupId }: ExportRow, personId: string): Promise<unknown> =>
  asPerson(platform.database, personId, async (tx) => {
    const { rows } = await tx.execute<{ administrator: boolean }>(sql`select ${iAmAdministrator} as administrator`)
    return recordable(tx, { administrator: rows[0]?.administrator ?? false }, groupId ?? '')
  })

async function meOf({ database }: Platform, id: string): Promise<Me & { name: string; timeZone: string }> {
  const [row] = await asPerson(database, id, (tx) =>
    tx
      .select({ name: people.name, kind: people.kind, language: people.language, timeZone: people.timeZone })
      .from(people)
      .where(eq(people.id, id)),
  )
  if (!row) throw new ORPCError('NOT_FOUND')
  return { id, ...row, administrator: false, sessionId: null }
}

/** The person, the group or the right to it went away meanwhile: trying again changes nothing. */
function isGone(error: unknown): boolean {
  if (error instanceof ORPCError) return error.status === 404 || error.status === 403
  const cause = error instanceof Error ? (error.cause ?? error) : null
  return cause instanceof Error && 'code' in cause && cause.code === '28000'
}

/** Says that it is ready, or that it could not be made, and writes to whom it was given. */
async function end(
  { database, jobs, files }: Platform,
  row: ExportRow,
  made: { size: number; sight: string[]; tools: string[] } | null,
): Promise<void> {
  const now = new Date()
  const ended = await asKeeper(database, async (tx) => {
    const [one] = await tx
      .update(exports)
      .set(made ? { ...made, finishedAt: now } : { failedAt: now })
      .where(held(row))
      .returning()
    if (!one) return false
    await tell(tx, exportEnded, { about: row, data: {}, by: row.askedBy })
    if (made && row.askedBy !== row.readerId) await jobs.queue(tx, exportLetter, { id: row.id })
    return true
  })
  // Only of what we gave up ourselves: under the same key another job may have put its own by now.
  if (ended && !made) await files.remove(exportKey(row.id))
}

/** The letter to somebody from outside who was given the record of a group. */
export const exportLetter: Job<{ id: string }> = {
  name: 'exports.letter',
  async run({ id }, platform) {
    const [found] = await asKeeper(platform.database, (tx) =>
      tx
        .select({ row: exports, person: people, email: reaches.email })
        .from(exports)
        .innerJoin(people, and(eq(people.id, exports.readerId), isNull(people.dismissedAt)))
        .innerJoin(reaches, eq(reaches.personId, people.id))
        .where(eq(exports.id, id)),
    )
    const letter = found && (await composeLetter(platform, found.row, { ...found.person, email: found.email }))
    if (letter) await platform.mail.send(letter)
  },
}

const kept = daysKept * 24 * hours * 1000
/** After so long nothing that was begun is being made any more. */
const abandoned = 2 * 24 * hours * 1000

/** Removes archives after their days, and says of what nobody works on any more that it failed. */
export const forgetExports: Job = {
  name: 'exports.forget',
  cron: '25 * * * *',
  async run(_data, { database, files }) {
    const before = new Date(Date.now() - kept)
    const old = lt(sql`coalesce(${exports.finishedAt}, ${exports.failedAt})`, before)
    const rows = await asKeeper(database, (tx) => tx.select({ id: exports.id }).from(exports).where(old))
    // The file first: a row whose file is gone is taken away the next time, a file whose row is gone never.
    for (const { id } of rows) {
      await files.remove(exportKey(id))
      await asKeeper(database, (tx) => tx.delete(exports).where(eq(exports.id, id)))
    }
    const late = and(unended, lt(exports.askedAt, new Date(Date.now() - abandoned)))
    await asKeeper(database, (tx) => tx.update(exports).set({ failedAt: new Date() }).where(late))
  },
}
