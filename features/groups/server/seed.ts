import { eq, inArray, sql } from 'drizzle-orm'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { createGroup } from './actions.ts'
import { arrive } from './arriving.ts'
import { enter, exit } from './membership.ts'
import { groupRow } from './queries.ts'
import { groups, members as memberTable, type Isolation } from './tables.ts'

interface SeedGroup {
  key: string
  name: string
  description: string
  kind: 'workgroup' | 'project'
  visibility: 'open' | 'closed' | 'secret'
  external: boolean
  isolation?: Isolation
  createdDaysAgo: number
  startsInDays?: number
  endsInDays?: number
  owner: string
  moderators: string[]
  members: string[]
}

const day = 86_400_000
const inDays = (days: number | undefined): string | undefined =>
  days === undefined ? undefined : new Date(Date.now() + days * day).toISOString()

/** Makes groups as their owners would; answers their ids by key. */
export async function seedGroups(
  platform: Platform,
  sample: SeedGroup[],
  personIds: Map<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const person = (key: string): string => {
    const id = personIds.get(key)
    if (!id) throw new Error(`Nobody in the sample is called ${key}.`)
    return id
  }
  for (const { key, owner, moderators, members, createdDaysAgo, startsInDays, endsInDays, ...about } of sample) {
    const me: Me = { id: person(owner), kind: 'employee', language: 'en', administrator: false, sessionId: null }
    const { name, description, kind, visibility, external, isolation = 'open' } = about
    const dates = { startsAt: inDays(startsInDays), endsAt: inDays(endsInDays) }
    const { id } = await asPerson(platform.database, me.id, (tx) =>
      createGroup(tx, me, {
        name,
        description,
        kind,
        visibility,
        external,
        isolation,
        history: 'everything',
        whoInvites: 'keepers',
        ...dates,
      }),
    )
    ids.set(key, id)
    await asKeeper(platform.database, async (tx) => {
      const createdAt = new Date(Date.now() - createdDaysAgo * day)
      await tx.update(groups).set({ createdAt }).where(eq(groups.id, id))
      const group = await groupRow(tx, id)
      for (const [role, keys] of [
        ['moderator', moderators],
        ['member', members],
      ] as const) {
        for (const memberKey of keys) {
          const [somebody] = await tx
            .select({ id: people.id, kind: people.kind })
            .from(people)
            .where(eq(people.id, person(memberKey)))
          if (!somebody) continue
          await arrive(tx, group, somebody, { role, until: null, by: somebody.id, letInBy: me.id })
        }
      }
      await tx.update(memberTable).set({ since: createdAt }).where(eq(memberTable.groupId, id))
      const theirs = [owner, ...moderators, ...members].map(person)
      await tx
        .update(people)
        .set({ createdAt: sql`least(${people.createdAt}, ${createdAt})` })
        .where(inArray(people.id, theirs))
    })
  }
  return ids
}

/** Lets people of the sample into a group for as long as `work` takes, for what they wrote while they were there. */
export async function whileMembers(
  platform: Platform,
  groupId: string,
  personIds: string[],
  work: () => Promise<void>,
): Promise<void> {
  await asKeeper(platform.database, async (tx) => {
    const group = await groupRow(tx, groupId)
    for (const id of personIds) await enter(tx, group, { id, kind: 'external' }, 'member')
  })
  await work()
  await asKeeper(platform.database, async (tx) => {
    const group = await groupRow(tx, groupId)
    for (const id of personIds) await exit(tx, group, id)
  })
}
