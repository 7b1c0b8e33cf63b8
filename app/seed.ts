import { sql } from 'drizzle-orm'
import { seedDrafts } from '#features/feed/drafts/server/seed.ts'
import { seedFeed } from '#features/feed/server/seed.ts'
import { seedGroups, whileMembers } from '#features/groups/server/seed.ts'
import { seedInvitations } from '#features/invitations/server/seed.ts'
import { sampleFields } from '#features/people/fields/server/seed.ts'
import { seedPeople } from '#features/people/server/seed.ts'
import { departments } from '#features/people/server/tables.ts'
import { seedPortal } from '#features/portal/server/seed.ts'
import type { SamplePerson } from '#features/portal/server/tables.ts'
import { seedRequests } from '#features/requests/server/seed.ts'
import { seedTasks } from '#features/tasks/server/seed.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import type { PersonKey } from './sample/cast.ts'
import { sample } from './sample/sample.ts'

/** The ids of the sample company by the keys that the sample gives. */
export interface Cast {
  people: Map<string, string>
  groups: Map<string, string>
}

interface Filling {
  /** Hears how far it is. */
  step?: (done: number, of: number) => Promise<void>
  /** False in a portal that has an administrator of its own. */
  administrators?: boolean
}

const steps = 5

/** Fills a portal with the sample company. Everybody in it who has an address signs in with `password`. */
export async function seedSample(
  platform: Platform,
  password: string,
  { step = () => Promise.resolve(), administrators = true }: Filling = {},
): Promise<Cast> {
  await seedPortal(platform, sample)
  const ranks = administrators ? {} : { administrator: undefined }
  const invented = sample.people.map((person) => ({ ...person, ...ranks }))
  const people = await seedPeople(platform, { ...sample, people: invented }, password)
  await step(1, steps)
  const groups = await seedGroups(platform, sample.groups, people)
  await step(2, steps)
  await seedInvitations(platform, sample, { people, groups })
  await step(3, steps)
  await seedFeed(platform, sample, { people, groups, departments: await departmentsOf(platform) }, whileMembers)
  await seedDrafts(platform, sample.drafts, people)
  // After what somebody wrote while they were a member: leaving takes their name out of the group.
  await seedRequests(platform, sample.requests, { people, groups })
  await step(4, steps)
  await seedTasks(platform, sample.tasks, { people, groups })
  await step(steps, steps)
  return { people, groups }
}

/** The departments just made, by the keys that the sample gives. */
async function departmentsOf(platform: Platform): Promise<Map<string, string>> {
  const made = await asKeeper(platform.database, (tx) => tx.select().from(departments).orderBy(departments.id))
  const byName = new Map(made.map(({ name, id }) => [name, id]))
  return new Map(sample.departments.flatMap(({ key, name }) => [[key, byName.get(name) ?? '']]))
}

/** Takes out what a filling that was broken off has left, so that it can begin again. Nothing but the sample company's own is touched. */
export async function clearSample(platform: Platform): Promise<void> {
  const emails = sql.param(sample.people.flatMap(({ email }) => email ?? []))
  const numbers = sql.param(sample.people.flatMap((person) => ('number' in person && person.number) || []))
  const theirs = sql`(select id from sign_ins where email = any (${emails}::text[])
    union all select person_id from phone_numbers where number = any (${numbers}::text[]))`
  const fields = sql.param(sampleFields)
  const names = sql.param(sample.companies.map((company) => company.name))
  await asKeeper(platform.database, async (tx) => {
    await tx.execute(sql`delete from spaces where owner_id in ${theirs} or id in
      (select space_id from seats where because = 'owner' and person_id in ${theirs})`)
    // What they addressed to others than one group, with all below it.
    await tx.execute(
      sql`delete from audiences where id in (select audience_id from posts where group_id is null and author_id in ${theirs})`,
    )
    await tx.execute(sql`delete from employments where person_id in ${theirs} or manager_id in ${theirs}`)
    await tx.execute(sql`delete from departments where head_id in ${theirs}`)
    await tx.execute(sql`delete from circles c where c.space_id is null and c.name like 'department%'
      and not exists (select from departments d where c.name in ('department ' || d.id, 'departments from ' || d.id))`)
    await tx.execute(sql`delete from sponsorships where person_id in ${theirs}`)
    await tx.execute(sql`update sponsorships set sponsor_id = null where sponsor_id in ${theirs}`)
    await tx.execute(sql`delete from people where id in ${theirs}`)
    await tx.execute(
      sql`delete from profile_fields f where name_en = any (${fields}::text[]) and not exists (select from profile_values v where v.field_id = f.id)`,
    )
    await tx.execute(
      sql`delete from companies c where name = any (${names}::text[]) and not exists (select from people p where p.company_id = c.id)`,
    )
  })
}

/** One of each kind to sign in as. */
export function whomToTry(): SamplePerson[] {
  return Object.entries(worthTrying).flatMap(([key, role]) =>
    sample.people
      .filter((person) => person.key === key)
      .flatMap((person) => {
        const company = sample.companies.find((one) => 'company' in person && one.key === person.company)
        return person.email ? { name: person.name, email: person.email, role, company: company?.name } : []
      }),
  )
}

const worthTrying: Partial<Record<PersonKey, SamplePerson['role']>> = {
  anna: 'administrator',
  liam: 'groupOwner',
  gita: 'employee',
  kim: 'external',
  lena: 'external',
}
