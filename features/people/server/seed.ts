import { admitPerson, joinPortalCircle, writePassword } from '#access/admit.ts'
import { companies } from '#access/tables.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { seedFields } from '../fields/server/seed.ts'
import { departments, employments } from './tables.ts'

interface SeedPerson {
  key: string
  kind: 'employee' | 'external'
  name: string
  email?: string
  /** Of somebody without an address. */
  number?: string
  position: string
  about: string
  language: 'en' | 'ru' | 'pl'
  timeZone: string
  company?: string
  administrator?: true
  department?: string
  manager?: string | null
}

interface SeedDepartment {
  key: string
  name: string
  head: string
  parent: string | null
}

interface SeedPortal {
  companies: { key: string; name: string }[]
  departments: SeedDepartment[]
  people: SeedPerson[]
}

/** Fills the portal with people; those with an address all sign in with the same password. Answers their ids by key. */
export async function seedPeople(
  platform: Platform,
  sample: SeedPortal,
  password: string,
): Promise<Map<string, string>> {
  return asKeeper(platform.database, async (tx) => {
    const company = new Map<string, string>()
    for (const { key, name } of sample.companies) {
      const [made] = await tx.insert(companies).values({ name }).returning({ id: companies.id })
      if (made) company.set(key, made.id)
    }
    const ids = new Map<string, string>()
    for (const person of sample.people) {
      const companyId = person.company ? company.get(person.company) : undefined
      const id = await admitPerson(tx, { ...person, companyId, proven: true })
      if (person.administrator) await joinPortalCircle(tx, 'system-administrators', id)
      ids.set(person.key, id)
    }
    const byAddress = sample.people.filter(({ email }) => email).flatMap(({ key }) => ids.get(key) ?? [])
    await writePassword(tx, byAddress, password)
    await seedStructure(tx, sample, ids)
    await seedFields(tx, ids)
    return ids
  })
}

/** Departments, a parent before what stands under it, and who works where for whom. */
async function seedStructure(tx: Tx, sample: SeedPortal, personIds: Map<string, string>): Promise<void> {
  const departmentIds = new Map<string, string>()
  for (const { key, name, head, parent } of sample.departments) {
    const parentId = parent && departmentIds.get(parent)
    const [made] = await tx
      .insert(departments)
      .values({ name, headId: personIds.get(head), parentId })
      .returning({ id: departments.id })
    if (made) departmentIds.set(key, made.id)
  }
  const employees = sample.people.flatMap(({ key, department, manager }) => {
    const personId = personIds.get(key)
    const departmentId = department && departmentIds.get(department)
    return personId && departmentId ? [{ personId, departmentId, managerId: manager && personIds.get(manager) }] : []
  })
  await tx.insert(employments).values(employees)
}
