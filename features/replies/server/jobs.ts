import { and, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { readerOf } from '#access/reaching.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { mostAttachments } from '#features/writing/contract.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { FileMissing } from '#platform/files/files.ts'
import type { Job } from '#platform/job.ts'
import { letGoOf, openLetter, UnreadableLetter, type OpenedLetter } from '#platform/mail/incoming/parse.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { stillOpen } from './addresses.ts'
import { answer } from './answering.ts'
import { fileOf, oneLine } from './files.ts'
import { judged, type Verdict } from './judging.ts'
import { refusalLetterOf } from './letter.ts'
import { isTold, lettersIn, replyAddresses } from './tables.ts'

type Row = typeof lettersIn.$inferSelect

/** Reads a letter that was put down: it becomes a comment, or is refused with a reason. */
export const readLetter: Job<{ id: string }> = {
  name: 'replies.read',
  async run({ id }, platform) {
    const [row] = await asKeeper(platform.database, (tx) => tx.select().from(lettersIn).where(eq(lettersIn.id, id)))
    if (!row || row.settledAt) return
    await settle(platform, row, row.takenAt ? { refusal: null } : await read(platform, row))
    await platform.files.remove(fileOf(id))
  },
}

async function read(platform: Platform, row: Row): Promise<Verdict> {
  const opened = await open(platform, row)
  if (!opened) return { refusal: 'unreadable' }
  try {
    return await become(platform, row, opened)
  } finally {
    await letGoOf(opened.attachments)
  }
}

/** What becomes of a letter that was opened. */
async function become(platform: Platform, row: Row, opened: OpenedLetter): Promise<Verdict> {
  const where = await asKeeper(platform.database, async (tx) => {
    if (!(await noteHead(tx, row, opened))) return 'known' as const
    const [address] = await tx
      .select()
      .from(replyAddresses)
      .where(and(eq(replyAddresses.hash, row.addressHash), stillOpen))
    const reader = address ? await readerOf(tx, address.personId) : null
    return address && reader ? { address, reader, lately: await latelyFrom(tx, address.personId) } : null
  })
  // The same letter that came by another way is done with already.
  if (where === 'known') return { refusal: null }
  const verdict = judged(opened, row.envelopeFrom, where)
  if (verdict.refusal !== null || verdict.says === undefined || !where) return verdict
  const { address } = where
  await asKeeper(platform.database, (tx) =>
    tx.update(lettersIn).set({ personId: address.personId }).where(eq(lettersIn.id, row.id)),
  )
  return {
    ...verdict,
    refusal: await answer(platform, { letterId: row.id, address, text: verdict.says, files: opened.attachments }),
  }
}

async function open({ files, log, settings }: Platform, { id }: Row): Promise<OpenedLetter | null> {
  try {
    return await openLetter(await files.get(fileOf(id)), {
      receive: (content) => files.receive(content),
      largest: settings.largestFile,
      most: mostAttachments,
    })
  } catch (error) {
    if (!(error instanceof UnreadableLetter || error instanceof FileMissing)) throw error
    log.info({ letter: id, error }, 'a letter that came in cannot be read')
    return null
  }
}

/** Writes down what its head says; false where a letter of the same name came to the same address before. */
async function noteHead(tx: Tx, { id, addressHash }: Row, { from, messageId }: OpenedLetter): Promise<boolean> {
  const writer = oneLine(from.join(', '), 320)
  if (messageId === null) {
    await tx.update(lettersIn).set({ writer }).where(eq(lettersIn.id, id))
    return true
  }
  const name = oneLine(messageId, 500)
  const before = and(eq(lettersIn.addressHash, addressHash), eq(lettersIn.messageId, name), ne(lettersIn.id, id))
  if ((await tx.$count(lettersIn, before)) > 0) return false
  await tx.update(lettersIn).set({ writer, messageId: name }).where(eq(lettersIn.id, id))
  return true
}

/** Comments that somebody made by letter within the last hour. */
const latelyFrom = (tx: Tx, personId: string): Promise<number> =>
  tx.$count(
    lettersIn,
    and(
      eq(lettersIn.personId, personId),
      isNotNull(lettersIn.takenAt),
      sql`${lettersIn.arrivedAt} > now() - interval '1 hour'`,
    ),
  )

/** Notes what became of it. Whoever wrote it is told of a refusal once a day, if it is sure that they are somebody of ours. */
async function settle({ database, jobs }: Platform, { id }: Row, { refusal, personId }: Verdict): Promise<void> {
  await asKeeper(database, async (tx) => {
    const tells = personId !== undefined && isTold(refusal) && !(await wasTold(tx, personId))
    await tx
      .update(lettersIn)
      .set({
        settledAt: new Date(),
        refusal,
        ...(personId ? { personId } : {}),
        ...(tells ? { toldAt: new Date() } : {}),
      })
      .where(eq(lettersIn.id, id))
    if (tells) await jobs.queue(tx, refusalLetter, { id })
  })
}

const wasTold = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.$count(
    lettersIn,
    and(eq(lettersIn.personId, personId), sql`${lettersIn.toldAt} > now() - interval '1 day'`),
  )) > 0

/** Tells somebody that what they answered was not taken, and why. */
export const refusalLetter: Job<{ id: string }> = {
  name: 'replies.refusal-letter',
  atOnce: lettersAtOnce,
  async run({ id }, { database, mail, settings }) {
    const written = await asKeeper(database, async (tx) => {
      const [row] = await tx.select().from(lettersIn).where(eq(lettersIn.id, id))
      const reader = row?.personId ? await readerOf(tx, row.personId) : null
      if (!row || !isTold(row.refusal) || !reader || reader.dismissedAt || !('address' in reader.by)) return null
      const letter = refusalLetterOf({ ...row, refusal: row.refusal }, reader, await portalFace(tx), settings.url)
      return { to: reader.by.address, name: reader.name, ...letter }
    })
    if (written) await mail.send(written)
  },
}

/** By night: what was refused is forgotten after 30 days, what nobody can answer any more too. */
export const clearLetters: Job = {
  name: 'replies.clear',
  cron: '20 3 * * *',
  async run(_data, { database, files }) {
    const aDayAgo = sql`now() - interval '1 day'`
    const gone = await asKeeper(database, async (tx) => {
      await tx.delete(replyAddresses).where(sql`not ${stillOpen}`)
      // Whatever could not be read in a day of tries will not be.
      const failed = await tx
        .update(lettersIn)
        .set({ settledAt: new Date(), refusal: 'failed' })
        .where(and(isNotNull(lettersIn.keptAt), isNull(lettersIn.settledAt), lt(lettersIn.keptAt, aDayAgo)))
        .returning({ id: lettersIn.id })
      const old = await tx
        .delete(lettersIn)
        .where(
          sql`${lettersIn.arrivedAt} < now() - interval '30 days' or (${lettersIn.keptAt} is null and ${lettersIn.arrivedAt} < ${aDayAgo})`,
        )
        .returning({ id: lettersIn.id })
      return [...failed, ...old]
    })
    for (const { id } of gone) await files.remove(fileOf(id))
  },
}
