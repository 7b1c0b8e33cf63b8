import { execFileSync, spawnSync } from 'node:child_process'
import type { Binaries } from './embedded-binaries.ts'
import { EmbeddedError } from './embedded-error.ts'

/** Who the database runs as. Without ids it is simply whoever started Loggia. */
export interface Runner {
  uid?: number
  gid?: number
  /** Linux capabilities that this user needs to get at the files; normally none. */
  capabilities: string[]
}

/** A program, ready for `spawn`, with the user it is to run as. */
export interface Command {
  file: string
  args: string[]
  options: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }
}

// macOS starts a thread while it guesses a locale, and PostgreSQL refuses to run with one: hence LC_ALL.
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** The user for the database: ourselves, or an ordinary one where we are root, whom PostgreSQL refuses. */
export function chooseRunner(): Runner {
  if (process.getuid?.() !== 0) return { capabilities: [] }
  const ids = idsOf('loggia') ?? makeUser('loggia') ?? idsOf('nobody')
  if (!ids) throw new EmbeddedError('Started by root, the database needs an ordinary user: create one named loggia.')
  return { ...ids, capabilities: [] }
}

/**
 * Gives the runner what it needs to reach the programs and its folders. Below a folder closed to others, such as
 * /root, that is the capability to pass by; anywhere else nothing. Throws EmbeddedError where nothing helps.
 */
export function withAccess(runner: Runner, binaries: Binaries, folders: string[]): Runner {
  if (runner.uid === undefined) return runner
  for (const capabilities of [[], ['dac_read_search'], ['dac_read_search', 'dac_override']]) {
    const attempt = { ...runner, capabilities }
    const script = 'test -x "$1" && test -r "$2" && shift 2 && for f; do cd "$f" || exit 1; done'
    const probe = commandAs(attempt, '/bin/sh', ['-c', script, 'sh', binaries.postgres, binaries.share, ...folders])
    if (spawnSync(probe.file, probe.args, { ...probe.options, stdio: 'ignore' }).status === 0) return attempt
  }
  throw new EmbeddedError(
    `The database runs as user ${runner.uid}, who may not enter ${folders.join(' or ')} or the folder of the programs (${binaries.postgres}): move Loggia, let others pass (chmod o+x on the folders above), or start it as an ordinary user.`,
  )
}

/** How to run a program as the runner, with a clean environment. */
export function commandAs(runner: Runner, file: string, args: string[]): Command {
  const { uid, gid, capabilities } = runner
  const options = { cwd: '/', env: environment }
  if (capabilities.length === 0) return { file, args, options: { ...options, uid, gid } }
  const list = ['-all', ...capabilities.map((name) => `+${name}`)].join(',')
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  // Without no_setuid_fixup access(2), by which PostgreSQL checks its own program, ignores capabilities of ordinary users.
  const powers = ['--securebits=+no_setuid_fixup', `--inh-caps=${list}`, `--ambient-caps=${list}`]
  return { file: 'setpriv', args: [...ids, ...powers, `--bounding-set=${list}`, '--', file, ...args], options }
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (what: string) => Number(execFileSync('id', [what, name], { stdio: 'pipe', env: environment }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function makeUser(name: string): { uid: number; gid: number } | undefined {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  spawnSync('/usr/sbin/useradd', [...args, '--shell', '/usr/sbin/nologin', name], { stdio: 'ignore', env: environment })
  return idsOf(name)
}
