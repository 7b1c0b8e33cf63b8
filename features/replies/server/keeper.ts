import { and, eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { hashed } from '#access/sessions.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Arriving, Taking } from '#platform/mail/incoming/taking.ts'
import type { Platform } from '#platform/platform.ts'
import { stillOpen } from './addresses.ts'
import { fileOf, oneLine } from './files.ts'
import { readLetter } from './jobs.ts'
import { lettersIn, replyAddresses } from './tables.ts'

/** Letters to one reply address in an hour, before its sender is asked to come later. */
const mostInAnHour = 30

/** How letters that come in are put down: the words in a file, all else in a row, and a job that reads it. */
export const takingLetters = (platform: Platform): Taking => ({
  expects: (secret) =>
    asKeeper(platform.database, async (tx) => {
      const hash = hashed(secret)
      const [open] = await tx
        .select({ hash: replyAddresses.hash })
        .from(replyAddresses)
        .where(and(eq(replyAddresses.hash, hash), stillOpen))
      if (!open) return 'never'
      const lately = sql`${lettersIn.addressHash} = ${hash} and ${lettersIn.arrivedAt} > now() - interval '1 hour'`
      return (await tx.$count(lettersIn, lately)) < mostInAnHour ? 'now' : 'later'
    }),
  take: (letter) => keepLetter(platform, letter),
})

async function keepLetter({ database, files, jobs }: Platform, { secret, from, raw }: Arriving): Promise<void> {
  const addressHash = hashed(secret)
  // The row is there first: what a killed process leaves of the file is found by it.
  const envelopeFrom = from === null ? null : oneLine(from, 320)
  const [row] = await asKeeper(database, (tx) =>
    tx.insert(lettersIn).values({ addressHash, envelopeFrom }).returning({ id: lettersIn.id }),
  )
  const { id } = found(row)
  try {
    const { size, sha256: contentHash } = await files.put(fileOf(id), raw, { type: 'message/rfc822' })
    const isNew = await asKeeper(database, async (tx) => {
      const same = and(eq(lettersIn.addressHash, addressHash), eq(lettersIn.contentHash, contentHash))
      if ((await tx.$count(lettersIn, same)) > 0) return false
      await tx.update(lettersIn).set({ size, contentHash, keptAt: new Date() }).where(eq(lettersIn.id, id))
      await jobs.queue(tx, readLetter, { id })
      return true
    })
    if (!isNew) await forget()
  } catch (error) {
    await forget()
    throw error
  }

  async function forget(): Promise<void> {
    await files.remove(fileOf(id))
    await asKeeper(database, (tx) => tx.delete(lettersIn).where(eq(lettersIn.id, id)))
  }
}
