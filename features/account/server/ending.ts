import { eq } from 'drizzle-orm'
import { sessions, tokens } from '#access/sign-in-tables.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Ends every session and access token of a person, for a dismissal; in the keeper's transaction. Open pages are cut off with it. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, personId))
  await tx.delete(tokens).where(eq(tokens.personId, personId))
}
