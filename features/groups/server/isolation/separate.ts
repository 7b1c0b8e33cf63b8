import { eq, sql, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { levels } from '#access/levels.ts'
import { audienceOf } from '#access/spaces.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { GroupRow } from '../queries.ts'
import { groups, type Isolation } from '../tables.ts'
import { laneOf, levelSeats, openLanes, type Kept } from './lanes.ts'
import { movers, type Mover, type Separating, type Visible } from './movers.ts'

/**
 * Keeps the externals of a group apart from now on, or lets them meet again (GRP-7): seats, who is known to whom, and what externals
 * said until now, which goes to the lane of whoever said it. What was said in a lane stays there for good. For the keeper.
 */
export async function separate(tx: Tx, groupId: string, isolation: Isolation): Promise<Visible> {
  // Whoever relays an event holds it and then writes about what moves here. Held before anything moves, neither waits for the other for ever.
  const inGroup = sql`space_id = (select g.space_id from groups g where g.id = ${groupId})`
  if (isolation !== 'open') await tx.execute(sql`select from events where ${inGroup} order by id for update`)
  const [row] = await tx.update(groups).set({ isolation }).where(eq(groups.id, groupId)).returning()
  const group = found(row)
  const separating = separatingOf(group)
  const moved: Visible = { posts: 0, comments: 0, tasks: 0 }
  if (isolation !== 'open') {
    const speakers = [...movers().map((mover) => mover.speakers(separating)), actors(separating)]
    await openLanes(
      tx,
      group,
      sql.join([sql`select person_id from members where group_id = ${groupId}`, ...speakers], sql` union `),
    )
  }
  await levelSeats(tx, group)
  await placeMembers(tx, group)
  if (isolation === 'open') return moved
  for (const mover of movers()) moved[mover.of] += await mover.move(tx, separating)
  await moveEvents(tx, separating)
  return moved
}

/** What is gone through, in this order, when a group is separated piece by piece: words before things, since the things take along what is left. */
export const passesOf = (isolation: Isolation): string[] =>
  isolation === 'open' ? ['members'] : ['members', ...movers().map(({ of }) => of), 'events']

/** Does for the rows of one pass whose ids are in a piece what `separate` does for all. */
export async function separatePiece(
  tx: Tx,
  group: GroupRow,
  pass: string,
  inPiece: Separating['inPiece'],
): Promise<void> {
  const separating = separatingOf(group, inPiece)
  const mover = movers().find(({ of }) => of === pass)
  if (mover) await moveWords(tx, group, mover, separating)
  else if (pass === 'events') {
    await openLanes(tx, group, actors(separating))
    await moveEvents(tx, separating)
  } else {
    const who = sql`select m.person_id from members m where m.group_id = ${group.id} and ${inPiece(sql`m.id`)}`
    if (group.isolation !== 'open') await openLanes(tx, group, who)
    await placeMembers(tx, group, who)
  }
}

async function moveWords(tx: Tx, group: Kept, mover: Mover, separating: Separating): Promise<void> {
  await openLanes(tx, group, mover.speakers(separating))
  await mover.move(tx, separating)
}

/** Audiences of a group that more than one external reads until it is separated in this way. */
export const sharedIn =
  ({ spaceId, isolation }: Kept): Separating['shared'] =>
  (audience) =>
    sql`${audience} in (
      select a.id from audiences a left join lanes l on l.audience_id = a.id
      where a.space_id = ${spaceId} and (a.kind = 'everyone' or (a.kind = 'past' and exists (select from seats s where s.audience_id = a.id)) or ${isolation === 'company' ? sql`false` : sql`l.company_id is not null`}))`

const separatingOf = (group: Kept, inPiece: Separating['inPiece'] = () => sql`true`): Separating => ({
  groupId: group.id,
  spaceId: group.spaceId,
  shared: sharedIn(group),
  laneOf: laneOf(group),
  inPiece,
})

/** Everybody's name and membership (or those of `who`, a query of ids) stand where they speak; in one voice those who work here are known to nobody outside. */
export async function placeMembers(tx: Tx, group: Kept, who?: SQL): Promise<void> {
  const { spaceId, id, isolation } = group
  const team = found(await audienceOf(tx, spaceId, 'team'))
  const staff = isolation === 'voice' ? team.audienceId : group.audienceId
  const place = isolation === 'open' ? sql`null::uuid` : laneOf(group)(sql`m.person_id`)
  const these = who ? sql`m.person_id in (${who})` : sql`true`
  // Whose time has run out is known to the team alone.
  const places = sql`select m.person_id, p.kind, at.audience_id, case when m.lapsed_at is null then at.audience_id else ${team.audienceId}::uuid end as known_to
    from members m join people p on p.id = m.person_id
    cross join lateral (select coalesce(${place}, case when p.kind = 'employee' then ${staff}::uuid else ${group.audienceId}::uuid end) as audience_id) at
    where m.group_id = ${id} and ${these}`
  await tx.execute(sql`update members set audience_id = x.audience_id from (${places}) x
    where members.group_id = ${id} and members.person_id = x.person_id and members.audience_id <> x.audience_id`)
  await tx.execute(sql`with x as materialized (${places}) delete from appearances a
    where a.space_id = ${spaceId} and ${who ? sql`a.person_id in (${who})` : sql`true`} and (a.person_id, a.audience_id) not in (select x.person_id, x.known_to from x)`)
  await tx.execute(
    sql`insert into appearances (person_id, space_id, audience_id) select x.person_id, ${spaceId}, x.known_to from (${places}) x on conflict do nothing`,
  )
  // A moderator from outside manages where they speak, and where nobody outside speaks they manage nothing.
  await tx.execute(sql`update seats s set audience_id = x.audience_id, level = ${isolation === 'readonly' ? levels.view : levels.manage}
    from (${places}) x where s.space_id = ${spaceId} and s.person_id = x.person_id and x.kind = 'external' and s.because = 'moderator'`)
  if (isolation === 'open') return
  await tx.execute(sql`insert into circle_members (circle_id, person_id)
    select l.circle_id, x.person_id from (${places}) x join lanes l on l.audience_id = x.audience_id on conflict do nothing`)
}

/** Who did something, or to whom it was done, as long as it is known to all: those who came and went and said nothing too. */
const actors = ({ spaceId, shared, inPiece }: Separating): SQL => sql`
  select unnest(array[(e.data ->> 'personId')::uuid, e.actor_id]) from events e
  where e.space_id = ${spaceId} and ${inPiece(sql`e.id`)} and ${shared(sql`e.audience_id`)}`

/** The record of what externals did, and of what happened to what moved, goes with it. */
async function moveEvents(tx: Tx, { spaceId, shared, laneOf: lane, inPiece }: Separating): Promise<void> {
  const who = sql`coalesce(${lane(sql`(e.data ->> 'personId')::uuid`)}, ${lane(sql`e.actor_id`)})`
  await tx.execute(sql`update events e set audience_id = ${who}
    where e.space_id = ${spaceId} and ${inPiece(sql`e.id`)} and ${shared(sql`e.audience_id`)} and ${who} is not null`)
}
