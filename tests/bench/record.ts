import { readFile } from 'node:fs/promises'
import { asPerson } from '#access/signed-in.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { holdToOneCore } from './core.ts'
import type { HotList } from './lists.ts'
import type { Reader } from './readers.ts'

type Pool = Database['app']
type Connection = Tx['$client']

/** A statement as it was sent: text (or a query with its settings) and parameters. */
export type Statement = unknown[]

/** The statements that a list sends between begin and commit, with the parameters it gave. */
export async function record(database: Database, list: HotList, reader: Reader): Promise<Statement[]> {
  const sent: Statement[] = []
  const listening = (connection: Connection): Connection => {
    const query = (...statement: Statement): unknown => {
      sent.push(statement)
      return Reflect.apply(connection.query, connection, statement)
    }
    return new Proxy(connection, {
      get: (target, key): unknown => (key === 'query' ? query : Reflect.get(target, key, target)),
    })
  }
  const pool = database[list.byKeeper ? 'keeper' : 'app']
  const heard = { connect: async () => listening(await pool.connect()) } as Pool
  await runAs({ ...database, app: heard, keeper: heard }, list, reader)
  // The first begins and names the person, the last commits.
  return sent.slice(1, -1)
}

/** Opens a list as the server does. */
export const runAs = (database: Database, list: HotList, reader: Reader): Promise<unknown> =>
  list.byKeeper
    ? asKeeper(database, (tx) => list.run(tx, reader))
    : asPerson(database, reader.me.id, (tx) => list.run(tx, reader))

/**
 * How many milliseconds the process of PostgreSQL behind a connection has been at work: a machine that does other things meanwhile is not
 * measured with it. Only Linux tells this; elsewhere it is the time on the clock.
 */
async function atWork(connection: Connection): Promise<number> {
  const { processID } = connection as Connection & { processID?: number }
  holdToOneCore(processID)
  const file = await readFile(`/proc/${processID}/schedstat`, 'utf8').catch(() => undefined)
  return file === undefined ? performance.now() : Number(file.split(' ')[0]) / 1e6
}

/** Sends recorded statements again, of this person, on another pool; how many milliseconds they took. */
export async function replay(pool: Pool, person: string, statements: Statement[]): Promise<number> {
  const connection = await pool.connect()
  try {
    await connection.query('begin')
    await connection.query(`select set_config('loggia.person', $1, true)`, [person])
    const began = await atWork(connection)
    for (const statement of statements) await Reflect.apply(connection.query, connection, statement)
    const took = (await atWork(connection)) - began
    await connection.query('commit')
    return took
  } finally {
    connection.release()
  }
}

/** How PostgreSQL runs each of the statements under the rules of this person, by the lasting plan that it keeps for a prepared one. */
export async function explain(pool: Pool, person: string, statements: Statement[]): Promise<string[]> {
  const connection = await pool.connect()
  try {
    await connection.query('begin; set local plan_cache_mode = force_generic_plan')
    await connection.query(`select set_config('loggia.person', $1, true)`, [person])
    const plans: string[] = []
    for (const [first, parameters] of statements) {
      const text = typeof first === 'string' ? first : (first as { text: string }).text
      const given = ((parameters as unknown[] | undefined) ?? []).map((one) => literal(connection, one)).join(', ')
      await connection.query(`prepare shown as ${text}`)
      const { rows } = await connection.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers, costs off, timing off) execute shown${given && `(${given})`}`,
      )
      await connection.query('deallocate shown')
      plans.push(`${text}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`)
    }
    return plans
  } finally {
    await connection.query('rollback')
    connection.release()
  }
}

function literal(connection: Connection, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  const text = Array.isArray(value)
    ? `{${value.join(',')}}`
    : value instanceof Date
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
  return connection.escapeLiteral(text)
}
