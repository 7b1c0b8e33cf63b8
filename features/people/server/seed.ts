import { admitPerson, joinPortalCircle } from '#access/admit.ts'
import { companies } from '#access/tables.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'

interface SeedPerson {
  key: string
  kind: 'employee' | 'external'
  name: string
  email: string
  position: string
  about: string
  language: 'en' | 'ru' | 'pl'
  timeZone: string
  company?: string
  administrator?: true
}

/** Fills the portal with people who all sign in with the same password; answers their ids by key. */
export async function seedPeople(
  platform: Platform,
  sample: { companies: { key: string; name: string }[]; people: SeedPerson[] },
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
      const id = await admitPerson(tx, { ...person, companyId, password, proven: true })
      if (person.administrator) await joinPortalCircle(tx, 'system-administrators', id)
      ids.set(person.key, id)
    }
    return ids
  })
}
