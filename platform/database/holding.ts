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
