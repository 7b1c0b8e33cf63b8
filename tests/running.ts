import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from './rules/ear.ts'
import { projectFolder } from './tree.ts'

/** A program of bin/ that runs as a process of its own, the way a person starts it. */
export interface Running {
  pid: number
  /** All that it has said until now, on both ways out. */
  said: () => string
  /** Where the portal is, once it has said so. */
  url: string
  /** How it ended, and after how many milliseconds since the signal. */
  end: (signal: NodeJS.Signals) => Promise<{ code: number | null; after: number }>
}

const startsWithin = 120_000
const all: { data: string | undefined; end: () => Promise<unknown> }[] = []

/** Ends what a failed test has left: portals, and the PostgreSQL of one that was killed. */
export async function endAll(): Promise<void> {
  for (const { data, end } of all) {
    await end()
    const postmaster = data === undefined ? null : await postmasterOn(data)
    if (postmaster !== null) process.kill(postmaster, 'SIGINT')
  }
}

/** Runs `bin/<name>` to its end. */
export async function runProgram(name: string, env: Record<string, string>, args: string[] = []) {
  const { child, said } = launch(name, env, args)
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said: said() }
}

/** Runs `bin/start` until it says that it is ready; throws what it said when it ended instead. */
export async function startProgram(env: Record<string, string>): Promise<Running> {
  const { child, said } = launch('start', env, [])
  const ended = once(child, 'exit')
  const ready = () => /^Loggia is ready at (\S+)$/m.exec(said())?.[1]
  await until(() => ready() !== undefined || child.exitCode !== null, 'a portal that is ready', startsWithin)
  const url = ready()
  let told = false
  child.on('exit', () => told || console.error(`A portal ended by itself. It said: ${said()}`))
  if (url === undefined) throw new Error(`The portal did not start: ${said()}`)
  return {
    pid: child.pid ?? 0,
    url,
    said,
    async end(signal) {
      const from = performance.now()
      told = true
      child.kill(signal)
      const [code] = (await ended) as [number | null]
      return { code, after: performance.now() - from }
    },
  }
}

function launch(name: string, env: Record<string, string>, args: string[]) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(join(projectFolder, 'bin', name), args, {
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  all.push({
    data: env.LOGGIA_DATA,
    end: () =>
      child.exitCode === null && child.signalCode === null && child.kill('SIGTERM') ? ended : Promise.resolve(),
  })
  let said = ''
  for (const way of [child.stdout, child.stderr]) way.on('data', (text: Buffer) => (said += text.toString()))
  return { child, said: () => said }
}

/** The process number of the PostgreSQL on this data; null where none runs. */
export async function postmasterOn(dataFolder: string): Promise<number | null> {
  const file = join(dataFolder, 'database/cluster/data/postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  if (!pid) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

/** On how many network ports a process listens; Linux only. */
export async function networkPorts(pid: number): Promise<number> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')))
  const rows = tables.flatMap((table) => table.split('\n'))
  const sockets = new Set(rows.map((row) => `socket:[${row.trim().split(/\s+/)[9]}]`))
  const open = await readdir(`/proc/${pid}/fd`)
  const links = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')))
  return links.filter((link) => sockets.has(link)).length
}

/** Files below a folder that anybody on this machine can read: nothing on the way to them is closed to others. */
export async function readableByAll(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const { mode } = await stat(path)
    if (entry.isDirectory() && mode & 0o001) found.push(...(await readableByAll(path)))
    else if (entry.isFile() && mode & 0o004) found.push(path)
  }
  return found
}
