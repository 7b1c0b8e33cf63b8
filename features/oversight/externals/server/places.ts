import { sql } from 'drizzle-orm'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Sight } from './matching.ts'

const most = 30

interface Asked {
  kind: 'company' | 'group'
  search?: string | undefined
  besides?: string | undefined
}

/** Companies that colleagues know anyway, or the groups in sight that people from outside can be in, by name. For the keeper. */
export async function placesOf(
  tx: Tx,
  { spaces }: Sight,
  { kind, search = '', besides }: Asked,
): Promise<{ items: { id: string; name: string }[] }> {
  const source =
    kind === 'company'
      ? sql`select t.id, t.name from companies t where t.merged_into is null`
      : sql`select t.id, t.name from groups t join spaces room on room.id = t.space_id and room.deleted_at is null where t.external_since is not null and ${spaces ? among(sql`t.space_id`, spaces) : sql`true`}`
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from (${source}) known where id = ${besides ?? null} or name ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`} order by id = ${besides ?? null} desc nulls last, name, id limit ${most}`,
  )
  return { items: rows.map(({ id, name }) => ({ id, name })) }
}
