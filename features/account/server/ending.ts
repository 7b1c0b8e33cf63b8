import { eq, sql } from 'drizzle-orm'
import { phoneCodes } from '#access/phones.ts'
import { emailChanges, proofs, sessions, signIns, tokens } from '#access/sign-in-tables.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * Ends every session and access token of a person and whatever is under way to let them in or change their address, for a dismissal; in
 * the keeper's transaction. Open pages are cut off with it, and what was asked of a browser (codes, passkeys) ends with its session.
 */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, personId))
  await tx.delete(tokens).where(eq(tokens.personId, personId))
  await tx.delete(phoneCodes).where(eq(phoneCodes.personId, personId))
  await tx.delete(emailChanges).where(eq(emailChanges.personId, personId))
  await endProofs(tx, personId)
}

/** Letters under way that would let them in: better-auth keeps whose a proof is inside its value, the id or the address. */
export async function endProofs(tx: Tx, personId: string): Promise<void> {
  const [signIn] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, personId))
  // Nobody wrote to somebody who was added and has not come yet.
  if (!signIn) return
  const address = JSON.stringify(signIn.email)
  await tx.delete(proofs).where(sql`${proofs.value} = ${personId} or position(${address} in ${proofs.value}) > 0`)
}
