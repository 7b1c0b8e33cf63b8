import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'

interface Linked {
  name: string
  /** Other tables of the kind whose rows this one refers to. */
  refers: string[]
}

/**
 * Takes up to `size` rows away that stand in a space, whatever table they are in: asked of the database itself, so that a table born later
 * is not forgotten. What refers to others goes before them, so no piece is larger than it says. Answers how many went. For the keeper.
 */
export async function removePiece(tx: Tx, spaceId: string, size: number): Promise<number> {
  let left = size
  for (const name of await tablesInOrder(tx)) {
    if (left <= 0) break
    if (name === 'circles') left -= await leaveCircles(tx, spaceId, left)
    if (left <= 0) break
    const table = sql.identifier(name)
    const { rowCount } = await tx.execute(
      sql`delete from ${table} where ctid = any (array(select ctid from ${table} where space_id = ${spaceId} limit ${left}))`,
    )
    left -= rowCount ?? 0
  }
  return size - left
}

/** How many rows stand in a space. */
export async function countRows(tx: Tx, spaceId: string): Promise<number> {
  const parts = (await tablesInOrder(tx)).map(
    (name) => sql`select count(*)::int as rows from ${sql.identifier(name)} where space_id = ${spaceId}`,
  )
  const ofCircles = sql`select count(*)::int from circle_members m join circles c on c.id = m.circle_id where c.space_id = ${spaceId}`
  const { rows } = await tx.execute<{ rows: number }>(
    sql`select sum(part.rows)::int as rows from (${sql.join([...parts, ofCircles], sql` union all `)}) part`,
  )
  return rows[0]?.rows ?? 0
}

/** Who belongs to a circle stands in no space by itself. */
async function leaveCircles(tx: Tx, spaceId: string, size: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    delete from circle_members where ctid = any (array(
      select m.ctid from circles c join circle_members m on m.circle_id = c.id where c.space_id = ${spaceId} limit ${size}))`)
  return rowCount ?? 0
}

/** Every table whose rows stand in spaces, those first that no other refers to. */
async function tablesInOrder(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<Linked & Record<string, unknown>>(sql`
    with placed as (
      select c.oid, c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    )
    select p.name, array(
      select distinct t.name from pg_constraint f join placed t on t.oid = f.confrelid
      where f.conrelid = p.oid and f.contype = 'f' and f.confrelid <> f.conrelid
    ) as refers from placed p order by p.name`)
  return inOrder(rows)
}

/** Whatever refers to others before them; in a ring of references whichever comes first. */
export function inOrder(tables: Linked[]): string[] {
  const ordered: string[] = []
  let waiting = tables
  while (waiting.length > 0) {
    const free = waiting.filter(
      ({ name }) => !waiting.some((other) => other.name !== name && other.refers.includes(name)),
    )
    const next = free.length > 0 ? free : waiting.slice(0, 1)
    ordered.push(...next.map(({ name }) => name))
    waiting = waiting.filter((table) => !next.includes(table))
  }
  return ordered
}
