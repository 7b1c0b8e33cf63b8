import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { holdAddress, personByEmail } from '#access/admit.ts'
import { found, invalid, refused } from '#access/errors.ts'
import { hashed } from '#access/sessions.ts'
import { emailChanges, signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import { realAddress } from '#access/phones.ts'
import { letterOf, limited } from '#access/tries.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Platform } from '#platform/platform.ts'
import { endProofs } from '../../server/ending.ts'
import { linkSpent } from '../../server/keeper.ts'
import { mustBeLetIn } from '../../server/slots.ts'
import { addressChangedLetter, newAddressLetter } from './jobs.ts'

const hours = 1

/** One's address, and the one that it is about to become. */
export function readEmail(database: Database, me: Me) {
  return asKeeper(database, async (tx) => {
    const [signIn] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, me.id))
    const [change] = await tx
      .select()
      .from(emailChanges)
      .where(and(eq(emailChanges.personId, me.id), gt(emailChanges.expiresAt, new Date())))
    return { email: realAddress(found(signIn).email), next: change?.email ?? null, until: change?.expiresAt ?? null }
  })
}

/** Asks for a new address (PPL-9). What happens and what is said is the same whether somebody has it or not; only its letter differs. */
export async function changeEmail({ database, jobs }: Platform, me: Me, written: string): Promise<void> {
  const address = parseAddress(written)
  if (!address) throw invalid('email', 'Invalid e-mail address.')
  // Each letter counts as a try: nobody fills another's mailbox. The answer is never right, so it never begins anew.
  await limited(database, [letterOf(me.id)], () => Promise.resolve(null))
  await asKeeper(database, async (tx) => {
    const [signIn] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, me.id))
    if (found(signIn).email === address.normalised) throw invalid('email', 'This is your address already.')
    await mustBeLetIn(tx, me.kind, address.normalised)
    await startChange(tx, me.id, address.normalised)
    await jobs.queue(tx, newAddressLetter, { personId: me.id, email: address.normalised })
  })
}

async function startChange(tx: Tx, personId: string, email: string): Promise<void> {
  // The secret is made when the letter is: none waits in the queue. Until then this stands for one that nobody knows.
  const unknown = hashed(randomBytes(32).toString('base64url'))
  const change = { email, hash: unknown, expiresAt: new Date(Date.now() + hours * 3_600_000) }
  await tx
    .insert(emailChanges)
    .values({ personId, ...change })
    .onConflictDoUpdate({ target: emailChanges.personId, set: change })
}

/** Keeps the present address after all; the letter under way works no more. */
export async function keepEmail(database: Database, me: Me): Promise<void> {
  await asKeeper(database, (tx) => tx.delete(emailChanges).where(eq(emailChanges.personId, me.id)))
}

/**
 * Confirms a new address with the link from the letter to it, signed in or not. The one before is free at once: whatever was under way to
 * it ends, and whoever gets it next is somebody new.
 */
export async function confirmEmail({ database, jobs }: Platform, token: string): Promise<{ email: string }> {
  return asKeeper(database, async (tx) => {
    const [change] = await tx
      .delete(emailChanges)
      .where(and(eq(emailChanges.hash, hashed(token)), gt(emailChanges.expiresAt, new Date())))
      .returning()
    if (!change) throw linkSpent()
    const { personId, email } = change
    await holdAddress(tx, email)
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person || person.dismissedAt) throw linkSpent()
    await mustBeLetIn(tx, person.kind, email)
    if ((await personByEmail(tx, email)) !== null)
      throw refused('ADDRESS_TAKEN', 'Somebody else here has this address by now. Your address stays as it was.')
    const [before] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, personId))
    await endProofs(tx, personId)
    await tx.update(signIns).set({ email, emailVerified: true }).where(eq(signIns.id, personId))
    await tx.update(reaches).set({ email }).where(eq(reaches.personId, personId))
    await jobs.queue(tx, addressChangedLetter, { personId, before: found(before).email })
    return { email }
  })
}
