import { getTableColumns, sql, type InferSelectModel, type SQL } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#platform/database/transaction.ts'
import { openEverywhere, type Tool } from './tools.ts'

type ShelvedTable = PgTable & { id: PgColumn; spaceId: PgColumn; audienceId: PgColumn }
type Shelves = PgTable & { spaceId: PgColumn; audienceId: PgColumn }

export interface ShelfQuery {
  /** A condition on the table's own columns. */
  where?: SQL
  /** The id of the last row of the page before. */
  after?: string
  limit: number
  /** The tool in which the rows stand: shelves that it is shut on are not walked, which would be to their very end. */
  tool?: Tool
  /** Only this space: then only its own shelf and the audiences within it are walked. */
  spaceId?: string
  /** Beside it audiences elsewhere, as a query of their ids: what is addressed to a group together with others. */
  beside?: SQL
  /**
   * Another order than newest first: lowest of this expression first, then of id. The table needs indexes on (space_id, by, id) and
   * (audience_id, by, id); the page before then ends where `where` says, and not at `after`.
   */
  by?: SQL
}

interface OfKey extends ShelfQuery {
  /** The column that is walked, greatest first. */
  key: PgColumn
  /** A column that is true for what stands on the shelves of whole spaces, and one for those of audiences. The indexes hold them beside space and audience. */
  whole?: PgColumn
  part?: PgColumn
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

/**
 * The ids alone, as a subquery for lists that join more. First the one row of each shelf that would come first: of the shelves only the
 * `limit` foremost can hold a row of the page, and only those are walked further.
 */
export const shelfIds = (table: ShelvedTable, query: ShelfQuery): SQL => shelfKeys(table, { ...query, key: table.id })

/** The same for a table that is walked by another column than its id, and whose rows need not stand on both kinds of shelf. */
export function shelfKeys(table: Shelves, query: OfKey): SQL {
  const { key, whole, part, where, after, limit, tool, spaceId, beside, by } = query
  const name = sql.identifier(getTableConfig(table).name)
  const conditions = [where, after ? sql`${key} < ${after}` : undefined].filter((one) => one !== undefined)
  const rank = by ?? sql`0`
  const order = by ? sql`rank, id` : sql`id desc`
  const standing = (column: PgColumn) => (column === table.spaceId ? whole : part)
  const shelf = (column: PgColumn, most: number) => {
    const stands = standing(column)
    const there = [sql`${column} = shelf.key`, ...(stands ? [sql`${stands}`] : []), ...conditions]
    return sql`(select ${key} as id, ${rank} as rank from ${name} where ${sql.join(there, sql` and `)} order by ${order} limit ${sql.raw(String(most))})`
  }
  const walk = (column: PgColumn, shelves: SQL) => sql`
    select found.id, found.rank from (
      select shelf.key from ${shelves}, lateral ${shelf(column, 1)} first order by ${order} limit ${limit}
    ) shelf, lateral ${shelf(column, limit)} found`
  const open = (mine: SQL) =>
    tool
      ? sql`(select shelf.key from unnest(${mine}::uuid[]) shelf(key) where case when ${openEverywhere(tool, 'view')} then true else shelf.key not in (select unnest((select access.my_shut(${sql.raw(`'${tool}'`)}, 'view'))::uuid[])) end) shelf`
      : sql`unnest(${mine}::uuid[]) shelf(key)`
  const spaces = open(sql`(select access.my_spaces(1))`)
  const audiences = open(sql`(select access.my_audiences(1))`)
  if (!spaceId)
    return sql`select id from (${walk(table.spaceId, spaces)} union all ${walk(table.audienceId, audiences)}) merged order by ${order} limit ${limit}`
  const mine = sql`(select shelf.key from ${spaces} where shelf.key = ${spaceId}) shelf`
  // Asked of each of mine by its key: joined, a plan made for spaces in general would read all 50 000 audiences of the largest.
  const also = beside ? sql` or shelf.key in (${beside})` : sql``
  const within = sql`(select shelf.key from ${audiences} where (select a.space_id from audiences a where a.id = shelf.key) = ${spaceId}${also}) shelf`
  return sql`select id from (${walk(table.spaceId, mine)} union all ${walk(table.audienceId, within)}) merged order by ${order} limit ${limit}`
}
