import { getTableColumns, sql, type InferSelectModel, type SQL } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#platform/database/transaction.ts'

type ShelvedTable = PgTable & { id: PgColumn; spaceId: PgColumn; audienceId: PgColumn }

export interface ShelfQuery {
  /** A condition on the table's own columns. */
  where?: SQL
  /** The id of the last row of the page before. */
  after?: string
  limit: number
  /** Only this space: then only its own shelf and the audiences within it are walked. */
  spaceId?: string
  /**
   * Another order than newest first: lowest of this expression first, then of id. The table needs indexes on (space_id, by, id) and
   * (audience_id, by, id); the page before then ends where `where` says, and not at `after`.
   */
  by?: SQL
}

/**
 * The newest rows of a table that the person asking may see, walked shelf by shelf: newest of each of my spaces and audiences by its own index, then merged.
 * An index over all rows would be walked to the end by a reader of few (2 s on a million rows).
 */
export async function listShelves<T extends ShelvedTable>(
  tx: Tx,
  table: T,
  query: ShelfQuery,
): Promise<InferSelectModel<T>[]> {
  const rows = await tx
    .select(getTableColumns(table))
    .from<PgTable>(table)
    .where(sql`${table.id} in (${shelfIds(table, query)})`)
    .orderBy(sql`${table.id} desc`)
  return rows as InferSelectModel<T>[]
}

/** The ids alone, as a subquery for lists that join more. */
export function shelfIds(table: ShelvedTable, { where, after, limit, spaceId, by }: ShelfQuery): SQL {
  const name = sql.identifier(getTableConfig(table).name)
  const conditions = [where, after ? sql`${table.id} < ${after}` : undefined].filter((part) => part !== undefined)
  const rank = by ?? sql`0`
  const order = by ? sql`rank, id` : sql`id desc`
  const shelf = (column: PgColumn, key: SQL) =>
    sql`(select ${table.id} as id, ${rank} as rank from ${name} where ${sql.join([sql`${column} = ${key}`, ...conditions], sql` and `)} order by ${order} limit ${limit})`
  const spaces = sql`unnest((select access.my_spaces(1))::uuid[]) shelf(key)`
  const audiences = sql`unnest((select access.my_audiences(1))::uuid[]) shelf(key)`
  const mine = spaceId ? sql`where shelf.key = ${spaceId}` : sql``
  const within = spaceId
    ? sql`where exists (select 1 from audiences a where a.id = shelf.key and a.space_id = ${spaceId})`
    : sql``
  return sql`select id from (
    select found.id, found.rank from ${spaces}, lateral ${shelf(table.spaceId, sql`shelf.key`)} found ${mine}
    union all
    select found.id, found.rank from ${audiences}, lateral ${shelf(table.audienceId, sql`shelf.key`)} found ${within}
  ) merged order by ${order} limit ${limit}`
}
