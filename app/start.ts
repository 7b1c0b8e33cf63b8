import { mkdir } from 'node:fs/promises'
import { EmbeddedError } from '#platform/database/embedded-error.ts'
import { openLog } from '#platform/log.ts'
import { readSettings, SettingsError, type Settings } from '#platform/settings.ts'
import { buildIfStale } from './build.ts'
import { AlreadyRunning, openCluster } from './cluster.ts'
import { firstSteps } from './first-steps.ts'
import { openPortal, type Portal } from './portal.ts'
import { readSecrets } from './secrets.ts'

type Closing = (() => Promise<void>)[]

/** Starts the portal and keeps it until Ctrl-C; what `npm start` runs. */
async function start(settings: Settings): Promise<void> {
  const closing: Closing = []
  const opening = open(settings, closing)
  const close = async (): Promise<void> => {
    // What is half open comes to its end first: nobody would know what of it to close.
    await opening.catch(() => undefined)
    for (const step of closing.splice(0).toReversed()) await step()
  }
  stopOnSignal(close)
  try {
    const portal = await opening
    if (stopping.now) return
    for (const line of await firstSteps(portal)) say(line)
    say(`Loggia is ready at ${portal.url}`)
  } catch (error) {
    // Whoever presses Ctrl-C while the portal is being filled wants no explanation of what that broke off.
    if (stopping.now) return
    await close()
    throw error
  }
}

/** Opens everything there is, and notes in `closing` how to close it. */
async function open(settings: Settings, closing: Closing): Promise<Portal> {
  const log = openLog(settings.logLevel)
  // Others may pass through, as the database may have to; what is inside keeps its own permissions.
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o711 })
  if (await buildIfStale()) say('The web client is built.')
  const secrets = await readSecrets(settings)
  const cluster = await openCluster(settings, secrets, log)
  closing.push(cluster.release)
  const { cookies: secret, push: pushKeys } = secrets
  const portal = await openPortal({ settings, log, urls: cluster.urls, secret, pushKeys })
  closing.push(portal.close)
  return portal
}

const stopping = { now: false }

/** The first Ctrl-C stops everything in order, the second at once. */
function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.now) process.exit(1)
      stopping.now = true
      say('Loggia stops …')
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

const say = (line: string): void => console.log(line)

/** What a person can mend is said in a sentence, everything else with all that is known about it. */
function explain(error: unknown): void {
  const known = error instanceof SettingsError || error instanceof EmbeddedError || error instanceof AlreadyRunning
  const { code, port } = error as { code?: string; port?: number }
  if (known) console.error(error.message)
  else if (code === 'EADDRINUSE')
    console.error(`Port ${port} is taken by another program. Choose another one with PORT.`)
  else if (code === 'EACCES' && port !== undefined)
    console.error(`Port ${port} may not be used by this user. Choose one above 1023 with PORT.`)
  else console.error(error)
}

try {
  await start(readSettings(process.env, process.cwd()))
} catch (error) {
  explain(error)
  process.exit(1)
}
