import { and, count, eq, inArray, isNull, or } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { departments, employments } from '../../server/tables.ts'

/** Where an employee stood in the company's structure: what a move takes, and undoing it gives back. */
export interface Stood {
  department: string | null
  manager: string | null
  heads: string[]
  reports: string[]
  /** Who manages the reports since. */
  reportsTo: string | null
}

/** Takes somebody out of the structure; those they managed come to `to`. As the keeper. */
export async function leaveStructure(tx: Tx, personId: string, to: string | null): Promise<Stood> {
  const [own] = await tx.delete(employments).where(eq(employments.personId, personId)).returning()
  const heads = await tx
    .update(departments)
    .set({ headId: null })
    .where(eq(departments.headId, personId))
    .returning({ id: departments.id })
  const reports = await tx
    .update(employments)
    .set({ managerId: to })
    .where(eq(employments.managerId, personId))
    .returning({ id: employments.personId })
  // Nobody is their own manager.
  if (to)
    await tx
      .update(employments)
      .set({ managerId: null })
      .where(and(eq(employments.personId, to), eq(employments.managerId, to)))
  return {
    department: own?.departmentId ?? null,
    manager: own?.managerId ?? null,
    heads: heads.map(({ id }) => id),
    reports: reports.map(({ id }) => id),
    reportsTo: to,
  }
}

/** Puts somebody back where they stood, as far as nobody stands there by now. As the keeper. */
export async function rejoinStructure(tx: Tx, personId: string, stood: Stood): Promise<void> {
  const { department, manager, heads, reports, reportsTo } = stood
  const [there] = department
    ? await tx.select({ id: departments.id }).from(departments).where(eq(departments.id, department))
    : []
  if (there ?? manager)
    await tx
      .insert(employments)
      .values({ personId, departmentId: there?.id ?? null, managerId: manager })
      .onConflictDoNothing()
  if (heads.length > 0)
    await tx
      .update(departments)
      .set({ headId: personId })
      .where(and(inArray(departments.id, heads), isNull(departments.headId)))
  // The one who took them over was perhaps among them, and reports to nobody since.
  const unchanged = reportsTo
    ? or(eq(employments.managerId, reportsTo), and(eq(employments.personId, reportsTo), isNull(employments.managerId)))
    : isNull(employments.managerId)
  if (reports.length > 0)
    await tx
      .update(employments)
      .set({ managerId: personId })
      .where(and(inArray(employments.personId, reports), unchanged))
}

/** What of the structure would end, in words and numbers for whoever decides. */
export async function standingInStructure(tx: Tx, personId: string) {
  const [own] = await tx
    .select({ department: departments.name, managerId: employments.managerId })
    .from(employments)
    .leftJoin(departments, eq(departments.id, employments.departmentId))
    .where(eq(employments.personId, personId))
  const [manager] = own?.managerId
    ? await tx.select({ name: people.name }).from(people).where(eq(people.id, own.managerId))
    : []
  const headed = await tx
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.headId, personId))
    .orderBy(departments.name)
  const [managed] = await tx.select({ n: count() }).from(employments).where(eq(employments.managerId, personId))
  return {
    department: own?.department ?? null,
    manager: manager?.name ?? null,
    leads: headed.map(({ name }) => name),
    reports: managed?.n ?? 0,
  }
}
