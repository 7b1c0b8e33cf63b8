import { and, eq, isNull } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { companies } from '#access/tables.ts'
import { savepoint, type Tx } from '#platform/database/transaction.ts'
import type { Company } from '../contract.ts'
import { companyNamed } from './naming.ts'
import { getCompany } from './queries.ts'

/** Adds a company. One that is there already under this name, however it is written, is that one. */
export const createCompany = async (tx: Tx, name: string): Promise<Company> =>
  getCompany(tx, await companyNamed(tx, name))

/** Renames a company; two that are one are merged instead. */
export async function renameCompany(tx: Tx, { id, name }: { id: string; name: string }): Promise<Company> {
  const changed = await savepoint(tx, () =>
    tx
      .update(companies)
      .set({ name: name.trim().replace(/\s+/g, ' ') })
      .where(and(eq(companies.id, id), isNull(companies.mergedInto)))
      .returning({ id: companies.id }),
  ).catch(nameTaken)
  return getCompany(tx, found(changed[0]).id)
}

function nameTaken(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause && cause.code === '23505')
    throw refused('COMPANY_NAME_TAKEN', 'There is a company of this name already. Merge the two instead.')
  throw error
}
