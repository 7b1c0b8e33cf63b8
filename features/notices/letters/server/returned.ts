import { eq, sql } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import { reaches } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Address } from '#platform/mail/addresses.ts'
import { returnedLetters } from './tables.ts'

/** Remembers that somebody's address took no letter. For the keeper. */
export async function letterReturned(tx: Tx, personId: string, { text: address }: Address): Promise<void> {
  const set = { address, at: new Date() }
  await tx
    .insert(returnedLetters)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: returnedLetters.personId, set })
}

/** Forgets that, since one was taken. For the keeper. */
export async function letterTaken(tx: Tx, personId: string): Promise<void> {
  await tx.delete(returnedLetters).where(eq(returnedLetters.personId, personId))
}

/** Since when the address that somebody has now takes no letters. Whoever has another one by now is not among them. */
async function returnedWhere(tx: Tx, which: ReturnType<typeof sql>): Promise<Map<string, Date>> {
  const { personId, at, address } = returnedLetters
  const rows = await tx
    .select({ personId, at })
    .from(returnedLetters)
    .innerJoin(reaches, sql`${reaches.personId} = ${personId} and lower(${reaches.email}) = lower(${address})`)
    .where(which)
  return new Map(rows.map((row) => [row.personId, row.at]))
}

/** The same of these people. For the keeper. */
export const returnedOf = (tx: Tx, personIds: string[]): Promise<Map<string, Date>> =>
  returnedWhere(tx, among(returnedLetters.personId, personIds))

/** The same of the person asking; null while letters reach them. */
export async function myReturned(tx: Tx): Promise<Date | null> {
  const [at] = (await returnedWhere(tx, sql`${returnedLetters.personId} = ${me}`)).values()
  return at ?? null
}
