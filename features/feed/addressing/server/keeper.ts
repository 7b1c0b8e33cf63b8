import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { levels } from '#access/levels.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { audiences, circleMembers, seats, spaces } from '#access/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Chosen } from './choosing.ts'
import { addressees, addressings } from './tables.ts'

/**
 * Where something stands that is said to these: one audience for the same people, however often and whoever of them writes. As the keeper, because nobody
 * else sees the circles of all; what may be addressed at all was asked under the rules of whoever writes. `alone`: for those who work here, in a place of
 * its own where nobody from outside ever reads, whoever of them comes to be from outside.
 */
export function standingFor(
  database: Database,
  me: Pick<Me, 'id'>,
  chosen: Chosen,
  { alone }: { alone: boolean },
): Promise<Placed> {
  return asKeeper(database, async (tx) => {
    const sitting = await circlesOf(tx, chosen)
    const ids = sitting.map(({ id }) => id)
    const people = (await isIn(tx, me.id, ids)) ? chosen.people : [...chosen.people, me.id]
    const key = keyOf({ ...chosen, people }, alone)
    // Two who write to the same at the same moment find one place.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`addressed ${key}`}, 0))`)
    const found = await standing(tx, key, ids)
    if (found?.outgrown) await retire(tx, sql`${addressings.audienceId} = ${found.audienceId}`)
    return found && !found.outgrown
      ? found
      : open(tx, { key, kind: alone ? 'staff' : 'named' }, { ...chosen, people }, sitting)
  })
}

interface Sitting {
  id: string
  /** Somebody from outside may be in it. */
  outside: boolean
}

/** The circles that are addressed. Of a group as a whole two: its team writes there too, where those from outside may only answer. */
async function circlesOf(tx: Tx, { everyone, departments, groups }: Chosen): Promise<Sitting[]> {
  const names = [
    ...(everyone ? ['employees'] : []),
    ...departments.map(({ id, below }) => `${below ? 'departments from' : 'department'} ${id}`),
  ]
  const whole = groups.filter(({ team }) => !team).map(({ spaceId }) => spaceId)
  const all = groups.map(({ spaceId }) => spaceId)
  const { rows } = await tx.execute<{ id: string; outside: boolean }>(sql`
    select id, false as outside from circles where space_id is null and name = any (${sql.param(names)}::text[])
    union all select id, false from circles where space_id = any (${sql.param(all)}::uuid[]) and name = 'team'
    union all select id, true from circles where space_id = any (${sql.param(whole)}::uuid[]) and name = 'members'`)
  return rows
}

async function isIn(tx: Tx, personId: string, circleIds: string[]): Promise<boolean> {
  const found = await tx
    .select({ id: circleMembers.circleId })
    .from(circleMembers)
    .where(
      and(eq(circleMembers.personId, personId), sql`${circleMembers.circleId} = any (${sql.param(circleIds)}::uuid[])`),
    )
    .limit(1)
  return found.length > 0
}

/** The same people have the same key, in whatever order they are named. */
function keyOf({ everyone, departments, groups, people }: Chosen, alone: boolean): string {
  const words = [
    ...(alone ? ['alone'] : []),
    ...(everyone ? ['everyone'] : []),
    ...departments.map(({ id, below }) => `${below ? 'below' : 'department'} ${id}`),
    ...groups.map(({ id, team }) => `${team ? 'team' : 'group'} ${id}`),
    ...people,
  ]
  return createHash('sha256').update(words.toSorted().join(',')).digest('hex')
}

/** Where something stands by now that all of these read: what was said to the very same, and where nobody from outside is among them to everyone who works here. */
export function whatAllRead(database: Database, me: Pick<Me, 'id'>, chosen: Chosen): Promise<string[]> {
  return asKeeper(database, async (tx) => {
    const ids = (await circlesOf(tx, chosen)).map(({ id }) => id)
    const people = (await isIn(tx, me.id, ids)) ? chosen.people : [...chosen.people, me.id]
    const all: Chosen = { everyone: true, departments: [], groups: [], people: [], external: [], outside: false }
    const keys = (chosen.outside ? [{ ...chosen, people }] : [{ ...chosen, people }, all]).flatMap((one) => [
      keyOf(one, false),
      keyOf(one, true),
    ])
    const places: string[] = []
    for (const key of keys) {
      const found = await standing(tx, key, ids)
      if (found && !found.outgrown) places.push(found.audienceId)
    }
    return places
  })
}

/**
 * The place that there is. It is outgrown where somebody from outside has come into one of the groups since: then another is begun, and they read what is said
 * from now on, and nothing of what was said to others with their group before (access.carried).
 */
async function standing(tx: Tx, key: string, circleIds: string[]): Promise<(Placed & { outgrown: boolean }) | null> {
  const [found] = await tx
    .select({ spaceId: addressings.spaceId, audienceId: addressings.audienceId })
    .from(addressings)
    .where(eq(addressings.key, key))
  if (!found) return null
  const { rows } = await tx.execute(sql`
    select from circle_members m join people p on p.id = m.person_id and p.kind = 'external' join audiences a on a.id = ${found.audienceId}
    where m.circle_id = any (${sql.param(circleIds)}::uuid[]) and m.since > a.created_at limit 1`)
  return { ...found, outgrown: rows.length > 0 }
}

/** Nothing new is said in these places from now on. For the keeper. */
export async function retire(tx: Tx, which: ReturnType<typeof sql>): Promise<void> {
  await tx.update(addressings).set({ key: null }).where(which)
}

async function open(
  tx: Tx,
  { key, kind }: { key: string; kind: 'named' | 'staff' },
  chosen: Chosen,
  sitting: Sitting[],
): Promise<Placed> {
  const [room] = await tx.select({ id: spaces.id }).from(spaces).where(eq(spaces.kind, 'portal'))
  if (!room) throw new Error('The portal has no space of its own.')
  const spaceId = room.id
  const [made] = await tx.insert(audiences).values({ spaceId, kind }).returning({ id: audiences.id })
  if (!made) throw new Error('An audience was written and not given back.')
  const place = { spaceId, audienceId: made.id }
  await tx.insert(addressings).values({ ...place, key })
  // Somebody from outside writes to people and groups, and answers where departments are addressed too (FEED-2).
  const inside = chosen.everyone || chosen.departments.length > 0 || chosen.groups.some(({ team }) => team)
  const outsideLevel = inside ? levels.comment : levels.edit
  const external = new Set(chosen.external)
  const seat = { ...place, because: 'addressed' }
  const given = [
    ...sitting.map(({ id, outside }) => ({ ...seat, circleId: id, level: outside ? outsideLevel : levels.edit })),
    ...chosen.people.map((id) => ({ ...seat, personId: id, level: external.has(id) ? outsideLevel : levels.edit })),
  ]
  await tx.insert(seats).values(given)
  await tx.insert(addressees).values([
    ...(chosen.everyone ? [{ ...place, kind: 'everyone' as const }] : []),
    ...chosen.departments.map(({ id, below }) => ({
      ...place,
      kind: 'department' as const,
      departmentId: id,
      below,
    })),
    ...chosen.groups.map(({ id, team }) => ({ ...place, kind: 'group' as const, groupId: id, team })),
    ...chosen.people.map((id) => ({ ...place, kind: 'person' as const, personId: id })),
  ])
  return place
}
