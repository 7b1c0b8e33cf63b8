import { sql, type SQL } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { tables } from '#app/database.ts'
import { circleMembers, circles, people } from '#access/tables.ts'
import { asPerson } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TestPortal } from '../portal.ts'
import { nouns, sees, type Noun, type Room, type ToolSet, type World } from './oracle.ts'

/** A table with the column that tells its rows apart. */
interface Named {
  table: PgTable
  name: string
  id: string
}

/** Every table whose rows have a uuid of their own. */
export const withIds: Named[] = tables.flatMap((table) => {
  const { name, columns } = getTableConfig(table)
  const id = columns.find((column) => column.primary && column.getSQLType() === 'uuid')
  return id ? [{ table, name, id: id.name }] : []
})

/** For whom a row is: what a group where newcomers see everything has put away is for its team, where they begin with their day for those who were there. */
type Placed = {
  id: string
  team: boolean
  lane: string | null
  there: string[] | null
}
const place = `a.kind = 'team' or (a.kind = 'past' and g.history = 'everything') as team,
  case when g.history = 'joining' then array(select m.person_id from members m where m.group_id = g.id and m.since <= t.created_at) end as there`
const heard = <Row extends Placed>({
  id,
  there,
  ...row
}: Row): [string, Omit<Row, 'id' | 'there'> & { only: Set<string> | null }] => [
  id,
  { ...row, only: there && new Set(there) },
]

/** Who reads what stands in no group, by whom it names: everyone who works here, departments, groups, people (FEED-2, FEED-4). */
const addressedTo = sql.raw(`array(
  select p.id from people p, addressees x where x.audience_id = t.audience_id and case x.kind
    when 'person' then x.person_id = p.id
    when 'everyone' then p.kind = 'employee'
    when 'department' then p.kind = 'employee' and exists (select from employments e where e.person_id = p.id and x.department_id in (
      with recursive up as (
        select d.id, d.parent_id from departments d where d.id = e.department_id
        union select d.id, d.parent_id from up join departments d on d.id = up.parent_id
      ) select up.id from up where x.below or up.id = e.department_id))
    else exists (select from members m join groups o on o.id = m.group_id where m.group_id = x.group_id and m.person_id = p.id
      and (p.kind = 'employee' or (not x.team and o.external_since is not null and o.isolation = 'open' and m.lapsed_at is null
        and not exists (select from tools s where s.space_id = o.space_id and s.tool = 'feed' and (s.off_at is not null or s.viewers <> 'members')))))
  end)`)

/** What really is there, in the words of the product: of groups their members, not their seats. As the keeper. */
export async function readWorld(tx: Tx): Promise<World> {
  const rows = async <Row extends Record<string, unknown>>(query: SQL): Promise<Row[]> =>
    (await tx.execute(query)).rows as Row[]
  const everybody = await tx.select().from(people)
  const administrators = await rows<{ id: string }>(
    sql`select ${circleMembers.personId} as id from ${circleMembers} join ${circles} on ${circles.id} = ${circleMembers.circleId} where ${circles.name} = 'system-administrators'`,
  )
  const administer = new Set(administrators.map(({ id }) => id))
  const groups = await rows<
    Pick<Room, 'external' | 'secret' | 'archived' | 'isolation' | 'history'> & {
      id: string
      members: string[]
      asking: string[]
      kept: { id: string; role: 'owner' | 'moderator' }[]
      set: (ToolSet & { tool: string })[]
    }
  >(
    sql`select g.id, g.external_since is not null as external, g.visibility = 'secret' as secret, g.archived_at is not null as archived, g.isolation, g.history, array(select m.person_id from members m where m.group_id = g.id) as members, array(select r.person_id from requests r where r.group_id = g.id and r.state = 'pending' and r.invited_by is not null) as asking, array(select json_build_object('id', m.person_id, 'role', m.role) from members m where m.group_id = g.id and m.role <> 'member') as kept, array(select json_build_object('tool', t.tool, 'on', t.off_at is null, 'viewers', t.viewers, 'adders', t.adders) from tools t where t.space_id = g.space_id) as set from groups g`,
  )
  const things = async (noun: string, between: SQL) =>
    rows<Placed & { group: string | null; between: string[] }>(
      sql`select t.id, t.group_id as "group", ${sql.raw(place)}, coalesce(l.company_id, l.person_id) as lane, ${between} as between
         from ${sql.identifier(noun)} t join audiences a on a.id = t.audience_id left join groups g on g.space_id = t.space_id left join lanes l on l.audience_id = a.id`,
    )
  const said = await rows<Placed & { below: string }>(
    sql`select t.id, t.thread_id as below, ${sql.raw(place)}, coalesce(l.company_id, l.person_id) as lane
      from comments t join audiences a on a.id = t.audience_id left join groups g on g.space_id = t.space_id left join lanes l on l.audience_id = a.id`,
  )
  const companyOf = new Map(everybody.map(({ id, companyId }) => [id, companyId]))
  /** Whom a group that keeps companies apart has let in, by the company each belongs to. */
  const lanesOf = (members: string[]) => {
    const lanes = new Map<string, Set<string>>()
    for (const id of members) {
      const key = companyOf.get(id) ?? id
      lanes.set(key, (lanes.get(key) ?? new Set<string>()).add(id))
    }
    return lanes
  }
  return {
    people: new Map(
      everybody.map(({ id, kind, dismissedAt, companyId }) => [
        id,
        {
          external: kind === 'external',
          dismissed: dismissedAt !== null,
          administrator: administer.has(id),
          company: companyId,
        },
      ]),
    ),
    groups: new Map(
      groups.map(({ id, members, asking, kept, set, ...group }) => [
        id,
        {
          ...group,
          opened: false,
          members: new Set(members),
          asking: new Set(asking),
          lanes: lanesOf(members),
          roles: new Map(kept.map((one) => [one.id, one.role])),
          tools: new Map(set.map((one) => [one.tool, one])),
        },
      ]),
    ),
    posts: new Map((await things('posts', addressedTo)).map(heard)),
    tasks: new Map((await things('tasks', sql`array[t.author_id, t.responsible_id]`)).map(heard)),
    comments: new Map(said.map(heard)),
  }
}

