import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Looks people up by id as the person asking may see them: whom they may not see is missing from the answer. */
export async function namedPeople(tx: Tx, ids: Iterable<string | null>, which?: SQL): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, name: people.name, kind: people.kind, company: people.company, photo: people.photo })
    .from(people)
    .where(and(among(people.id, wanted), which))
  return new Map(rows.map((row) => [row.id, personIn(row)]))
}

/** The same without those who are dismissed: who stands somewhere in the company stands there for as long as they are here. */
export const peopleHere = (tx: Tx, ids: Iterable<string | null>): Promise<Map<string, Person>> =>
  namedPeople(tx, ids, isNull(people.dismissedAt))

/** A person as every answer names one. */
export function personIn(row: {
  id: string
  name: string
  kind: 'employee' | 'external'
  company: string | null
  photo: string | null
}): Person {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    ...(row.company ? { company: row.company } : {}),
    ...(row.photo ? { photo: `/api/v1/people/${row.id}/photo?v=${row.photo}` } : {}),
  }
}

/** The id and kind of a person whom the person asking may see. */
export async function personRow(tx: Tx, id: string): Promise<{ id: string; kind: 'employee' | 'external' }> {
  const [row] = await tx.select({ id: people.id, kind: people.kind }).from(people).where(eq(people.id, id))
  return found(row)
}
