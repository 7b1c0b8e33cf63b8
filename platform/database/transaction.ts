import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import { prepared, textOf } from './prepared.ts'

/** One open transaction. Everything that touches rows is done through one of these. */
export type Tx = NodePgDatabase<Record<string, never>> & { $client: PoolClient }

/** Statements that would end the transaction or change who is asking. */
const forbidden =
  /^\s*(begin|start\s+transaction|commit|end\b|abort|rollback(?!\s+to)|prepare\s+transaction|set\b|reset\b|discard)|set_config\s*\(|;\s*\S/i

/**
 * Runs `work` in one transaction of `pool`, with `loggia.person` set for that transaction only.
 * The connection handed to `work` refuses to be used after the end, to end the transaction itself, and to change the person.
 */
export async function transaction<T>(pool: Pool, person: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const guard = { open: true }
  let lost: Error | undefined
  try {
    await client.query(
      person === null ? 'begin' : `begin; select set_config('loggia.person', '${certainlyId(person)}', true)`,
    )
    const result = await work(guardedTx(client, guard))
    guard.open = false
    await client.query('commit')
    return result
  } catch (error) {
    guard.open = false
    await client.query('rollback').catch((failure: Error) => {
      lost = failure
    })
    throw error
  } finally {
    client.release(lost)
  }
}

/** A part of `tx` that may fail without losing the rest: rolls back to where it began and throws on. */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.execute('savepoint part')
  try {
    const result = await work()
    await tx.execute('release savepoint part')
    return result
  } catch (error) {
    await tx.execute('rollback to savepoint part')
    throw error
  }
}

/** Goes into the text of a statement, so that beginning takes one round trip and not two: nothing but an id gets there. */
export function certainlyId(person: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person)) throw new Error('A person is named by an id.')
  return person
}

/** A transaction on a connection that was begun already; it answers as long as `guard` is open. */
export const guardedTx = (client: PoolClient, guard: { open: boolean }): Tx => drizzle(guarded(client, guard))

function guarded(client: PoolClient, guard: { open: boolean }): PoolClient {
  const query = (...args: unknown[]): unknown => {
    if (!guard.open) throw new Error('This transaction is over; its connection answers nothing more.')
    const text = textOf(args[0])
    if (forbidden.test(text))
      throw new Error(`A transaction is begun, ended and given its person from outside: ${text.trim().slice(0, 60)}`)
    return Reflect.apply(client.query, client, [prepared(args[0], text), ...args.slice(1)])
  }
  return new Proxy(client, {
    get: (target, key): unknown => (key === 'query' ? query : Reflect.get(target, key, target)),
  })
}
