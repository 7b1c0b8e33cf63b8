import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Kind } from './kind.ts'
import type { events } from './tables.ts'

/** An event as those who listen get it. */
export type Told<Data> = Omit<typeof events.$inferSelect, 'data'> & { data: Data }

/** Something done because something else happened. */
export interface Reaction {
  kind: string
  /** Runs as the keeper in the transaction that marks the event as relayed: once, or again after a failure, never half. */
  run: (told: Told<unknown>, tx: Tx, platform: Platform) => Promise<void>
}

/** Subscribes to a kind of event. What leaves the building is queued as a job, never sent from here. */
export const when = <Data>(
  happened: Kind<string, Data>,
  react: (told: Told<Data>, tx: Tx, platform: Platform) => Promise<void>,
): Reaction => ({
  kind: happened.name,
  run: (told, tx, platform) => react({ ...told, data: happened.data.parse(told.data) }, tx, platform),
})
