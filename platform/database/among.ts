import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** True for rows whose column is one of `ids`. The list is one parameter, so that the text, and with it the plan, is the same for any number of them. */
export const among = (column: SQLWrapper, ids: string[]): SQL => sql`${column} = any (${sql.param(ids)}::uuid[])`

/** Rows that were read before, as a table of ids: `read('p', { id: […], space_id: […] })`. One parameter a column, for the same reason; under these rules they were read, so none is asked again. */
export const read = (name: string, columns: Record<string, readonly (string | null)[]>): SQL =>
  sql`unnest(${sql.join(
    Object.values(columns).map((ids) => sql`${sql.param(ids)}::uuid[]`),
    sql`, `,
  )}) ${sql.identifier(name)}(${sql.join(
    Object.keys(columns).map((column) => sql.identifier(column)),
    sql`, `,
  )})`
