import { getTableColumns, sql, Subquery, type InferSelectModel, type SQL, type SQLWrapper } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#platform/database/transaction.ts'
import { shut, type Tool } from './tools.ts'

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
export const listShelves = <T extends ShelvedTable>(
  tx: Tx,
  table: T,
  query: ShelfQuery,
): Promise<InferSelectModel<T>[]> => walkShelves(tx, table, { ...query, key: table.id })

/** The same for a table that is walked by another column than its id, and whose rows need not stand on both kinds of shelf. */
export async function walkShelves<T extends Shelves>(tx: Tx, table: T, query: OfKey): Promise<InferSelectModel<T>[]> {
  const { name } = getTableConfig(table)
  const columns = getTableColumns(table)
  const walked = merged(table, query, sql`${sql.identifier(name)}.*`)
  const rows = await tx
    .select(columns)
    .from(new Subquery<string, Record<string, unknown>>(walked, columns, name))
    .orderBy(sql`${query.key} desc`)
  return rows as InferSelectModel<T>[]
}

/** The ids alone, as a subquery for lists that join more. */
export const shelfIds = (table: ShelvedTable, query: ShelfQuery): SQL => shelfKeys(table, { ...query, key: table.id })

/** The keys alone. */
export const shelfKeys = (table: Shelves, query: OfKey): SQL =>
  sql`select ${sql.identifier(query.key.name)} from (${merged(table, query, query.key)}) walked`

/**
 * These columns of the rows of a page. First the one row of each shelf that would come first, or as many as fill a page: of the shelves only
 * the `limit` foremost can hold a row of it, and only those are walked further.
 */
function merged(table: Shelves, query: OfKey, columns: SQLWrapper): SQL {
  const { key, whole, part, where, after, limit, tool, spaceId, beside, by } = query
  const name = sql.identifier(getTableConfig(table).name)
  const id = sql.identifier(key.name)
  const conditions = [where, after ? sql`${key} < ${after}` : undefined].filter((one) => one !== undefined)
  const order = by ? sql`rank, ${id}` : sql`${id} desc`
  const standing = (column: PgColumn) => (column === table.spaceId ? whole : part)
  const shelf = (column: PgColumn, wanted: SQLWrapper, most: SQL, least: SQL[] = []) => {
    const stands = standing(column)
    const there = [sql`${column} = shelf.key`, ...(stands ? [sql`${stands}`] : []), ...conditions, ...least]
    return sql`(select ${wanted}, ${by ?? sql`0`} as rank from ${name} where ${sql.join(there, sql` and `)} order by ${order} limit ${most})`
  }
  const page = sql.raw(String(limit))
  // Of each shelf as many rows as would fill the page if all held so many: one where there are more shelves than rows are asked for.
  const depth = sql`(select (${limit - 1} + count(*)) / greatest(count(*), 1) from shelves)`
  // Where those do fill it, no row of the page comes after the last of them. All of it within a select: outside of one PostgreSQL does not take
  // coalesce for something that tells nothing, and no index is asked under rules.
  const last = sql`(select ${id} from firsts order by ${id} desc offset ${limit - 1} limit 1)`
  const least = by ? [] : [sql`${key} >= (select coalesce(${last}, '00000000-0000-0000-0000-000000000000'))`]
  const walk = (column: PgColumn, mine: SQL) => sql`
    select * from (
      with shelves as materialized (select shelf.key from ${mine}),
      firsts as materialized (
        select shelf.key, first.${id} from shelves shelf, lateral ${shelf(column, key, depth)} first order by ${order} limit ${limit}
      )
      select found.* from (select distinct key from firsts) shelf, lateral ${shelf(column, columns, page, least)} found
    ) walked`
  const open = (mine: SQL) =>
    tool
      ? sql`(select shelf.key from unnest(${mine}::uuid[]) shelf(key) where shelf.key not in (select unnest(${shut(tool, 'view')}))) shelf`
      : sql`unnest(${mine}::uuid[]) shelf(key)`
  const spaces = open(sql`(select access.my_spaces(1))`)
  const audiences = open(sql`(select access.my_audiences(1))`)
  // Asked of each of mine by its key: joined, a plan made for spaces in general would read all 50 000 audiences of the largest.
  const also = beside ? sql` or shelf.key in (${beside})` : sql``
  const within = sql`(select shelf.key from ${audiences} where (select a.space_id from audiences a where a.id = shelf.key) = ${spaceId}${also}) shelf`
  const [rooms, parts] = spaceId
    ? [sql`(select shelf.key from ${spaces} where shelf.key = ${spaceId}) shelf`, within]
    : [spaces, audiences]
  return sql`select * from (${walk(table.spaceId, rooms)} union all ${walk(table.audienceId, parts)}) merged order by ${order} limit ${limit}`
}
