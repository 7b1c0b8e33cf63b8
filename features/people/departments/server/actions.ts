import { eq, sql } from 'drizzle-orm'
import { found, invalid } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { departments, employments } from '../../server/tables.ts'
import type { Department } from '../contract.ts'
import { getDepartment } from './queries.ts'
import { mustBeDepartment, mustWorkHere, oneAfterTheOther } from './standing.ts'

interface Said {
  name?: string
  parentId?: string | null
  headId?: string | null
}

/** Adds a department. */
export async function addDepartment(tx: Tx, said: Said & { name: string }): Promise<Department> {
  await mustHold(tx, said)
  const [made] = await tx.insert(departments).values(said).returning({ id: departments.id })
  return getDepartment(tx, found(made).id)
}

/** Renames a department, moves it below another or gives it a head. */
export async function changeDepartment(tx: Tx, { id, ...said }: Said & { id: string }): Promise<Department> {
  await oneAfterTheOther(tx)
  await getDepartment(tx, id)
  await mustHold(tx, said)
  if (said.parentId && (await standsBelow(tx, said.parentId, id)))
    throw invalid('parentId', 'A department does not stand below itself. Choose another one.')
  if (Object.values(said).some((value) => value !== undefined))
    await tx.update(departments).set(said).where(eq(departments.id, id))
  return getDepartment(tx, id)
}

/** Removes a department; its people and what stands below it come to the one above, or to none. */
export async function removeDepartment(tx: Tx, id: string): Promise<void> {
  await oneAfterTheOther(tx)
  const { parentId } = await getDepartment(tx, id)
  await tx.update(departments).set({ parentId }).where(eq(departments.parentId, id))
  await tx.update(employments).set({ departmentId: parentId }).where(eq(employments.departmentId, id))
  await tx.delete(departments).where(eq(departments.id, id))
}

async function mustHold(tx: Tx, { parentId, headId }: Said): Promise<void> {
  if (parentId) await mustBeDepartment(tx, parentId, 'parentId')
  if (headId) await mustWorkHere(tx, headId, 'headId')
}

/** Whether a department is another one, or stands somewhere below it. */
async function standsBelow(tx: Tx, id: string, above: string): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`
    with recursive up as (
      select id, parent_id from departments where id = ${id}
      union select d.id, d.parent_id from up join departments d on d.id = up.parent_id
    ) select exists (select from up where id = ${above}) as yes`)
  return rows[0]?.yes ?? false
}
