import { seedPortal } from '#features/portal/server/seed.ts'
import { seedFeed } from '#features/feed/server/seed.ts'
import { seedGroups, whileMembers } from '#features/groups/server/seed.ts'
import { seedInvitations } from '#features/invitations/server/seed.ts'
import { seedPeople } from '#features/people/server/seed.ts'
import { seedTasks } from '#features/tasks/server/seed.ts'
import type { Platform } from '#platform/platform.ts'
import { sample } from './sample/sample.ts'

/** The ids of the sample company by the keys that the sample gives. */
export interface Cast {
  people: Map<string, string>
  groups: Map<string, string>
}

/** Fills an empty portal with the sample company. Everybody in it signs in with `password`. */
export async function seedSample(platform: Platform, password: string): Promise<Cast> {
  await seedPortal(platform, sample)
  const people = await seedPeople(platform, sample, password)
  const groups = await seedGroups(platform, sample.groups, people)
  await seedInvitations(platform, sample, { people, groups })
  await seedFeed(platform, sample, { people, groups }, whileMembers)
  await seedTasks(platform, sample.tasks, { people, groups })
  return { people, groups }
}
