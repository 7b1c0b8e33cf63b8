import { sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Kind } from './kind.ts'
import { liveChannel } from './relay.ts'

/** PostgreSQL carries at most 8000 bytes in one. */
const mostInOne = 150

/** Says to these people's own browsers, and to nobody else, that something of a kind changed for them: no more than that. */
export async function signalTo(tx: Tx, kind: `${string}.${string}`, personIds: string[]): Promise<void> {
  const ids = [...new Set(personIds)]
  for (let from = 0; from < ids.length; from += mostInOne) {
    const signal = JSON.stringify({ kind, to: ids.slice(from, from + mostInOne) })
    await tx.execute(sql`select pg_notify(${liveChannel}, ${signal})`)
  }
}

/** Signals to the browsers of those seated where something stands that it changed, and keeps no record of that: where nobody is to learn who did it. */
export async function signalIn(
  tx: Tx,
  { name, about: noun }: Kind,
  { id, audienceId }: Placed & { id: string },
): Promise<void> {
  const signal = JSON.stringify({ kind: name, audience: audienceId, about: { kind: noun, id } })
  await tx.execute(sql`select pg_notify(${liveChannel}, ${signal})`)
}
