import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { DatabaseUrls } from '#platform/database/database.ts'

const shape = z.object({
  urls: z.object({ keeperUrl: z.string(), appUrl: z.string() }),
  what: z.enum(['portal', 'bare']),
})

/** What a child was told when it was started. */
export const settingsFor = (argument: string | undefined): z.infer<typeof shape> =>
  shape.parse(JSON.parse(argument ?? 'null'))

/** A server in a process of its own. */
export interface Child {
  url: string
  stop(): Promise<void>
}

/** Starts serve.ts and waits until it tells its address. */
export async function startChild(urls: DatabaseUrls, what: 'portal' | 'bare'): Promise<Child> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'serve.ts'), JSON.stringify({ urls, what })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'exit')
  const said = child.stdout ? createInterface(child.stdout) : undefined
  const url = await Promise.race([
    new Promise<string>((resolve) => said?.once('line', resolve)),
    ended.then(() => Promise.reject(new Error(`The ${what} server ended before it was ready.`))),
  ])
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
