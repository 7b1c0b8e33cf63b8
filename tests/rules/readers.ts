import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { readers, readersAmong } from '#access/readers.ts'
import { asPerson } from '#access/signed-in.ts'
import { audiences, people } from '#access/tables.ts'
import { tables } from '#app/database.ts'
import type { TestPortal } from '../portal.ts'

/** Tables that only those who sit in the audience read: no other rule opens them. */
const onlySeated = tables
  .map((table) => getTableConfig(table))
  .filter(({ policies }) => {
    const opening = policies.filter((policy) => policy.for === 'select')
    return opening.length === 1 && opening[0]?.name === 'seen by its audience'
  })
  .map(({ name }) => name)

/** Where "who reads this audience" and what the rules let each person read are not the same; a sentence for each audience. */
export async function findReaderFaults(portal: TestPortal): Promise<string[]> {
  const everybody = await portal.keep((tx) =>
    tx.select({ id: people.id, dismissedAt: people.dismissedAt }).from(people),
  )
  const places = await portal.keep((tx) => tx.select({ id: audiences.id, kind: audiences.kind }).from(audiences))
  const really = new Map(places.map(({ id }) => [id, new Set<string>()]))
  const faults: string[] = []
  for (const { id, dismissedAt } of everybody) {
    if (dismissedAt) continue
    const found = await asPerson(portal.platform.database, id, async (tx) => {
      const seats = await tx.select({ id: audiences.id }).from(audiences)
      const rows = await tx.execute<{ id: string; name: string }>(
        sql.raw(
          onlySeated
            .map((name) => `select distinct audience_id as id, '${name}' as name from ${name}`)
            .join(' union all '),
        ),
      )
      return { seats: seats.map((row) => row.id), rows: rows.rows }
    })
    for (const seat of found.seats) really.get(seat)?.add(id)
    const strange = found.rows.filter((row) => !found.seats.includes(row.id))
    faults.push(...strange.map((row) => `${id} reads ${row.name} of the audience ${row.id} without sitting there.`))
  }
  const ids = everybody.map(({ id }) => id)
  await portal.keep(async (tx) => {
    for (const { id, kind } of places) {
      const [said, among] = [(await readers(tx, id)).map(({ personId }) => personId), await readersAmong(tx, id, ids)]
      const is = [...(really.get(id) ?? [])].toSorted().join(' ')
      for (const [how, list] of [
        ['readers', said],
        ['readers_among', among],
      ] as const)
        if (list.toSorted().join(' ') !== is)
          faults.push(`access.${how} of the audience ${id} (${kind}) says ${list.join(' ')}; it is read by ${is}`)
    }
  })
  return faults
}
