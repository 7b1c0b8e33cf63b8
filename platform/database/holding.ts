import { Client } from 'pg'

/** Only one process may run on an embedded database; it holds this number for as long as it lives. */
const holding = 5641003

/** Takes the cluster for this process alone; null when another one has it. Whoever is killed lets go by dying: the connection ends. */
export async function holdAlone(url: string): Promise<{ release: () => Promise<void> } | null> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [holding])
  if (rows[0]?.held) return { release: () => client.end() }
  await client.end()
  return null
}

/** Every process that works off the jobs of a database shares this number for as long as it lives. */
const working = 5641004

/**
 * Counts this process among those that work on a database. `alone` is run before that when there is no other:
 * what was taken into work then is in nobody's hands. Others that start meanwhile wait until it is done.
 */
export async function joinWork(url: string, alone: () => Promise<void>): Promise<{ release: () => Promise<void> }> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [working])
  if (rows[0]?.held) await alone()
  await client.query('select pg_advisory_lock_shared($1)', [working])
  if (rows[0]?.held) await client.query('select pg_advisory_unlock($1)', [working])
  return { release: () => client.end() }
}

/** Makes a database where there is none of this name. */
export async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const known = await client.query('select from pg_database where datname = $1', [name])
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
