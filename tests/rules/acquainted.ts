import { eq, sql } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { arrive } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import type { TestPortal } from '../portal.ts'
import { withIds } from './seen.ts'

/** Lets somebody into a group at once, as if they came by a letter of `by`. */
export async function letIn(portal: TestPortal, groupId: string, who: PersonKey, by: PersonKey): Promise<void> {
  await portal.keep(async (tx) => {
    const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
    const [person] = await tx
      .select()
      .from(people)
      .where(eq(people.id, portal.person(who)))
    if (!group || !person) throw new Error(`${who} cannot come into ${groupId}.`)
    await arrive(tx, group, person, { role: 'member', until: null, by: portal.person(by) })
  })
}

/** Another group in which nobody is kept apart: from there these people know each other by name. Answers its id. */
export async function acquaint(portal: TestPortal, owner: PersonKey, who: PersonKey[]): Promise<string> {
  const client = await portal.as(owner)
  const { id } = await client.groups.create({ name: 'Trade fair', external: true, visibility: 'secret' })
  // Its feed would rightly name who came, and tests look for those names everywhere.
  await client.groups.changeTool({ id, tool: 'feed', on: false })
  for (const key of who) await letIn(portal, id, key, owner)
  await portal.settled()
  return id
}

/** The ids of everything that stands in the space of one group, by table; the group itself among them. */
export async function thingsIn(portal: TestPortal, groupId: string): Promise<Map<string, string[]>> {
  return portal.keep(async (tx) => {
    const found = new Map<string, string[]>([['groups', [groupId]]])
    for (const { table, name, id } of withIds) {
      if (name === 'groups' || !('spaceId' in table)) continue
      const { rows } = await tx.execute<{ id: string }>(
        sql`select ${sql.identifier(id)} as id from ${sql.identifier(name)} where space_id = (select space_id from groups where id = ${groupId})`,
      )
      found.set(
        name,
        rows.map((row) => row.id),
      )
    }
    return found
  })
}
