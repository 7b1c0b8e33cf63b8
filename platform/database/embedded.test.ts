import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openLog } from '../log.ts'
import { findBinaries } from './embedded-binaries.ts'
import { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded.ts'

const log = openLog('silent')
const root = process.getuid?.() === 0
const linux = process.platform === 'linux'
let place = ''
let folder = ''
let data = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'embedded-'))
  chmodSync(place, 0o711)
  folder = join(place, 'database')
  data = join(folder, 'cluster/data')
})
afterAll(async () => {
  await Promise.allSettled(started.map((database) => database.stop()))
  rmSync(place, { recursive: true, force: true })
})

const started: Embedded[] = []

async function start(where = folder, further: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const database = await startEmbedded({ folder: where, log, fsync: false, ...further })
  started.push(database)
  return database
}

async function ask(database: Embedded, sql: string): Promise<unknown> {
  const client = new pg.Client(database.connection)
  await client.connect()
  const { rows } = await client.query<{ answer: unknown }>(sql)
  await client.end()
  return rows[0]?.answer
}

const postmasterPid = (where = data) => Number.parseInt(readFileSync(join(where, 'postmaster.pid'), 'utf8'), 10)

/** Whether everybody may pass through all folders on the way. */
const othersMayPass = (path: string): boolean =>
  (statSync(path).mode & 0o001) === 1 && (dirname(path) === path || othersMayPass(dirname(path)))

/** The line `name` of what Linux says of the server process. */
const processStatus = (name: string, where = data) =>
  new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(readFileSync(`/proc/${postmasterPid(where)}/status`, 'utf8'))?.[1]

/** Starts the database from another process, the way `npm start` does, in a process group of its own. */
async function startElsewhere(): Promise<{ child: ChildProcess; adopted: boolean }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    const { openLog } = await import(${JSON.stringify(join(import.meta.dirname, '../log.ts'))})
    const { adopted } = await startEmbedded({ folder: ${JSON.stringify(folder)}, log: openLog('silent'), fsync: false })
    console.log(JSON.stringify({ adopted }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'))
  const { adopted } = z.object({ adopted: z.boolean() }).parse(JSON.parse(said[0]))
  return { child, adopted }
}

async function endGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit')
  if (child.pid) process.kill(-child.pid, signal)
  await gone
}

test('it starts on an empty folder, privately, and is gone after stop', async () => {
  const database = await start()
  expect(database.adopted).toBe(false)
  expect(await ask(database, `select current_setting('listen_addresses') as answer`)).toBe('')
  expect(statSync(database.connection.host).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'cluster/password')).mode & 0o777).toBe(0o600)
  expect(statSync(data).mode & 0o777).toBe(0o700)
  const stranger = new pg.Client({ ...database.connection, password: 'guessed' })
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/)
  await database.stop()
  await database.stop()
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
  expect(existsSync(database.connection.host)).toBe(false)
})

test('Russian and Polish sort, fold and are searched the way people expect', async () => {
  const database = await start()
  try {
    const letters = `unnest(array['ż','z','ź','a','ą','b','ł','l','m','е','ё','ж','я']) as x`
    expect(await ask(database, `select string_agg(x, '' order by x) as answer from ${letters}`)).toBe('aąblłmzźżеёжя')
    expect(await ask(database, `select lower('ŻÓŁĆ ЁЖ') as answer`)).toBe('żółć ёж')
    expect(await ask(database, `select to_tsvector('simple', 'Żółć Привет')::text as answer`)).toBe(
      `'żółć':1 'привет':2`,
    )
    await ask(database, 'create extension if not exists pg_trgm')
    expect(await ask(database, `select similarity('Привет', 'привет')::int as answer`)).toBe(1)
  } finally {
    await database.stop()
  }
})

test('started by root it runs as an ordinary user without any special power', async () => {
  const database = await start()
  try {
    const owner = statSync(data).uid
    expect(owner === 0).toBe(false)
    expect(root || owner === process.getuid?.()).toBe(true)
    if (!linux) return
    expect(processStatus('Uid')).toBe(String(owner))
    // Below a folder that only root may pass (a clone in /root), it may read there and nothing more: CAP_DAC_READ_SEARCH, bit 2.
    expect(Number.parseInt(processStatus('CapEff') ?? '', 16)).toBe(root && !othersMayPass(import.meta.dirname) ? 4 : 0)
    const environment = readFileSync(`/proc/${postmasterPid()}/environ`, 'utf8')
    expect(environment).not.toMatch(/VITEST|NODE|HOME/)
  } finally {
    await database.stop()
  }
})

