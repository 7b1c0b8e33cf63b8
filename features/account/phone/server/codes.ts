import { randomInt, timingSafeEqual } from 'node:crypto'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { phoneCodes } from '#access/phones.ts'
import type { Sessions } from '#access/sessions.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** How long a code is good, in minutes, and how often it may be guessed. */
const lasts = 5
const mostTries = 5

interface Sending {
  personId: string
  purpose: 'signIn' | 'number'
  number: string
}

/** Makes a code of six digits; the one before for the same purpose is worth nothing from now on. */
export async function makeCode(tx: Tx, sessions: Sessions, sending: Sending): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const made = {
    number: sending.number,
    hash: sessions.keyed(textOf(sending, code)),
    tries: 0,
    expiresAt: new Date(Date.now() + lasts * 60_000),
  }
  await tx
    .insert(phoneCodes)
    .values({ ...sending, ...made })
    .onConflictDoUpdate({ target: [phoneCodes.personId, phoneCodes.purpose], set: made })
  return code
}

/**
 * Whether a code holds; it is spent by that. Each guess is counted before it is looked at, in a row that is held: many at once are not one,
 * and of two who bring the right one at once one comes too late.
 */
export async function spendCode(tx: Tx, sessions: Sessions, sending: Sending, typed: string): Promise<boolean> {
  const { personId, purpose, number } = sending
  const theirs = and(eq(phoneCodes.personId, personId), eq(phoneCodes.purpose, purpose))
  const [kept] = await tx
    .update(phoneCodes)
    .set({ tries: sql`${phoneCodes.tries} + 1` })
    .where(
      and(theirs, eq(phoneCodes.number, number), gt(phoneCodes.expiresAt, new Date()), lt(phoneCodes.tries, mostTries)),
    )
    .returning()
  const shown = Buffer.from(sessions.keyed(textOf(sending, typed.replace(/\D/g, ''))))
  if (!timingSafeEqual(Buffer.from(kept?.hash ?? sessions.keyed('none')), shown)) return false
  await tx.delete(phoneCodes).where(theirs)
  return true
}

/** What is hashed: a code is good for one person, one purpose and one number alone. */
const textOf = ({ personId, purpose, number }: Sending, code: string): string =>
  `${purpose} ${personId} ${number} ${code}`
