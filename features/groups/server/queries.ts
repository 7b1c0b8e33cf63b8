import { and, eq, getTableColumns, gt, ilike, inArray, isNotNull, isNull, not, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { found, notFound } from '#access/errors.ts'
import { iAmEmployee } from '#access/rules.ts'
import type { Placed } from '#access/placing.ts'
import { people } from '#access/tables.ts'
import { toolOpen, type Tool } from '#access/tools.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { namedPeople, sponsorsOf } from '#features/people/server/door.ts'
import type { Group, Member } from '../contract.ts'
import { addsAs, invitesAs } from './inviting.ts'
import { groups, lanes, members } from './tables.ts'
import { toolsIn, whoSee } from './tools/mine.ts'
import { keptApart, namesIn } from './names.ts'

export type GroupRow = typeof groups.$inferSelect

/** The row of a group that the person asking may see. */
export async function groupRow(tx: Tx, id: string): Promise<GroupRow> {
  const [row] = await tx.select().from(groups).where(eq(groups.id, id))
  return found(row)
}

/** One group as it is answered. */
export async function getGroup(tx: Tx, id: string): Promise<Group> {
  const [row] = await withRole(tx, eq(groups.id, id)).limit(1)
  const [group] = await groupsIn(tx, row ? [row] : [])
  return found(group)
}

/** Groups newest first: all that one may see, or only those one is in. */
export async function listGroups(
  tx: Tx,
  query: {
    limit: number
    after?: string
    mine: boolean
    archived?: boolean
    search?: string
    companyId?: string
    adds?: Tool
    keeps?: boolean
  },
) {
  const rows = await withRole(
    tx,
    and(
      query.mine ? isNotNull(members.role) : undefined,
      query.archived ? isNotNull(groups.archivedAt) : isNull(groups.archivedAt),
      query.search ? named(groups.name, query.search) : undefined,
      query.keeps ? inArray(members.role, ['owner', 'moderator']) : undefined,
      query.adds ? and(isNotNull(members.role), toolOpen(members, query.adds, 'add')) : undefined,
      query.companyId ? withPeopleOf(query.companyId) : undefined,
      query.after ? sql`${groups.id} < ${query.after}` : undefined,
    ),
  )
    .orderBy(sql`${groups.id} desc`)
    .limit(query.limit + 1)
  const items = await groupsIn(tx, rows.slice(0, query.limit))
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
}

/** Members as the person asking may see them: the owner first, then in the order they came. */
export async function listMembers(
  tx: Tx,
  groupId: string,
  query: {
    limit: number
    after?: string
    kind?: 'employee' | 'external'
    sees?: Tool
    laneId?: string
    search?: string
  },
) {
  const group = await groupRow(tx, groupId)
  const { spaceId } = group
  // There are lanes for the team alone: to others each of them is missing, their own too.
  if (query.laneId) await laneIn(tx, spaceId, query.laneId)
  const seeing = query.sees ? await whoSee(tx, group, query.sees) : undefined
  // By its space, whose index walks in the order of the list: a group may have 50 000 members. With the group named as well
  // PostgreSQL would join two indexes and sort.
  const among = (condition: SQL | undefined) =>
    tx
      .select(getTableColumns(members))
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(
        and(
          eq(members.spaceId, spaceId),
          query.kind ? eq(people.kind, query.kind) : undefined,
          seeing,
          query.laneId ? readsIn(query.laneId) : undefined,
          query.search ? named(people.name, query.search) : undefined,
          condition,
        ),
      )
      .orderBy(members.id)
      .limit(query.limit + 1)
  const owner = query.after ? [] : await among(and(eq(members.groupId, groupId), isOwner))
  const others = await among(and(not(isOwner), query.after ? gt(members.id, query.after) : undefined))
  const rows = [...owner, ...others]
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const cursor = last?.role === 'owner' ? beforeAnybody : last?.id
  return { items: await membersIn(tx, page), next: rows.length > query.limit ? (cursor ?? null) : null }
}

// Spelled and not passed, so that the index of owners is found by a lasting plan too.
const isOwner = sql`${members.role} = 'owner'`
const beforeAnybody = '00000000-0000-0000-0000-000000000000'

/**
 * Whoever reads a lane, as a condition on members: the team, those who speak there, and those who did until their company became one with another,
 * or began another lane. Of a lane that the person asking does not read, nobody.
 */
export const readsIn = (laneId: string): SQL =>
  sql`${members.personId} in (select r.person_id from access.readers_for_me(${laneId}, null) r)`

/** A lane of a group by its id, for the team; to others there is none. */
export async function laneIn(tx: Tx, spaceId: string, laneId: string): Promise<Placed> {
  const [lane] = await tx
    .select({ spaceId: lanes.spaceId, audienceId: lanes.audienceId })
    .from(lanes)
    .innerJoin(groups, eq(groups.id, lanes.groupId))
    .where(and(eq(lanes.audienceId, laneId), eq(lanes.spaceId, spaceId)))
  if (!lane) throw notFound()
  return lane
}

/** One member of a group. */
export async function getMember(tx: Tx, groupId: string, personId: string): Promise<Member> {
  const rows = await tx
    .select()
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
  const [member] = await membersIn(tx, rows)
  return found(member)
}

/** Where a member of a group stands: whoever reads there knows of them, and there an external speaks. The id is the group's. */
export async function placeOfMember(tx: Tx, groupId: string, personId: string): Promise<Placed & { id: string }> {
  const [member] = await tx
    .select({ audienceId: members.audienceId, spaceId: members.spaceId, id: members.groupId })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
  return found(member)
}

/** Who owns a group. For the keeper, or whoever sees its members. */
export async function ownerOf(tx: Tx, groupId: string): Promise<string | null> {
  const [owner] = await tx
    .select({ personId: members.personId })
    .from(members)
    .where(and(eq(members.groupId, groupId), isOwner))
  return owner?.personId ?? null
}

/** Who else owns a group that somebody is in, the one they came into first. For the keeper. */
export async function ownerAmong(tx: Tx, personId: string, beside: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select o.person_id as id from members m join members o on o.group_id = m.group_id and o.role = 'owner'
    join people p on p.id = o.person_id and p.dismissed_at is null
    where m.person_id = ${personId} and o.person_id <> ${beside} order by m.since limit 1`)
  return rows[0]?.id ?? null
}

/** Those of `personIds` who are members of the group and whom the person asking may see there. */
export async function membersAmong(tx: Tx, groupId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .select({ personId: members.personId })
    .from(members)
    .where(and(eq(members.groupId, groupId), among(members.personId, personIds), isNull(members.lapsedAt)))
  return rows.map((row) => row.personId)
}

async function membersIn(tx: Tx, rows: (typeof members.$inferSelect)[]): Promise<Member[]> {
  const sponsors = await sponsorsOf(
    tx,
    rows.map((row) => row.personId),
  )
  const named = await namedPeople(tx, [...rows.map((row) => row.personId), ...sponsors.values()])
  return rows.flatMap(({ personId, role, since, until, lapsedAt }) => {
    const person = named.get(personId)
    const sponsor = named.get(sponsors.get(personId) ?? '')
    return person ? [{ person, role, since, until, lapsedAt, ...(sponsor ? { sponsor } : {}) }] : []
  })
}

/** In which the person asking sees a member who belongs to a company. */
const withPeopleOf = (companyId: string): SQL =>
  sql`exists (select 1 from ${members} m join ${people} p on p.id = m.person_id where m.group_id = ${groups.id} and p.company_id = ${companyId})`

const named = (column: PgColumn, search: string): SQL => ilike(column, `%${search.replace(/[\\%_]/g, '\\$&')}%`)

const withRole = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({ group: groups, mine: members.role, employee: sql<boolean>`${iAmEmployee}`, apart: keptApart })
    .from(groups)
    .leftJoin(members, and(eq(members.groupId, groups.id), sql`${members.personId} = (select access.me())`))
    .where(where)
    .$dynamic()

type Listed = { group: GroupRow; mine: Group['mine']; employee: boolean; apart: boolean }

/** Rows as they are answered; who archived a group is asked only where one is. */
async function groupsIn(tx: Tx, rows: Listed[]): Promise<Group[]> {
  const rooms = rows.map(({ group: { spaceId, archivedBy }, apart }) => ({ spaceId, archivedBy, apart }))
  const named = await namesIn(
    tx,
    rooms.filter(({ archivedBy }) => archivedBy),
    rooms.map(({ archivedBy }) => archivedBy),
  )
  const tools = await toolsIn(
    tx,
    rows.map(({ group }) => group),
  )
  return rows.map((row) => {
    const { spaceId, archivedBy } = row.group
    const about = groupIn(row, named(archivedBy, { spaceId, apart: row.apart }))
    return { ...about, tools: row.mine ? tools(row.group.spaceId) : [] }
  })
}

function groupIn({ group, mine, employee }: Listed, archivedBy: Group['archivedBy']): Omit<Group, 'tools'> {
  const {
    id,
    name,
    description,
    kind,
    visibility,
    whoInvites,
    externalSince,
    isolation,
    history,
    timeZone,
    startsAt,
    endsAt,
    createdAt,
    archivedAt,
  } = group
  return {
    id,
    name,
    description,
    kind,
    visibility,
    external: externalSince !== null,
    ...(employee ? { isolation, history, timeZone } : {}),
    voice: isolation === 'voice',
    whoInvites,
    startsAt,
    endsAt,
    mine,
    invites: externalSince !== null && invitesAs(group, mine, employee ? 'employee' : 'external'),
    addsColleagues: addsAs(group, mine, employee ? 'employee' : 'external'),
    createdAt,
    archivedAt,
    archivedBy,
  }
}
