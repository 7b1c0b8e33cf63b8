import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import { levelName, type Level } from './levels.ts'
import type { Tool } from './tools.ts'

/** Somebody who may read an audience, at which level and for which reason. */
export interface Reader {
  personId: string
  level: Level
  because: string
}

type Row = { person_id: string; level: number; because: string }

const reader = (row: Row): Reader => ({ personId: row.person_id, level: levelName(row.level), because: row.because })

/** Everyone who may read what stands in an audience, in a tool of the group or in none; as the keeper. */
export async function readers(tx: Tx, audienceId: string, tool: Tool | null): Promise<Reader[]> {
  const { rows } = await tx.execute<Row>(sql`select * from access.readers(${audienceId}, ${tool})`)
  return rows.map(reader)
}

/** Those of `people` who may read it at this moment; as the keeper. */
export async function readersAmong(tx: Tx, audienceId: string, people: string[], tool: Tool | null): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select access.readers_among(${audienceId}, ${sql.param(people)}::uuid[], ${tool}) as id`,
  )
  return rows.map((row) => row.id)
}

/** Level, reason and through what a person reads what stands there; null when they do not. As the keeper. */
export async function why(tx: Tx, personId: string, audienceId: string, tool: Tool | null): Promise<Reader | null> {
  const { rows } = await tx.execute<Row>(
    sql`select * from access.readers(${audienceId}, ${tool}) where person_id = ${personId}`,
  )
  return rows[0] ? reader(rows[0]) : null
}
