import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './embedded-binaries.ts'
import { EmbeddedError } from './embedded-error.ts'
import { commandAs, withAccess, type Runner } from './embedded-user.ts'

/** One PostgreSQL cluster on the disk, made and ready to be started. */
export interface Cluster {
  data: string
  password: string
  runner: Runner
}

/** What is needed to make a cluster; without fsync it is quick and does not outlive the machine. */
export interface ClusterPlan {
  folder: string
  fsync: boolean
  binaries: Binaries
  runner: Runner
}

const run = promisify(execFile)

// Sorting and upper case come from ICU; full-text and trigram parsers still ask the C library, which must know UTF-8.
const letterLocales = process.platform === 'darwin' ? ['UTF-8', 'en_US.UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']

/** Opens the cluster in the folder, making it where there is none; throws EmbeddedError when it cannot be used. */
export async function openCluster(plan: ClusterPlan): Promise<Cluster> {
  try {
    return await openOrMake(plan)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))) throw error
    throw new EmbeddedError(
      `The data in ${plan.folder} may not be opened (${error.message}): start Loggia as the user who made it, or set LOGGIA_DATA to a folder of your own.`,
    )
  }
}

async function openOrMake(plan: ClusterPlan): Promise<Cluster> {
  const { uid } = plan.runner
  await mkdir(plan.folder, { recursive: true, mode: uid === undefined ? 0o700 : 0o711 })
  const folder = await realpath(plan.folder)
  await removeUnfinished(folder)
  const finished = join(folder, 'cluster')
  if (!(await exists(finished))) await makeCluster({ ...plan, folder }, finished)
  const data = join(finished, 'data')
  await checkVersion(data, plan.binaries.major)
  const runner = await runnerFor(data, plan.runner)
  const password = await readFile(join(finished, 'password'), 'utf8')
  return { data, password: password.trim(), runner: withAccess(runner, plan.binaries, [data]) }
}

/** Made aside and renamed when it is whole, so that a start that was cut short leaves nothing half-made behind. */
async function makeCluster(plan: ClusterPlan, finished: string): Promise<void> {
  const { uid, gid } = plan.runner
  const aside = join(plan.folder, `new-${process.pid}-${randomBytes(4).toString('hex')}`)
  const data = join(aside, 'data')
  const password = join(aside, 'password')
  await mkdir(aside, { mode: uid === undefined ? 0o700 : 0o711 })
  await mkdir(data, { mode: 0o700 })
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (uid !== undefined && gid !== undefined) await Promise.all([data, password].map((path) => chown(path, uid, gid)))
  const runner = withAccess(plan.runner, plan.binaries, [data])
  try {
    await initdb({ ...plan, runner }, data, password)
    if (uid !== undefined) await chown(password, 0, 0)
    await rename(aside, finished)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    // Another start was quicker: use what it made.
    if (!(await exists(finished))) throw error
  }
}

async function initdb(plan: ClusterPlan, data: string, password: string): Promise<void> {
  const args = ['-D', data, '-U', 'postgres', `--pwfile=${password}`, '--encoding=UTF8', '--no-instructions']
  args.push('--auth-local=scram-sha-256', '--auth-host=reject')
  args.push('--locale-provider=icu', '--icu-locale=und', '--locale=C')
  if (!plan.fsync) args.push('--no-sync')
  let problem = ''
  for (const locale of letterLocales) {
    const command = commandAs(plan.runner, plan.binaries.initdb, [...args, `--lc-ctype=${locale}`])
    try {
      await run(command.file, command.args, command.options)
      return
    } catch (error) {
      problem = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
      if (!problem.includes('invalid locale name')) break
    }
  }
  throw new EmbeddedError(`The database in ${plan.folder} could not be made. PostgreSQL says: ${problem}`)
}

async function checkVersion(data: string, major: number): Promise<void> {
  const made = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')
  if (Number(made.trim()) === major) return
  throw new EmbeddedError(
    made
      ? `The data in ${data} was made by PostgreSQL ${made.trim()}, and this Loggia brings PostgreSQL ${major}: start the Loggia that made it, or move the data over with pg_dump and DATABASE_URL.`
      : `The folder ${data} is not a PostgreSQL database: restore it from a backup, or remove ${join(data, '..')} to begin anew.`,
  )
}

/** The server must run as the owner of its data: a start by root leaves the data of an ordinary user theirs. */
async function runnerFor(data: string, runner: Runner): Promise<Runner> {
  const owner = await stat(data)
  if (runner.uid === undefined) {
    if (owner.uid === process.getuid?.()) return runner
    throw new EmbeddedError(`The data in ${data} belongs to user ${owner.uid}: start Loggia as that user, or as root.`)
  }
  if (owner.uid !== 0) return { ...runner, uid: owner.uid, gid: owner.gid }
  await run('chown', ['-R', `${runner.uid}:${runner.gid}`, data])
  return runner
}

/** What starts that were killed have left; the folder of one that is still at work is named after a living process. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^new-(\d+)-[0-9a-f]{8}$/.exec(name)?.[1])
    if (!pid || (isAlive(pid) && !(await olderThanTenMinutes(join(folder, name))))) continue
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 })
  }
}

async function olderThanTenMinutes(path: string): Promise<boolean> {
  const { mtimeMs } = await lstat(path)
  return Date.now() - mtimeMs > 10 * 60_000
}

/** Whether a process with this number exists, no matter whose. */
export function isAlive(pid: number): boolean {
  if (!(pid > 1)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** Makes a private folder for the runner, or answers false where a stranger already took the name. */
export async function takeFolder(path: string, runner: Runner): Promise<boolean> {
  const made = await mkdir(path, { mode: 0o700 }).then(
    () => true,
    () => false,
  )
  const found = await lstat(path).catch(() => undefined)
  const ours = [process.getuid?.(), runner.uid].includes(found?.uid)
  if (!made && !(found?.isDirectory() && ours)) return false
  await chmod(path, 0o700)
  if (runner.uid !== undefined && runner.gid !== undefined) await chown(path, runner.uid, runner.gid)
  return true
}
