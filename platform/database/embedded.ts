import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { readFile, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'
import { binariesIn, findBinaries, type Binaries } from './embedded-binaries.ts'
import { openCluster, takeFolder, type Cluster } from './embedded-cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import { serverOptions } from './embedded-options.ts'
import {
  forgetDead,
  isServing,
  readPostmaster,
  socketPort,
  stopPostmaster,
  type Postmaster,
} from './embedded-postmaster.ts'
import { chooseRunner, commandAs, withAccess } from './embedded-user.ts'

/** How to connect; the role may do anything, so only migrations and the making of roles use it. */
export interface EmbeddedConnection {
  /** Folder of the Unix socket. */
  host: string
  port: number
  user: string
  password: string
  database: string
}

/** A PostgreSQL that runs beside Loggia, on its own folder. */
export interface Embedded {
  connection: EmbeddedConnection
  /** True when it already ran: left behind by a process that was killed, or in use by another start. */
  adopted: boolean
  /** Ends every connection and the server; may be called twice. */
  stop(): Promise<void>
}

/** Where and how the embedded PostgreSQL is to run. */
export interface EmbeddedOptions {
  /** Holds the cluster, its password and its log; made where it is missing. */
  folder: string
  log: Log
  /** False only for a throw-away cluster: quick, and lost when the machine fails. */
  fsync?: boolean
  /** Folder of another copy of the npm package with the programs. */
  programs?: string
}

// A Unix socket's path may have 107 bytes on Linux and 103 on macOS, its file name included.
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length
const longestLog = 10 * 1024 * 1024
const startAttempts = 6

/** Starts PostgreSQL on the folder, or adopts the one that runs there already; throws EmbeddedError. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log, fsync = true } = options
  const binaries = options.programs ? binariesIn(options.programs) : findBinaries()
  const cluster = await openCluster({ folder: options.folder, fsync, binaries, runner: chooseRunner() })
  for (let attempt = 1; ; attempt++) {
    const running = await adopt(cluster, log)
    if (running) return opened(cluster, running, true)
    const started = await launch(cluster, binaries, fsync, log)
    if (typeof started !== 'string') return opened(cluster, started, false)
    // Another start may have been quicker, or the last processes of a killed server are still going.
    if (attempt === startAttempts) throw new EmbeddedError(`The database does not start. PostgreSQL says: ${started}`)
    await pause(attempt * 200)
  }
}

function opened(cluster: Cluster, postmaster: Postmaster, adopted: boolean): Embedded {
  let stopping: Promise<void> | undefined
  return {
    connection: connectionTo(cluster, postmaster),
    adopted,
    stop: () => (stopping ??= stopPostmaster(postmaster, cluster.data)),
  }
}

function connectionTo(cluster: Cluster, postmaster: Postmaster): EmbeddedConnection {
  const { password } = cluster
  return { host: postmaster.socketFolder, port: socketPort, user: 'postgres', password, database: 'postgres' }
}

/** The server that already runs on this data, if it is well; one that does not answer is stopped. */
async function adopt(cluster: Cluster, log: Log): Promise<Postmaster | undefined> {
  const until = Date.now() + 120_000
  for (;;) {
    const found = await readPostmaster(cluster.data)
    if (!found) return undefined
    if (!isServing(found, cluster.data)) {
      await forgetDead(found, cluster.data)
      return undefined
    }
    const health = found.status === 'ready' ? await healthOf(cluster, found) : 'busy'
    if (health === 'well') return found
    if (health === 'silent' || Date.now() > until) {
      log.warn({ pid: found.pid }, 'a database left behind does not answer, stopping it')
      await stopPostmaster(found, cluster.data)
      return undefined
    }
    await pause(50)
  }
}

/** A server that refuses in words (a changed password, too many connections) is alive, and not ours to stop. */
async function healthOf(cluster: Cluster, postmaster: Postmaster): Promise<'well' | 'busy' | 'silent'> {
  const limits = { connectionTimeoutMillis: 5000, query_timeout: 5000 }
  const client = new pg.Client({ ...connectionTo(cluster, postmaster), ...limits })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'well'
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) return 'silent'
    const startingOrStopping = error.code === '57P03'
    return startingOrStopping ? 'busy' : 'well'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Starts a server; answers what it says of itself when it did not come up. */
async function launch(cluster: Cluster, binaries: Binaries, fsync: boolean, log: Log): Promise<Postmaster | string> {
  const socketFolder = await makeSocketFolder(cluster)
  const runner = withAccess(cluster.runner, binaries, [cluster.data, socketFolder])
  const command = commandAs(runner, binaries.postgres, ['-D', cluster.data, ...serverOptions({ socketFolder, fsync })])
  const logFile = join(dirname(dirname(cluster.data)), 'postgres.log')
  const { size } = await stat(logFile).catch(() => ({ size: 0 }))
  if (size > longestLog) await truncate(logFile)
  const out = openSync(logFile, 'a', 0o600)
  // Its own session: Ctrl-C in the terminal is for Loggia, which then stops the database in good order.
  const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  child.unref()
  const failure = await untilReady(child, cluster, log)
  if (failure) return `${failure}${await lastWords(logFile, size > longestLog ? 0 : size)}`
  return (await readPostmaster(cluster.data)) ?? 'it ended as soon as it was ready'
}

/** Waits for as long as the server lives, since recovery after a crash takes its time; undefined when it is ready. */
async function untilReady(child: ChildProcess, cluster: Cluster, log: Log): Promise<string | undefined> {
  let failure: string | undefined
  child.once('error', (error) => (failure = `${error.message} `))
  child.once('exit', (code, signal) => (failure ??= `(ended with ${signal ?? code}) `))
  let nextWord = Date.now() + 10_000
  while (failure === undefined) {
    const now = await readPostmaster(cluster.data)
    if (now?.pid === child.pid && now?.status === 'ready') return undefined
    if (Date.now() > nextWord) {
      log.info('the database is still starting; after a crash it first puts its data in order')
      nextWord += 10_000
    }
    await pause(20)
  }
  return failure
}

async function lastWords(logFile: string, from: number): Promise<string> {
  const said = (await readFile(logFile)).subarray(from).toString('utf8').split('\n')
  const lines = said.filter((line) => /FATAL|PANIC|ERROR|HINT|invalid|error/.test(line))
  return (lines.length > 0 ? lines : said).slice(-3).join(' ').trim()
}

/** Short, private, and not to be taken by another user who guesses its name. */
async function makeSocketFolder(cluster: Cluster): Promise<string> {
  const name = `loggia-${createHash('sha256').update(cluster.data).digest('hex').slice(0, 12)}`
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    for (const path of [join(parent, name), join(parent, `${name}-${randomBytes(4).toString('hex')}`)]) {
      if (Buffer.byteLength(path) <= longestSocketFolder && (await takeFolder(path, cluster.runner))) return path
    }
  }
  throw new EmbeddedError(
    `The database needs a folder for its socket below ${tmpdir()} or /tmp: make one of them writable.`,
  )
}
