import { and, eq, ilike, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { namedPeople } from '#features/people/server/door.ts'
import type { Group, Member } from '../contract.ts'
import { groups, members } from './tables.ts'

export type GroupRow = typeof groups.$inferSelect

/** The row of a group that the person asking may see. */
export async function groupRow(tx: Tx, id: string): Promise<GroupRow> {
  const [row] = await tx.select().from(groups).where(eq(groups.id, id))
  return found(row)
}

/** One group as it is answered. */
export async function getGroup(tx: Tx, id: string): Promise<Group> {
  const [row] = await withRole(tx, eq(groups.id, id)).limit(1)
  return found(row && groupIn(row))
}

/** Groups newest first: all that one may see, or only those one is in. */
export async function listGroups(tx: Tx, query: { limit: number; after?: string; mine: boolean; search?: string }) {
  const rows = await withRole(
    tx,
    and(
      query.mine ? isNotNull(members.role) : undefined,
      query.search ? ilike(groups.name, `%${query.search.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
      query.after ? sql`${groups.id} < ${query.after}` : undefined,
    ),
  )
    .orderBy(sql`${groups.id} desc`)
    .limit(query.limit + 1)
  const items = rows.slice(0, query.limit).map(groupIn)
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
}

/** Members as the person asking may see them: the owner first, then in the order they came. */
export async function listMembers(tx: Tx, groupId: string, query: { limit: number; after?: string }) {
  await groupRow(tx, groupId)
  const rows = await tx
    .select()
    .from(members)
    .where(and(eq(members.groupId, groupId), query.after ? sql`${members.id} > ${query.after}` : undefined))
    .orderBy(members.id)
    .limit(query.limit + 1)
  const page = rows.slice(0, query.limit)
  return { items: await membersIn(tx, page), next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
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

/** Those of `personIds` who are members of the group and whom the person asking may see there. */
export async function membersAmong(tx: Tx, groupId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .select({ personId: members.personId })
    .from(members)
    .where(and(eq(members.groupId, groupId), inArray(members.personId, personIds)))
  return rows.map((row) => row.personId)
}

async function membersIn(tx: Tx, rows: (typeof members.$inferSelect)[]): Promise<Member[]> {
  const named = await namedPeople(
    tx,
    rows.map((row) => row.personId),
  )
  return rows.flatMap(({ personId, role, since }) => {
    const person = named.get(personId)
    return person ? [{ person, role, since }] : []
  })
}

const withRole = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({ group: groups, mine: members.role })
    .from(groups)
    .leftJoin(members, and(eq(members.groupId, groups.id), sql`${members.personId} = (select access.me())`))
    .where(where)
    .$dynamic()

function groupIn({ group, mine }: { group: GroupRow; mine: Group['mine'] }): Group {
  const { id, name, description, kind, visibility, externalSince, startsAt, endsAt, createdAt } = group
  return {
    id,
    name,
    description,
    kind,
    visibility,
    external: externalSince !== null,
    startsAt,
    endsAt,
    mine,
    createdAt,
  }
}
