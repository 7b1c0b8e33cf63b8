import { and, eq, isNull, sql } from 'drizzle-orm'
import { invalid } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { departments } from '../../server/tables.ts'

/**
 * One change of the structure after the other: two administrators who put two departments, or two people, below each other at the same
 * moment would make a circle that neither of them sees.
 */
export const oneAfterTheOther = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('structure of the company', 0))`)

/** Refuses a department that is not there. */
export async function mustBeDepartment(tx: Tx, id: string, field: 'parentId' | 'departmentId'): Promise<void> {
  const [department] = await tx.select({ id: departments.id }).from(departments).where(eq(departments.id, id))
  if (!department) throw invalid(field, 'There is no such department. Choose one from the list.')
}

/** Refuses everybody but those who work here now. */
export async function mustWorkHere(tx: Tx, id: string, field: 'headId' | 'managerId'): Promise<void> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, id), eq(people.kind, 'employee'), isNull(people.dismissedAt)))
  if (!person) throw invalid(field, 'Choose somebody who works here.')
}

/**
 * Whom somebody reports to and who is here: where their manager is dismissed, the one above that. Null where there is nobody, and in a circle, which
 * nobody can make. As the keeper.
 */
export async function managerOf(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive up (id) as (
      select manager_id from employments where person_id = ${id}
      union select e.manager_id from up join people p on p.id = up.id and p.dismissed_at is not null
        join employments e on e.person_id = up.id
    ) select p.id from up join people p on p.id = up.id
      where p.kind = 'employee' and p.dismissed_at is null and p.id <> ${id} limit 1`)
  return rows[0]?.id ?? null
}
