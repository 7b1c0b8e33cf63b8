import { and, count, eq, isNull, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { peopleHere } from '../../server/door.ts'
import { departments, employments } from '../../server/tables.ts'
import type { Department } from '../contract.ts'

/** All departments by name, with how many people work in each now. */
export const listDepartments = (tx: Tx): Promise<Department[]> => select(tx)

/** One department. */
export async function getDepartment(tx: Tx, id: string): Promise<Department> {
  const [department] = await select(tx, eq(departments.id, id))
  return found(department)
}

async function select(tx: Tx, where?: SQL): Promise<Department[]> {
  const rows = await tx
    .select({
      id: departments.id,
      name: departments.name,
      parentId: departments.parentId,
      headId: departments.headId,
      people: count(people.id),
    })
    .from(departments)
    .leftJoin(employments, eq(employments.departmentId, departments.id))
    .leftJoin(people, and(eq(people.id, employments.personId), isNull(people.dismissedAt)))
    .where(where)
    .groupBy(departments.id)
    .orderBy(departments.name, departments.id)
  const heads = await peopleHere(
    tx,
    rows.map((row) => row.headId),
  )
  return rows.map(({ headId, ...row }) => ({ ...row, head: heads.get(headId ?? '') ?? null }))
}
