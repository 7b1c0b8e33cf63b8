import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** True for rows whose column is one of `ids`. The list is one parameter, so that the text, and with it the plan, is the same for any number of them. */
export const among = (column: SQLWrapper, ids: string[]): SQL => sql`${column} = any (${sql.param(ids)}::uuid[])`
