import { and, eq, isNotNull } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { passkeys, recoveryCodes, secondFactors, signIns } from '#access/sign-in-tables.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Whether somebody who signs in with a password or a link is asked for codes. */
export async function hasCodes(tx: Tx, personId: string): Promise<boolean> {
  const confirmed = and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt))
  return (await tx.select({ id: secondFactors.personId }).from(secondFactors).where(confirmed)).length > 0
}

/** Whether somebody has a passkey, which is a second factor as well. */
export async function hasPasskeys(tx: Tx, personId: string): Promise<boolean> {
  const [one] = await tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.personId, personId)).limit(1)
  return one !== undefined
}

/** One second factor of a person goes after the other: of two that go at once the later finds what is left. */
export const oneAfterTheOther = (tx: Tx, personId: string): Promise<unknown> =>
  tx.select({ id: signIns.id }).from(signIns).where(eq(signIns.id, personId)).for('update')

/** Refuses to take away the last second factor of somebody whom the portal asks for one. */
export async function mustHaveAnother(tx: Tx, personId: string): Promise<void> {
  if ((await hasCodes(tx, personId)) || (await hasPasskeys(tx, personId))) return
  throw refused(
    'SECOND_FACTOR_STAYS',
    'This portal asks for a second factor, so the last one stays. Set up another one first.',
  )
}

/** Takes every code and passkey of a person away; answers whether there was any. For the keeper, once it is sure that whoever asks may. */
export async function takeSecondFactors(tx: Tx, personId: string): Promise<boolean> {
  await oneAfterTheOther(tx, personId)
  const had = (await hasCodes(tx, personId)) || (await hasPasskeys(tx, personId))
  for (const table of [secondFactors, recoveryCodes, passkeys])
    await tx.delete(table).where(eq(table.personId, personId))
  return had
}
