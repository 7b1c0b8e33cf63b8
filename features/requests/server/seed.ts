import { and, eq } from 'drizzle-orm'
import { events } from '#events/tables.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { makeRequest } from './making.ts'
import { requests } from './tables.ts'

interface SeedRequest {
  group: string
  person: string
  /** Left out where they ask for themselves. */
  invitedBy?: string
  daysAgo: number
}

interface SampleIds {
  people: Map<string, string>
  groups: Map<string, string>
}

/** Asks as the sample's people would have, some days ago; whoever was invited by a member waits in the lobby since then. */
export async function seedRequests(platform: Platform, sample: SeedRequest[], ids: SampleIds): Promise<void> {
  for (const { group: groupKey, person, invitedBy, daysAgo } of sample) {
    await asKeeper(platform.database, async (tx) => {
      const group = await groupRow(tx, known(ids.groups, groupKey))
      const personId = known(ids.people, person)
      await makeRequest(tx, group, {
        personId,
        groupName: group.name,
        ...(invitedBy ? { invitedBy: known(ids.people, invitedBy) } : {}),
      })
      const at = new Date(Date.now() - daysAgo * 86_400_000)
      const [made] = await tx
        .update(requests)
        .set({ madeAt: at })
        .where(and(eq(requests.groupId, group.id), eq(requests.personId, personId)))
        .returning()
      if (made) await tx.update(events).set({ at }).where(eq(events.aboutId, made.id))
    })
  }
}

function known(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The sample knows no ${key}.`)
  return id
}
