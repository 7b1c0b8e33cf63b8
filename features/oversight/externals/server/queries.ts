import { sql, type SQL } from 'drizzle-orm'
import { returnedOf } from '#features/notices/server/door.ts'
import { candidatesOf, namedPeople } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Order, Overseen } from '../contract.ts'
import { cursorAt, readCursor, type Place } from './cursor.ts'
import { inSight, matching, runningOut, seenAt, type Asked, type Sight } from './matching.ts'

interface ListQuery extends Asked {
  limit: number
  after?: string | undefined
  order: Order
}

type Placed = { id: string; key: string | null }

/** How many are counted, and how many one act may be about. */
export const mostCounted = 10_000

/** A page of the people from outside whom the reader oversees. For the keeper. */
export async function pageOf(
  tx: Tx,
  sight: Sight,
  query: ListQuery,
): Promise<{ items: Overseen[]; next: string | null }> {
  const rows = await placesAfter(tx, sight, query)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const items = await rowsOf(
    tx,
    sight,
    shown.map(({ id }) => id),
  )
  return { items, next: last && rows.length > query.limit ? cursorAt([last.key, last.id]) : null }
}

/** How many match, counted up to a bound. For the keeper. */
export async function countMatching(tx: Tx, sight: Sight, filter: Asked): Promise<{ count: number; more: boolean }> {
  const asked = await narrowed(tx, sight, filter)
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from people p where ${matching(sight, asked)} limit ${mostCounted + 1}) counted`,
  )
  const n = rows[0]?.n ?? 0
  return { count: Math.min(n, mostCounted), more: n > mostCounted }
}

/** Whoever sees everybody finds those with rare words by these; see candidates.ts. */
async function narrowed<Query extends Asked>(tx: Tx, { sponsorId, spaces }: Sight, query: Query): Promise<Query> {
  const everybody = sponsorId === null && spaces === null
  return everybody ? { ...query, few: await candidatesOf(tx, query.search) } : query
}

/** Each order walks an index of its own, so that a page costs a page. */
async function placesAfter(tx: Tx, sight: Sight, query: ListQuery): Promise<Placed[]> {
  const { order, limit } = query
  const place = readCursor(query.after)
  const wanted = limit + 1
  const where = matching(sight, await narrowed(tx, sight, query))
  if (order === 'name') return byName(tx, where, place, wanted)
  if (order !== 'until') return bySeen(tx, where, place, { wanted, latest: order === 'seen' })
  const ending = place?.[0] === null ? [] : await byUntil(tx, sight, where, { place, wanted })
  if (ending.length === wanted) return ending
  // Then those whose time does not end, by name as everywhere.
  const endless = sql`${where} and not exists (select 1 from members m where m.person_id = p.id and ${runningOut(sight)})`
  const rest = await byName(tx, endless, place?.[0] === null ? place : null, wanted - ending.length)
  return [...ending, ...rest.map(({ id }) => ({ id, key: null }))]
}

async function byName(tx: Tx, where: SQL, place: Place | null, wanted: number): Promise<Placed[]> {
  // By the row of whoever stands last, since a cursor of another order knows no name.
  const after = place
    ? sql`and (p.name, p.id) > (coalesce(${place[0]}, (select l.name from people l where l.id = ${place[1]})), ${place[1]}::uuid)`
    : sql``
  return rowsIn(
    tx,
    sql`select p.id, p.name as key from people p where ${where} ${after} order by p.name, p.id limit ${wanted}`,
  )
}

async function bySeen(
  tx: Tx,
  where: SQL,
  place: Place | null,
  { wanted, latest }: { wanted: number; latest: boolean },
): Promise<Placed[]> {
  const way = sql.raw(latest ? 'desc' : 'asc')
  const after = place
    ? sql`and (${seenAt}, s.id) ${sql.raw(latest ? '<' : '>')} (${place[0]}::timestamptz, ${place[1]}::uuid)`
    : sql``
  return rowsIn(
    tx,
    sql`select p.id, ${seenAt}::text as key from sign_ins s join people p on p.id = s.id where ${where} ${after} order by ${seenAt} ${way}, s.id ${way} limit ${wanted}`,
  )
}

/** Everybody once, at the first of their last days. */
async function byUntil(
  tx: Tx,
  sight: Sight,
  where: SQL,
  { place, wanted }: { place: Place | null; wanted: number },
): Promise<Placed[]> {
  const after = place ? sql`and (m.until, m.person_id) > (${place[0]}::date, ${place[1]}::uuid)` : sql``
  const first = sql`not exists (select 1 from members e where e.person_id = m.person_id and e.until is not null and e.lapsed_at is null and ${sight.spaces ? sql`e.space_id = any (${sql.param(sight.spaces)}::uuid[])` : sql`true`} and (e.until, e.id) < (m.until, m.id))`
  return rowsIn(
    tx,
    sql`select p.id, m.until::text as key from members m join people p on p.id = m.person_id where ${runningOut(sight)} and ${first} and ${where} ${after} order by m.until, m.person_id limit ${wanted}`,
  )
}

async function rowsIn(tx: Tx, query: SQL): Promise<Placed[]> {
  const { rows } = await tx.execute<Placed>(query)
  return rows
}

type Row = {
  id: string
  email: string
  sponsor: string | null
  left: boolean
  seen: Date | null
  first: { id: string; name: string }[]
  count: number
  until: string | null
}

async function rowsOf(tx: Tx, sight: Sight, ids: string[]): Promise<Overseen[]> {
  const { rows } = await tx.execute<Row>(sql`
    select p.id, coalesce(r.email, '') as email, w.sponsor_id as sponsor,
      (b.id is null or b.kind <> 'employee' or b.dismissed_at is not null) as left, s.last_seen_at as seen, stays.*
    from unnest(${sql.param(ids)}::uuid[]) with ordinality asked(id, place)
    join people p on p.id = asked.id
    left join reaches r on r.person_id = p.id
    left join sign_ins s on s.id = p.id
    left join sponsorships w on w.person_id = p.id
    left join people b on b.id = w.sponsor_id
    cross join lateral (
      select count(*)::int as count, min(m.until) filter (where m.lapsed_at is null)::text as until,
        coalesce((array_agg(json_build_object('id', g.id, 'name', g.name) order by m.id))[1:2], '{}') as first
      from members m join groups g on g.id = m.group_id join spaces room on room.id = m.space_id and room.deleted_at is null
      where m.person_id = p.id and ${inSight(sight)}
    ) stays
    order by asked.place`)
  const named = await namedPeople(
    tx,
    rows.flatMap(({ id, sponsor }) => [id, sponsor]),
  )
  const returned = await returnedOf(tx, ids)
  return rows.flatMap(({ id, email, sponsor, left, seen, first, count, until }) => {
    const person = named.get(id)
    if (!person) return []
    const lastSeenAt = seen && new Date(seen)
    const groups = { first, count }
    const returnedAt = returned.get(id) ?? null
    const answers = { sponsor: named.get(sponsor ?? '') ?? null, sponsorLeft: left }
    return [{ person, email, ...answers, groups, until, lastSeenAt, returnedAt }]
  })
}
