import { and, eq, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { levels } from '#access/levels.ts'
import type { Placed } from '#access/placing.ts'
import { joinCircle } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { groups, lanes, type Isolation } from '../tables.ts'
import { saidAnything, turnPage } from './pages.ts'

/** Where a group stands and how far it keeps externals apart. */
export type Kept = Placed & { id: string; isolation: Isolation }

/** The level at which externals read what is for everyone: they write there only where nobody is kept apart. */
export const everyoneLevel = (isolation: Isolation) => (isolation === 'open' ? 'edit' : 'view')

/** The level at which an external sits in their lane. */
const laneLevel = (isolation: Isolation): number => levels[isolation === 'readonly' ? 'view' : 'edit']

/**
 * Where an external who comes into a group stands from now on: with everyone, or in the lane of their company or their own, made if there is
 * none. They take their seat in it. For the keeper: nobody else sees who is kept apart from whom.
 */
export async function laneOfNewcomer(tx: Tx, groupId: string, personId: string): Promise<Placed> {
  // Held until the end, so that whoever gives them another company at this moment finds them here, or they find it.
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('share')
  // Held too, so that a group that is being separated at this moment does not miss somebody.
  const [now] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('no key update')
  const group = found(now)
  const audienceOfAll = group.history === 'joining' ? await turnPage(tx, group, 'those there') : group.audienceId
  if (group.isolation === 'open') return { spaceId: group.spaceId, audienceId: audienceOfAll }
  if (group.history === 'joining') await endSharedLane(tx, group, personId)
  await openLanes(tx, group, sql`select ${personId}::uuid`)
  const [person] = await tx.select({ companyId: people.companyId }).from(people).where(eq(people.id, personId))
  const { audienceId, spaceId, circleId } = found(await laneNow(tx, group, { personId, ...found(person) }))
  await joinCircle(tx, circleId, personId)
  return { audienceId, spaceId }
}

/** The lane in which somebody of a company, or they alone, would speak in a group as it is at this moment, if there is one. For the keeper. */
export async function laneNow(
  tx: Tx,
  { id, isolation }: Pick<Kept, 'id' | 'isolation'>,
  { personId, companyId }: { personId: string; companyId: string | null },
) {
  const theirs = isolation === 'company' && companyId ? eq(lanes.companyId, companyId) : eq(lanes.personId, personId)
  const [lane] = await tx
    .select()
    .from(lanes)
    .where(and(eq(lanes.groupId, id), isNull(lanes.endedAt), theirs))
  return lane
}

/** Makes the lanes that these people (a query of ids) lack in a group. For the keeper. */
export async function openLanes(tx: Tx, { id, spaceId, isolation }: Kept, who: SQL): Promise<void> {
  const byCompany = sql.raw(String(isolation === 'company'))
  await tx.execute(sql`
    with wanted as (
      select distinct case when ${byCompany} then p.company_id end as company_id,
        case when ${byCompany} and p.company_id is not null then null else p.id end as person_id
      from people p where p.kind = 'external' and p.id in (${who})
    ), missing as materialized (
      select uuidv7() as audience_id, uuidv7() as circle_id, w.company_id, w.person_id from wanted w
      where not exists (
        select from lanes l where l.group_id = ${id} and l.ended_at is null and (l.company_id = w.company_id or l.person_id = w.person_id)
      )
    ), opened as (
      insert into audiences (id, space_id, kind) select m.audience_id, ${spaceId}, 'lane' from missing m
    ), gathered as (
      insert into circles (id, space_id, name, admits) select m.circle_id, ${spaceId}, 'lane ' || m.audience_id, 'everyone' from missing m
    ), seated as (
      insert into seats (id, space_id, audience_id, circle_id, level, because)
      select uuidv7(), ${spaceId}, m.audience_id, m.circle_id, ${laneLevel(isolation)}, 'lane' from missing m
    )
    insert into lanes (audience_id, space_id, group_id, company_id, person_id, circle_id)
    select m.audience_id, ${spaceId}, ${id}, m.company_id, m.person_id, m.circle_id from missing m`)
}

/** The lane in which somebody speaks in a group, as an expression over their id; null for those who work here. */
export const laneOf =
  ({ id, isolation }: Kept) =>
  (person: SQLWrapper): SQL => sql`(
    select l.audience_id from people s join lanes l on l.group_id = ${id} and l.ended_at is null
      and ${isolation === 'company' ? sql`(l.company_id = s.company_id or (s.company_id is null and l.person_id = s.id))` : sql`l.person_id = s.id`}
    where s.id = ${person} and s.kind = 'external')`

/** Brings the seats of a group in line with how it keeps externals apart. */
export async function levelSeats(tx: Tx, group: Kept): Promise<void> {
  const { isolation } = group
  await tx.execute(sql`
    update seats s set level = ${levels[everyoneLevel(isolation)]} from circles c
    where c.id = s.circle_id and c.space_id = ${group.spaceId} and (c.name = 'members' or c.name like 'past %') and s.audience_id is not null`)
  // What was said to a company stays readable to it where each speaks alone by now, and nobody adds to it.
  const kept = sql.raw(String(laneLevel(isolation)))
  const ofCompany = isolation === 'open' || isolation === 'company' ? kept : sql.raw(String(levels.view))
  await tx.execute(sql`
    update seats s set level = case when l.company_id is null then ${kept} else ${ofCompany} end
    from lanes l where l.group_id = ${group.id} and s.audience_id = l.audience_id and s.circle_id = l.circle_id`)
}

/**
 * Where newcomers begin with the day they come (GRP-9), a company that has spoken already goes on in a new lane when somebody of it joins: the
 * old one stays readable to those who were in it. For the keeper.
 */
export async function endSharedLane(tx: Tx, group: Kept, personId: string): Promise<void> {
  const [lane] = await tx
    .select({ audienceId: lanes.audienceId, circleId: lanes.circleId, companyId: lanes.companyId })
    .from(lanes)
    .innerJoin(people, and(eq(people.id, personId), eq(people.companyId, lanes.companyId)))
    .where(and(eq(lanes.groupId, group.id), isNull(lanes.endedAt)))
  if (group.isolation !== 'company' || !lane || !(await saidAnything(tx, lane.audienceId))) return
  await tx.update(lanes).set({ endedAt: new Date() }).where(eq(lanes.audienceId, lane.audienceId))
  await openLanes(tx, group, sql`select ${personId}::uuid`)
  const next = sql`(select l.audience_id from lanes l where l.group_id = ${group.id} and l.company_id = ${lane.companyId} and l.ended_at is null)`
  await tx.execute(sql`insert into circle_members (circle_id, person_id)
    select n.circle_id, m.person_id from circle_members m, lanes n where m.circle_id = ${lane.circleId} and n.audience_id = ${next}`)
  for (const table of ['members', 'appearances'])
    await tx.execute(
      sql`update ${sql.identifier(table)} set audience_id = ${next} where audience_id = ${lane.audienceId}`,
    )
}
