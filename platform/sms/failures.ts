import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A text message that did not leave: when, to whom and why, never what it said. */
export interface FailedMessage {
  at: Date
  to: string
  reason: string
}

const most = 20
const folderIn = (dataFolder: string): string => join(dataFolder, 'outbox', 'failed-messages')

/** Keeps what an administrator should know of: the last failures, whichever process they happened in. Each is a file, so that none overwrites another. */
export async function keepFailure(dataFolder: string, failed: FailedMessage): Promise<void> {
  const folder = folderIn(dataFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${failed.at.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}.json`
  await writeFile(join(folder, `.${name}`), JSON.stringify(failed), { mode: 0o600 })
  await rename(join(folder, `.${name}`), join(folder, name))
  for (const old of (await namesIn(folder)).slice(most)) await rm(join(folder, old), { force: true })
}

/** The last failures, newest first. */
export async function listFailures(dataFolder: string): Promise<FailedMessage[]> {
  const folder = folderIn(dataFolder)
  const names = (await namesIn(folder)).slice(0, most)
  // One that another process has just taken away as too old is simply not there.
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => null)))
  return texts.flatMap((text) => {
    if (text === null) return []
    const { at, ...rest } = JSON.parse(text) as { at: string; to: string; reason: string }
    return [{ ...rest, at: new Date(at) }]
  })
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => /^\d.*\.json$/.test(name))
    .toSorted()
    .toReversed()
