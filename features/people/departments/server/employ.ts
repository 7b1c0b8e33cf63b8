import { sql } from 'drizzle-orm'
import { invalid } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { employments } from '../../server/tables.ts'
import { mustBeDepartment, mustWorkHere, oneAfterTheOther } from './standing.ts'

/** Where an administrator puts an employee: what is left out stays as it is. */
export interface Employment {
  departmentId?: string | null
  managerId?: string | null
}

/** Says in which department an employee works and who manages them. As the keeper. */
export async function employ(
  tx: Tx,
  { id, kind }: { id: string; kind: 'employee' | 'external' },
  said: Employment,
): Promise<void> {
  const { departmentId, managerId } = said
  if (departmentId === undefined && managerId === undefined) return
  if (kind === 'external') throw invalid('departmentId', 'Somebody from outside has no department and no manager here.')
  await oneAfterTheOther(tx)
  if (departmentId) await mustBeDepartment(tx, departmentId, 'departmentId')
  if (managerId) {
    await mustWorkHere(tx, managerId, 'managerId')
    if (await isManagedBy(tx, managerId, id))
      throw invalid('managerId', 'This would make somebody their own manager. Choose another one.')
  }
  await tx
    .insert(employments)
    .values({ personId: id, ...said })
    .onConflictDoUpdate({ target: employments.personId, set: said })
}

/** Whether somebody is a person, or is managed by them at any height. */
async function isManagedBy(tx: Tx, id: string, manager: string): Promise<boolean> {
  if (id === manager) return true
  const { rows } = await tx.execute<{ yes: boolean }>(sql`
    with recursive up as (
      select person_id, manager_id from employments where person_id = ${id}
      union select e.person_id, e.manager_id from up join employments e on e.person_id = up.manager_id
    ) select exists (select from up where manager_id = ${manager}) as yes`)
  return rows[0]?.yes ?? false
}
