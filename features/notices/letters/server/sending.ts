import { setTimeout } from 'node:timers/promises'
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import { readerOf, type Reader } from '#access/reaching.ts'
import { people } from '#access/tables.ts'
import { groupSeparations } from '#features/groups/server/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Message } from '#platform/mail/mail.ts'
import { isNoAddress } from '#platform/mail/refusals.ts'
import type { Platform } from '#platform/platform.ts'
import type { NoticeRow } from '../../server/looking.ts'
import { notices } from '../../server/tables.ts'
import { nameOf, type LetterToSend } from './asked.ts'
import { finished } from './finishing.ts'
import { gatheredLetter, letterAboutOne, type Draft } from './letter.ts'
import { letterTime } from './pace.ts'
import { letterReturned, letterTaken } from './returned.ts'
import { readAs, type Standing } from './reading.ts'

/** Queues a letter again, in the same transaction. */
type Again = (tx: Tx, letter: LetterToSend, after: Date) => Promise<void>

const second = 1000
/** Milliseconds after which a letter is tried again that the mail server has not taken: so many times, each time longer. */
const pauses = [30, 120, 600, 1800, 3600, 7200, 14_400].map((seconds) => seconds * second)
/** So many notices go into one letter. */
const mostInOne = 500

/**
 * Sends one letter about all that waits for it, read as its reader at this moment, and settles those notices, sent or not. For the keeper, in one
 * transaction, once at a time: broken off it begins anew, under the same Message-ID; done, it finds nothing more to do.
 */
export async function sendLetter(tx: Tx, platform: Platform, asked: LetterToSend, again: Again): Promise<void> {
  if (!(await isFree(tx, asked))) return again(tx, asked, inMilliseconds(5 * second))
  const rows = await waiting(tx, asked)
  const reader = rows.length > 0 ? await readerOf(tx, asked.personId) : null
  if (!reader || reader.dismissedAt || !('address' in reader.by)) return settle(tx, rows)
  if (reader.kind === 'external' && (await areParted(tx, rows))) return postpone(tx, asked, rows, again, 30 * second)
  const made = await composed(platform, tx, reader, { rows, asked })
  if (made === null) return settle(tx, rows)
  const later = await putOff(tx, made.later, made.timeZone)
  const now = rows.filter(({ id }) => !later.has(id))
  if (made.draft) {
    const message = await finished(tx, platform, { reader, to: reader.by.address, asked, draft: made.draft, rows: now })
    const failure = await tried(platform, message)
    if (isNoAddress(failure)) {
      platform.log.warn({ error: failure }, 'a letter was given up: its reader’s address takes none')
      await letterReturned(tx, reader.id, message.to)
    } else if (failure !== undefined) return refusedBy(tx, platform, { asked, rows: now, again, failure })
    else await letterTaken(tx, reader.id)
  }
  await settle(tx, now)
}

const looks = 30
const between = 100

/** Whether nobody else writes this letter; until the end of the transaction nobody will. Whoever is at it has a moment to be done. */
async function isFree(tx: Tx, asked: LetterToSend): Promise<boolean> {
  const key = `notices.letter ${asked.personId} ${nameOf(asked)}`
  for (let look = 0; look < looks; look++) {
    const { rows } = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as free`,
    )
    if (rows[0]?.free) return true
    await setTimeout(between)
  }
  return false
}

async function waiting(tx: Tx, asked: LetterToSend): Promise<NoticeRow[]> {
  const which =
    'aboutId' in asked
      ? and(eq(notices.aboutId, asked.aboutId), eq(notices.letter, 'once'))
      : eq(notices.letter, asked.pace)
  const rows = await tx
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.personId, asked.personId),
        which,
        isNull(notices.letterDoneAt),
        lte(notices.letterAt, new Date(asked.until)),
      ),
    )
    .orderBy(desc(notices.id))
    .limit(mostInOne)
  return rows.toReversed()
}

/** While a large group is being separated nobody from outside reads there: what is hidden now is not hidden for good. */
async function areParted(tx: Tx, rows: NoticeRow[]): Promise<boolean> {
  const spaces = [...new Set(rows.map(({ spaceId }) => spaceId))]
  return (await tx.$count(groupSeparations, among(groupSeparations.spaceId, spaces))) > 0
}

interface Composed {
  draft: Draft | null
  later: Standing['later']
  timeZone: string
}

async function composed(
  { database, settings }: Platform,
  keeper: Tx,
  reader: Reader,
  { rows, asked }: { rows: NoticeRow[]; asked: LetterToSend },
): Promise<Composed | null> {
  const { id, kind, language, name } = reader
  const [{ timeZone } = { timeZone: 'UTC' }] = await keeper
    .select({ timeZone: people.timeZone })
    .from(people)
    .where(eq(people.id, id))
  return readAs(database, reader, rows, async (tx, { now, later }) => {
    const face = await portalFace(tx)
    const gathered = 'pace' in asked
    const writing = { language, timeZone, employee: kind === 'employee', portal: face.name, gathered }
    const frame = { writing, face, name, url: settings.url }
    const draft = gathered ? await gatheredLetter(tx, now, asked.pace, frame) : await letterAboutOne(tx, now, frame)
    return { draft, later, timeZone }
  })
}

async function putOff(tx: Tx, later: Standing['later'], timeZone: string): Promise<Set<string>> {
  for (const { row, pace } of later)
    await tx
      .update(notices)
      .set({ letter: pace, letterAt: letterTime(pace, { hold: 0, timeZone }) })
      .where(eq(notices.id, row.id))
  return new Set(later.map(({ row }) => row.id))
}

async function settle(tx: Tx, rows: NoticeRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .update(notices)
    .set({ letterDoneAt: new Date() })
    .where(
      among(
        notices.id,
        rows.map(({ id }) => id),
      ),
    )
}

/** What the mail server, or this machine, did not like; undefined when the letter was taken. */
async function tried({ mail }: Platform, message: Message): Promise<unknown> {
  try {
    await mail.send(message)
    return undefined
  } catch (error) {
    return error ?? new Error('The letter was not taken.')
  }
}

interface Refused {
  asked: LetterToSend
  rows: NoticeRow[]
  again: Again
  failure: unknown
}

/** A server that takes no letter now holds nobody else's up: it is tried again for some hours, and then given up. */
async function refusedBy(tx: Tx, { log }: Platform, { asked, rows, again, failure }: Refused): Promise<void> {
  const tries = Math.max(...rows.map(({ letterTries }) => letterTries))
  const pause = pauses[tries]
  log.warn(
    { error: failure, tries: tries + 1 },
    pause === undefined ? 'a letter was given up' : 'a letter was not taken, and is tried again',
  )
  if (pause === undefined) return settle(tx, rows)
  await tx
    .update(notices)
    .set({ letterTries: tries + 1 })
    .where(
      among(
        notices.id,
        rows.map(({ id }) => id),
      ),
    )
  await postpone(tx, asked, rows, again, pause)
}

async function postpone(tx: Tx, asked: LetterToSend, rows: NoticeRow[], again: Again, pause: number): Promise<void> {
  const letterAt = inMilliseconds(pause)
  await tx
    .update(notices)
    .set({ letterAt })
    .where(
      among(
        notices.id,
        rows.map(({ id }) => id),
      ),
    )
  await again(tx, { ...asked, until: letterAt.toISOString() }, letterAt)
}

const inMilliseconds = (pause: number): Date => new Date(Date.now() + pause)
