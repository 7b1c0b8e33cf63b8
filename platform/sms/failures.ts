import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A text message that did not leave: when, to whom and why, never what it said. */
export interface FailedMessage {
  at: Date
  to: string
  reason: string
}

const most = 20
const file = (dataFolder: string): string => join(dataFolder, 'outbox', 'failed-messages.json')

/** Keeps what an administrator should know of: the last failures, whichever process they happened in. */
export async function keepFailure(dataFolder: string, failed: FailedMessage): Promise<void> {
  const kept = [failed, ...(await listFailures(dataFolder))].slice(0, most)
  await mkdir(join(dataFolder, 'outbox'), { recursive: true, mode: 0o700 })
  await writeFile(file(dataFolder), JSON.stringify(kept), { mode: 0o600 })
}

/** The last failures, newest first. */
export async function listFailures(dataFolder: string): Promise<FailedMessage[]> {
  const text = await readFile(file(dataFolder), 'utf8').catch(() => '[]')
  try {
    return (JSON.parse(text) as { at: string; to: string; reason: string }[]).map((one) => ({
      ...one,
      at: new Date(one.at),
    }))
  } catch {
    // Two processes wrote at once: the next failure begins the list anew.
    return []
  }
}
