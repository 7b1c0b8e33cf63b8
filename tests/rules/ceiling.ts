import { sql } from 'drizzle-orm'
import { savepoint, type Tx } from '#platform/database/transaction.ts'

const external = `(select id from people where kind = 'external' order by id limit 1)`
const groupSpace = `(select space_id from groups order by id limit 1)`

/** Ways in which somebody from outside could be put above the ceiling (PPL-2). The tables must refuse them even to their owner. */
const attempts = [
  {
    says: 'An external sits in a whole space.',
    how: `insert into seats (space_id, person_id, level, because) values (${groupSpace}, ${external}, 1, 'planted')`,
  },
  {
    says: 'A circle that admits externals sits in a whole space.',
    how: `insert into seats (space_id, circle_id, level, because) select space_id, id, 1, 'planted' from circles where admits = 'everyone' and space_id is not null order by id limit 1`,
  },
  {
    says: 'A seat in an audience is widened to the whole space.',
    how: `update seats set audience_id = null where person_id in (select id from people where kind = 'external')`,
  },
  {
    says: 'An external comes into a circle of employees.',
    how: `insert into circle_members (circle_id, person_id) select id, ${external} from circles where admits = 'employees' order by circles.id limit 1`,
  },
  {
    says: 'An employee becomes external and keeps what only employees hold.',
    how: `update people set kind = 'external' where kind = 'employee' and dismissed_at is null`,
  },
]

/** Which of them go through, and which stand already. Nothing of it stays. As the keeper. */
export async function findCeilingFaults(tx: Tx): Promise<string[]> {
  const faults: string[] = []
  const undone = new Error('undone')
  for (const { says, how } of attempts) {
    await savepoint(tx, async () => {
      await tx.execute(sql.raw(how))
      faults.push(`${says} Nothing holds it.`)
      throw undone
    }).catch((error: unknown) => {
      const code =
        error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : ''
      if (error !== undone && code !== '42501') throw error
    })
  }
  const { rows } = await tx.execute<{ id: string }>(
    sql`select s.id from seats s join people p on p.id = s.person_id where p.kind = 'external' and s.audience_id is null`,
  )
  const { rows: inside } = await tx.execute<{ id: string }>(
    sql`select p.id from people p join circle_members m on m.person_id = p.id join circles c on c.id = m.circle_id where p.kind = 'external' and c.admits = 'employees'`,
  )
  return [
    ...faults,
    ...rows.map(({ id }) => `The seat ${id} lifts an external above the ceiling.`),
    ...inside.map(({ id }) => `The external ${id} is in a circle of employees.`),
  ]
}
