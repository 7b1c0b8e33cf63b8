import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { companies, people, reaches } from '#access/tables.ts'
import { comparableName } from '#access/searched.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { namedPeople } from '../../server/named.ts'
import { saidCompanies } from '../../server/tables.ts'
import type { SaidCompany } from '../contract.ts'

/**
 * Writes down which company somebody from outside says is theirs; an empty word takes it back. Whether there is such a company is never looked at, so
 * that the answer cannot tell. As the person.
 */
export async function sayCompany(tx: Tx, me: Me, name: string): Promise<{ name: string }> {
  if (me.kind === 'employee')
    throw refused('OUTSIDERS_SAY_COMPANIES', 'Whoever works here belongs to no other company, and says none.')
  const [own] = await tx.select({ companyId: people.companyId }).from(people).where(eq(people.id, me.id))
  if (own?.companyId)
    throw refused(
      'COMPANY_IS_ASSIGNED',
      'Your company is assigned already. Ask whoever invited you to have it changed.',
    )
  if (name === '') await tx.delete(saidCompanies).where(eq(saidCompanies.personId, me.id))
  else
    await tx
      .insert(saidCompanies)
      .values({ personId: me.id, name })
      .onConflictDoUpdate({ target: saidCompanies.personId, set: { name, saidAt: new Date() } })
  return { name }
}

/** Who says a company and has none assigned, with the one of that name. Under the rules: administrators read all of it. */
export async function listSaid(tx: Tx, { limit, after }: { limit: number; after?: string | undefined }) {
  const rows = await tx
    .select({ id: people.id, email: reaches.email, name: saidCompanies.name, saidAt: saidCompanies.saidAt })
    .from(saidCompanies)
    .innerJoin(people, and(eq(people.id, saidCompanies.personId), hasNone, isNull(people.dismissedAt)))
    .leftJoin(reaches, eq(reaches.personId, people.id))
    .where(after ? gt(saidCompanies.personId, after) : undefined)
    .orderBy(saidCompanies.personId)
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const named = await namedPeople(
    tx,
    shown.map(({ id }) => id),
  )
  const known = await companiesOf(
    tx,
    shown.map(({ name }) => name),
  )
  const items = shown.flatMap(({ id, name, email, saidAt }): SaidCompany[] => {
    const person = named.get(id)
    return person ? [{ person, email: email ?? '', name, saidAt, company: known.get(name) ?? null }] : []
  })
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

const hasNone = and(eq(people.kind, 'external'), isNull(people.companyId))

/** What somebody without a company says, as far as the person asking may know. */
export async function saidBy(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: saidCompanies.name })
    .from(saidCompanies)
    .innerJoin(people, and(eq(people.id, saidCompanies.personId), hasNone))
    .where(eq(saidCompanies.personId, personId))
  return row?.name ?? null
}

/** The companies of these names, however they are written; for the name of one that was merged, the one it is now. */
async function companiesOf(tx: Tx, names: string[]): Promise<Map<string, { id: string; name: string }>> {
  if (names.length === 0) return new Map()
  const { rows } = await tx.execute<{ said: string; id: string; name: string }>(sql`
    select s.said, now_it_is.id, now_it_is.name from unnest(${sql.param(names)}::text[]) s(said)
    join ${companies} on ${comparableName(companies.name)} = ${comparableName(sql`s.said`)}
    join companies now_it_is on now_it_is.id = coalesce(${companies.mergedInto}, ${companies.id})`)
  return new Map(rows.map(({ said, ...company }) => [said, company]))
}

/** What was said is settled: a company is assigned, or they are from outside no more. As the keeper. */
export async function forgetSaid(tx: Tx, personIds: string[]): Promise<void> {
  await tx.delete(saidCompanies).where(inArray(saidCompanies.personId, personIds))
}
