import { sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { tools } from '#access/tools.ts'
import type { Me } from '#access/signed-in.ts'
import { getGroup, groupRow, type GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** The group, for whoever may have it recorded: its owner, and administrators who are in it. Another member hears so; to others it does not exist. */
export async function recordable(tx: Tx, me: Pick<Me, 'administrator'>, groupId: string): Promise<GroupRow> {
  const group = await groupRow(tx, groupId)
  const { mine } = await getGroup(tx, groupId)
  if (mine !== 'owner' && !(mine !== null && me.administrator))
    throw refused(
      'OWNER_RECORDS',
      'Only the owner of this group, or an administrator who is in it, can make its record.',
    )
  return group
}

/** Marks of the tools that are open to the person asking in what they see things through. */
export async function toolsOf(tx: Tx, sight: string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ mark: string }>(sql`
    select access.tool_mark(tool, place) as mark from unnest(${sql.param(sight)}::uuid[]) place, unnest(${sql.param([...tools])}::text[]) tool
    where access.tool_mark(tool, place) <> all ((select access.my_shut_marks())::uuid[])`)
  return rows.map(({ mark }) => mark)
}

/** Through what the person asking sees, everywhere or in one space: whole spaces, and audiences of others. */
export async function sightOf(tx: Tx, spaceId: string | null): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from unnest((select access.my_spaces(1))::uuid[]) id where ${spaceId}::uuid is null or id = ${spaceId}
    union select id from unnest((select access.my_audiences(1))::uuid[]) id
      where ${spaceId}::uuid is null or (select a.space_id from audiences a where a.id = id.id) = ${spaceId}`)
  return rows.map(({ id }) => id)
}
