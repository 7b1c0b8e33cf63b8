import { eq, sql } from 'drizzle-orm'
import { companies } from '#access/tables.ts'
import { comparableName } from '#access/searched.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * The company of this name, however it is written: made if there is none; for the name of one that was merged, the one it is now. For the keeper,
 * and for administrators.
 */
export async function companyNamed(tx: Tx, name: string): Promise<string> {
  const written = name.trim().replace(/\s+/g, ' ')
  await tx.insert(companies).values({ name: written }).onConflictDoNothing()
  const id = await companyCalled(tx, written)
  if (!id) throw new Error('A company was written and not found again.')
  return id
}

/** The company of that name, if there is one. For the keeper. */
export async function companyCalled(tx: Tx, name: string): Promise<string | undefined> {
  const written = name.trim().replace(/\s+/g, ' ')
  const [known] = await tx
    .select({ id: companies.id, mergedInto: companies.mergedInto })
    .from(companies)
    .where(eq(comparableName(companies.name), comparableName(sql`${written}::text`)))
  return known && (known.mergedInto ?? known.id)
}
