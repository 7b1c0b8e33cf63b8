import { setTimeout } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { Database } from './database.ts'
import { postgresCode } from './failure.ts'
import { certainlyId, guardedTx, type Tx } from './transaction.ts'

/** Looks as somebody at what stands in the rehearsal so far, under the rules that will hold for them. */
export type LookAs = <T>(person: string, look: (tx: Tx) => Promise<T>) => Promise<T>

/** Of one that came across somebody who really acted: three seconds of pauses, in which a job that tells many of something is done. */
const mostTries = 7
/** Milliseconds before it is begun anew, and each time twice as many. */
const firstPause = 50

/**
 * What would be, without it ever being: `work` does the real thing as the keeper and looks at it with the eyes of those whom it touches;
 * then everything is taken back, whatever happened. For previews, which so count by the very rules and verbs that will hold.
 * All of it is one moment: what others commit meanwhile is not seen, and where it stands in the way `work` is begun anew a little later.
 */
export async function rehearse<T>(database: Database, work: (tx: Tx, lookAs: LookAs) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await rehearseOnce(database, work)
    } catch (error) {
      if (tries === mostTries || !cameAcross(error)) throw error
      await setTimeout(firstPause * 2 ** (tries - 1))
    }
  }
}

async function rehearseOnce<T>(database: Database, work: (tx: Tx, lookAs: LookAs) => Promise<T>): Promise<T> {
  const client = await database.keeper.connect()
  const guard = { open: true }
  let lost: Error | undefined
  try {
    await client.query('begin isolation level repeatable read')
    return await work(guardedTx(client, guard), (person, look) => asOneOf(client, guard, person, look))
  } finally {
    guard.open = false
    await client.query('rollback').catch((failure: Error) => {
      lost = failure
    })
    client.release(lost)
  }
}

/** PostgreSQL's serialization_failure and deadlock_detected. */
const cameAcross = (error: unknown): boolean => ['40001', '40P01'].includes(postgresCode(error) ?? '')

async function asOneOf<T>(
  client: PoolClient,
  guard: { open: boolean },
  person: string,
  look: (tx: Tx) => Promise<T>,
): Promise<T> {
  await client.query(`set local role loggia_app; select set_config('loggia.person', '${certainlyId(person)}', true)`)
  try {
    return await look(guardedTx(client, guard))
  } finally {
    // After a failed statement PostgreSQL refuses this too; the rollback that follows resets the role as well.
    await client.query(`set local role none; select set_config('loggia.person', '', true)`).catch(() => undefined)
  }
}
