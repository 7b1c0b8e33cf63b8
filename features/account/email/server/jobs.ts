import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { personByEmail } from '#access/admit.ts'
import { hashed } from '#access/sessions.ts'
import { emailChanges } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import { portalFace, type PortalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/job.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Language } from '#ui/words/catalogue.ts'
import { addressLetterIn } from './letters.ts'

interface Reader {
  name: string
  language: Language
}

async function readerOf(tx: Tx, personId: string): Promise<Reader | null> {
  const here = and(eq(people.id, personId), isNull(people.dismissedAt))
  const [row] = await tx.select({ name: people.name, language: people.language }).from(people).where(here)
  return row ?? null
}

/** Writes to a new address: with a link to whoever wants to have it, or, where somebody has it already, to them that somebody tried. */
export const newAddressLetter: Job<{ personId: string; email: string }> = {
  name: 'account.new-address-letter',
  async run({ personId, email }, platform) {
    const token = randomBytes(32).toString('base64url')
    const found = await asKeeper(platform.database, async (tx) => {
      const owner = await personByEmail(tx, email)
      const reader = await readerOf(tx, owner ?? personId)
      const face = await portalFace(tx)
      if (owner) return reader && { reader, face, owned: true }
      const [change] = await tx
        .update(emailChanges)
        .set({ hash: hashed(token) })
        .where(
          and(
            eq(emailChanges.personId, personId),
            eq(emailChanges.email, email),
            gt(emailChanges.expiresAt, new Date()),
          ),
        )
        .returning({ email: emailChanges.email })
      return change && reader && { reader, face, owned: false }
    })
    const to = parseAddress(email)
    if (!found || !to) return
    const { reader, face, owned } = found
    const url = new URL(`/sign-in/email/${token}`, platform.settings.url)
    const letter = owned
      ? addressLetterIn(reader.language, { kind: 'inUse', name: reader.name, portal: face, email })
      : addressLetterIn(reader.language, { kind: 'confirm', name: reader.name, portal: face, email, url })
    await platform.mail.send({ to, name: reader.name, ...letter })
  },
}

/** Tells the address before that it is theirs no more, and what to do if they did not want that. */
export const addressChangedLetter: Job<{ personId: string; before: string }> = {
  name: 'account.address-changed-letter',
  async run({ personId, before }, platform) {
    const to = parseAddress(before)
    const [reader, face]: [Reader | null, PortalFace] = await asKeeper(platform.database, async (tx) => [
      await readerOf(tx, personId),
      await portalFace(tx),
    ])
    if (!to || !reader) return
    const letter = addressLetterIn(reader.language, { kind: 'changed', name: reader.name, portal: face, email: before })
    await platform.mail.send({ to, name: reader.name, ...letter })
  },
}
