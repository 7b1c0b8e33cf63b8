import { sql, type SQL } from 'drizzle-orm'

/**
 * Ids that are known already, as a table in a query: `tableOf('p', { id: […], space_id: […] })`, row by row. One parameter a column, so that the text, and
 * with it the plan, is the same for any number of rows. No rule is asked of it: only what was read under the rules goes in.
 */
export const tableOf = (name: string, columns: Record<string, readonly (string | null)[]>): SQL =>
  sql`unnest(${sql.join(
    Object.values(columns).map((ids) => sql`${sql.param(ids)}::uuid[]`),
    sql`, `,
  )}) ${sql.identifier(name)}(${sql.join(
    Object.keys(columns).map((column) => sql.identifier(column)),
    sql`, `,
  )})`
