import type { TestPortal } from '../portal.ts'
import { metIn, sees, type World } from './oracle.ts'

/** Where somebody from outside is told, in a group, of people whom they may know from elsewhere only (GRP-7); a sentence for each person, group and question. */
export async function findNamingFaults(portal: TestPortal, world: World): Promise<string[]> {
  const faults: string[] = []
  for (const [who, { external, dismissed }] of world.people) {
    if (!external || dismissed) continue
    const client = await portal.asId(who)
    const known = sees(world, who)
    for (const [groupId, room] of world.groups) {
      if (!known.groups.has(groupId)) continue
      const may = new Set(metIn(world, who, room))
      const of = (kind: 'group' | 'post' | 'task', things: Map<string, { group: string | null }>) =>
        [...things]
          .filter(([id, { group }]) => group === groupId && known[`${kind}s`].has(id))
          .map(([id]) => ({ kind, id }))
      const records = [{ kind: 'group' as const, id: groupId }, ...of('post', world.posts), ...of('task', world.tasks)]
      const named = new Map<string, string[]>()
      for (const record of records) {
        const { items } = await client.oversight.whoCanSee(record)
        named.set(
          `who can see ${record.kind} ${record.id}`,
          items.flatMap(({ people }) => people.map(({ id }) => id)),
        )
      }
      const { items: posts } = await client.feed.list({ group: groupId, limit: 100 }).catch(none)
      const { items: tasks } = await client.tasks.list({ group: groupId, limit: 100 }).catch(none)
      named.set(
        'the feed',
        posts.flatMap(({ author }) => author?.id ?? []),
      )
      named.set(
        'the tasks',
        tasks.flatMap((one) => [one.creator, one.responsible, one.completedBy].flatMap((one) => one?.id ?? [])),
      )
      for (const [where, ids] of named) {
        const strange = [...new Set(ids)].filter((id) => !may.has(id) && room.isolation !== 'open')
        if (strange.length)
          faults.push(`${where} names ${strange.join(', ')} to ${who}, who is kept apart from them there.`)
      }
    }
  }
  return faults
}

const none = () => ({ items: [] })
