import { and, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { companies, people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { afterCursor, cursorAt } from '../../server/order.ts'
import type { Company } from '../contract.ts'

interface ListQuery {
  limit: number
  after?: string | undefined
  search?: string | undefined
}

/** Companies by name, with how many of their people the person asking sees. */
export async function listCompanies(tx: Tx, { limit, after, search }: ListQuery) {
  const named = search ? sql`${companies.name} ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}` : undefined
  const rows = await select(tx, and(isNull(companies.mergedInto), named, afterCursor(after, companies)))
    .orderBy(companies.name, companies.id)
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorAt(last) : null }
}

/** One company. One that was merged into another is not there any more. */
export async function getCompany(tx: Tx, id: string): Promise<Company> {
  const [row] = await select(tx, and(eq(companies.id, id), isNull(companies.mergedInto)))
  return found(row)
}

const select = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({ id: companies.id, name: companies.name, people: count(people.id) })
    .from(companies)
    .leftJoin(people, and(eq(people.companyId, companies.id), isNull(people.dismissedAt)))
    .where(where)
    .groupBy(companies.id)
    .$dynamic()