/** The ids of a table that the rules let a person see; of tables that nobody but the keeper reads, none. */
export async function seenIds(portal: TestPortal, personId: string, { name, id }: Named): Promise<Set<string>> {
  if (!personId) return new Set()
  const ask = sql`select ${sql.identifier(id)} as id from ${sql.identifier(name)}`
  const { rows } = await asPerson(portal.platform.database, personId, (tx) => tx.execute<{ id: string }>(ask)).catch(
    refusedAsNone,
  )
  return new Set(rows.map((row) => row.id))
}

/** What the rules show; of what only the keeper reads (sessions, sign-ins), whatever is about the person. */
async function theirs(portal: TestPortal, personId: string, named: Named): Promise<Set<string>> {
  if (getTableConfig(named.table).policies.length > 0) return seenIds(portal, personId, named)
  const [id, name] = [sql.identifier(named.id), sql.identifier(named.name)]
  const own = sql`select ${id} as id from ${name} t where t::text like ${`%${personId}%`}`
  const { rows } = await portal.keep((tx) => tx.execute<{ id: string }>(personId ? own : sql`${own} and false`))
  return new Set(rows.map((row) => row.id))
}

/** No grant on the table, or nobody here any more. */
function refusedAsNone(error: unknown): { rows: { id: string }[] } {
  const code = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : ''
  if (code === '42501' || code === '28000') return { rows: [] }
  throw error
}

/** The ids of every table that a person must not see: where the oracle has a word it decides, elsewhere the rules do. */
export async function hiddenIds(portal: TestPortal, world: World, personId: string): Promise<Map<string, string[]>> {
  const known = sees(world, personId)
  const isNoun = (name: string): name is Noun => (nouns as readonly string[]).includes(name)
  const found: [string, string[]][] = []
  const things = new Set(nouns.flatMap((noun) => [...known[noun]]))
  for (const named of withIds) {
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ id: string }>(
        sql`select ${sql.identifier(named.id)} as id from ${sql.identifier(named.name)} order by 1`,
      ),
    )
    const seen = isNoun(named.name) ? known[named.name] : await theirs(portal, personId, named)
    const ids = rows.map((row) => row.id).filter((id) => !seen.has(id))
    // The row that says where a colleague works has the id of that colleague: hidden there, and known as a person.
    found.push([named.name, isNoun(named.name) ? ids : ids.filter((id) => !things.has(id))])
  }
  return new Map(found)
}

/** Where the rules let people see more or less than the product says; a sentence for each person and noun. */
export async function findSightFaults(portal: TestPortal, world: World, whom: Iterable<string>): Promise<string[]> {
  const faults: string[] = []
  for (const who of whom) {
    const should = sees(world, who)
    for (const noun of nouns) {
      const named = withIds.find(({ name }) => name === noun)
      if (!named) throw new Error(`There is no table ${noun}.`)
      const there: Map<string, unknown> = world[noun]
      const does = new Set([...(await seenIds(portal, who, named))].filter((id) => there.has(id)))
      const more = [...does].filter((id) => !should[noun].has(id))
      const less = [...should[noun]].filter((id) => !does.has(id))
      if (more.length) faults.push(`${who} sees ${noun} that are not theirs to see: ${more.join(', ')}`)
      if (less.length) faults.push(`${who} does not see ${noun} that are theirs to see: ${less.join(', ')}`)
    }
  }
  return faults
}

/** Of every table the ids that a person sees, or those of them that are among `about`. */
export async function idsSeenBy(
  portal: TestPortal,
  personId: string,
  about?: Map<string, string[]>,
): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>()
  // One after another: there are more tables than connections.
  for (const named of withIds) {
    const ids = await seenIds(portal, personId, named)
    seen.set(named.name, about ? (about.get(named.name) ?? []).filter((id) => ids.has(id)) : [...ids])
  }
  return seen
}
