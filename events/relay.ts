import { eq, sql } from 'drizzle-orm'
import { asKeeper } from '#platform/database/keeper.ts'
import { listen } from '#platform/database/listen.ts'
import { savepoint, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { events } from './tables.ts'
import { toldChannel } from './tell.ts'
import type { Reaction, Told } from './when.ts'

/** The channel on which every server process hears what to signal to its browsers. */
export const liveChannel = 'loggia_live'

const batch = 50
const mostAttempts = 8
const pollEvery = 2_000

export interface Relay {
  /** Resolves when nothing waits any more; for tests and for a clean stop. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Takes events that were committed, runs the reactions to each in one transaction with marking it, and signals the browsers.
 * Ids commit out of order, so it takes whatever waits (`for update skip locked`), never "greater than the last".
 */
export async function startRelay(platform: Platform, reactions: Reaction[]): Promise<Relay> {
  const { database, log } = platform
  let stopping = false
  let running: Promise<void> | null = null
  let again = false

  const drain = async (): Promise<void> => {
    do {
      again = false
      while (!stopping && (await relaySome(platform, reactions)) > 0);
    } while (again && !stopping)
  }
  const wake = (): Promise<void> => {
    again = true
    running ??= drain()
      .catch((error: unknown) => log.error({ error }, 'the relay stumbled; it tries again'))
      .finally(() => {
        running = null
      })
    return running
  }

  const ear = await listen(database, [toldChannel], () => void wake())
  const timer = setInterval(() => void wake(), pollEvery)
  void wake()
  return {
    settled: wake,
    async stop() {
      stopping = true
      clearInterval(timer)
      await ear.close()
      await running
    },
  }
}

function relaySome(platform: Platform, reactions: Reaction[]): Promise<number> {
  return asKeeper(platform.database, async (tx) => {
    const waiting = await tx
      .select()
      .from(events)
      .where(
        sql`${events.relayedAt} is null and ${events.failure} is null and (${events.attempts} = 0 or ${events.at} < now() - interval '1 second' * power(2, ${events.attempts}))`,
      )
      .orderBy(events.id)
      .limit(batch)
      .for('update', { skipLocked: true })
    for (const told of waiting) await relayOne(tx, told, platform, reactions)
    return waiting.length
  })
}

async function relayOne(tx: Tx, told: Told<unknown>, platform: Platform, reactions: Reaction[]): Promise<void> {
  try {
    await savepoint(tx, async () => {
      for (const reaction of reactions) if (reaction.kind === told.kind) await reaction.run(told, tx, platform)
    })
  } catch (error) {
    const attempts = told.attempts + 1
    const failure = attempts >= mostAttempts ? String(error) : null
    await tx.update(events).set({ attempts, failure }).where(eq(events.id, told.id))
    platform.log.error({ error, event: told.id, kind: told.kind, attempts }, 'a reaction to an event failed')
    return
  }
  await tx.update(events).set({ relayedAt: new Date() }).where(eq(events.id, told.id))
  const signal = { kind: told.kind, audience: told.audienceId, about: { kind: told.aboutKind, id: told.aboutId } }
  await tx.execute(sql`select pg_notify(${liveChannel}, ${JSON.stringify(signal)})`)
}
