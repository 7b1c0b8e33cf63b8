import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './embedded-cluster.ts'
import { EmbeddedError } from './embedded-error.ts'

/** What postmaster.pid says of the server that runs, or ran, on a cluster. */
export interface Postmaster {
  pid: number
  socketFolder: string
  status: string
}

/** The number in the name of the socket; there is no network port. */
export const socketPort = 5432

/** Reads postmaster.pid; undefined where there is none. In a file just being written the status is empty, or even the pid 0. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  return {
    pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0,
    socketFolder: lines[4] ?? '',
    status: lines[7] ?? '',
  }
}

/** Whether that process lives and is a server on this very data, and not a later program that got its number. */
export function isServing(postmaster: Postmaster, data: string): boolean {
  if (!isAlive(postmaster.pid)) return false
  const command = commandLine(postmaster.pid)
  return command.includes('postgres') && command.includes(data)
}

/** Forgets a server that died with the machine, where PostgreSQL would take another program for it and refuse to start. */
export async function forgetDead(postmaster: Postmaster, data: string): Promise<void> {
  if (postmaster.pid === 0) await pause(1000)
  else if (!isAlive(postmaster.pid)) return
  const lock = join(postmaster.socketFolder, `.s.PGSQL.${socketPort}.lock`)
  const now = await readPostmaster(data)
  if (now?.pid === postmaster.pid) await rm(join(data, 'postmaster.pid'), { force: true })
  const locked = postmaster.socketFolder ? await readFile(lock, 'utf8').catch(() => '') : ''
  if (Number.parseInt(locked, 10) === postmaster.pid) await rm(lock, { force: true })
}

/** Stops the server: politely first, at once when it does not listen; committed data is safe either way. */
export async function stopPostmaster(postmaster: Postmaster, data: string): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 15],
  ] as const) {
    if (!isServing(postmaster, data)) break
    send(postmaster.pid, signal)
    const until = Date.now() + seconds * 1000
    while (Date.now() < until && isServing(postmaster, data)) await pause(20)
  }
  if (isServing(postmaster, data)) {
    throw new EmbeddedError(`The database does not stop: end process ${postmaster.pid} and start again.`)
  }
  await rmdir(postmaster.socketFolder).catch(() => undefined)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (isAlive(pid)) throw error
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    if (!isAlive(pid)) return ''
    throw new EmbeddedError(
      `Process ${pid} may be the database of this folder, which cannot be seen from here: end it and start again.`,
    )
  }
}
