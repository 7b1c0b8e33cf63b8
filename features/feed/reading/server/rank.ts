import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** Where something stands in a feed: a uuid that begins with its moment, in milliseconds, and goes on as the id of what happened. */
export const rankOf = (at: SQLWrapper | Date, id: SQLWrapper | string): SQL<string> => {
  const moment = at instanceof Date ? sql`${at.toISOString()}::timestamptz` : at
  const rest = typeof id === 'string' ? sql`${id}::uuid` : id
  return sql<string>`encode(overlay(uuid_send(${rest}) placing substring(int8send(floor(extract(epoch from ${moment}) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid`
}