test('a server left behind by kill -9 is adopted with its data, and Ctrl-C does not reach it', async () => {
  for (const signal of ['SIGKILL', 'SIGINT'] as const) {
    const { child, adopted } = await startElsewhere()
    expect(adopted).toBe(false)
    const pid = postmasterPid()
    await endGroup(child, signal)
    const database = await start()
    expect(database.adopted).toBe(true)
    expect(postmasterPid()).toBe(pid)
    expect(await ask(database, 'select 1 as answer')).toBe(1)
    await database.stop()
  }
})

test('a second start on the same data gets the same server, and leaving does not disturb it', async () => {
  const first = await start()
  const { child, adopted } = await startElsewhere()
  expect(adopted).toBe(true)
  await endGroup(child, 'SIGTERM')
  expect(await ask(first, 'select 1 as answer')).toBe(1)
  await first.stop()
})

test('two starts at the same moment on an empty folder make one database', async () => {
  const where = join(place, 'at-once')
  const both = await Promise.all([start(where), start(where)])
  expect(both.map(({ adopted }) => adopted)).toSatisfy(
    (adopted: boolean[]) => adopted.includes(true) && adopted.includes(false),
  )
  expect(both[0].connection).toEqual(both[1].connection)
  expect(readdirSync(where).toSorted()).toEqual(['cluster', 'postgres.log'])
  await Promise.all(both.map((database) => database.stop()))
})

test('what a crash leaves behind does not hinder the next start', async () => {
  const remains = join(folder, 'new-999999999-0123abcd')
  mkdirSync(join(remains, 'data/base'), { recursive: true })
  const ours = [process.pid, data, 1, 5432, '/tmp', '', 'x', 'ready', ''].join('\n')
  for (const pidFile of ['', '999999999\n', ours]) {
    writeFileSync(join(data, 'postmaster.pid'), pidFile)
    const { uid, gid } = statSync(data)
    chownSync(join(data, 'postmaster.pid'), uid, gid)
    const database = await start()
    expect(database.adopted).toBe(false)
    await database.stop()
  }
  expect(existsSync(remains)).toBe(false)
})

test('data of another user stays theirs when root starts it, and data restored by root is given to an ordinary user', async () => {
  if (!root) return
  const { uid } = statSync(data)
  const everything = [data, ...readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name))]
  for (const [before, after] of [
    [4321, 4321],
    [0, uid],
  ] as const) {
    everything.forEach((path) => chownSync(path, before, before))
    const database = await start()
    expect(statSync(data).uid).toBe(after)
    await database.stop()
  }
})

test('after the server itself was killed its data comes back', async () => {
  const first = await start(folder, { fsync: true })
  await ask(first, 'create table kept as select 42 as n')
  process.kill(postmasterPid(), 'SIGKILL')
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second, 'select n as answer from kept')).toBe(42)
  await second.stop()
})

test('programs and data below a folder closed to others still run, with no more power than that needs', async () => {
  const closed = join(place, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const programs = join(closed, 'programs')
  cpSync(dirname(dirname(dirname(findBinaries().postgres))), programs, { recursive: true, verbatimSymlinks: true })
  const where = join(closed, 'database')
  const database = await start(where, { programs })
  try {
    expect(await ask(database, 'select 1 as answer')).toBe(1)
    if (!linux) return
    const dacReadSearch = 4
    expect(Number.parseInt(processStatus('CapEff', join(where, 'cluster/data')) ?? '', 16)).toBe(
      root ? dacReadSearch : 0,
    )
  } finally {
    await database.stop()
  }
})

test('data of another PostgreSQL, or none at all, is refused in words', async () => {
  const version = join(data, 'PG_VERSION')
  const made = readFileSync(version)
  writeFileSync(version, '17\n')
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 17, and this Loggia brings PostgreSQL 18/)
  rmSync(version)
  await expect(start()).rejects.toThrow(/is not a PostgreSQL database/)
  writeFileSync(version, made)
})
