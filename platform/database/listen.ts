import { Client } from 'pg'
import type { Database } from './database.ts'

export interface Ear {
  close(): Promise<void>
}

const retryAfter = 1_000

/**
 * Hears NOTIFY on these channels over a connection of its own, and takes it up again when it breaks.
 * `missed` is called after such a break: something may have been said meanwhile.
 */
export async function listen(
  database: Database,
  channels: string[],
  hear: (payload: string, channel: string) => void,
  missed: () => void = () => undefined,
): Promise<Ear> {
  let closed = false
  let client: Client | null = null

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: database.keeperUrl })
    next.on('notification', ({ channel, payload }) => hear(payload ?? '', channel))
    next.on('error', () => undefined)
    next.on('end', () => {
      if (!closed) setTimeout(() => void reconnect(), retryAfter).unref()
    })
    await next.connect()
    for (const channel of channels) await next.query(`listen ${channel}`)
    client = next
  }
  const reconnect = async (): Promise<void> => {
    if (closed) return
    try {
      await connect()
      missed()
    } catch {
      setTimeout(() => void reconnect(), retryAfter).unref()
    }
  }

  await connect()
  return {
    async close() {
      closed = true
      await client?.end()
    },
  }
}
