import type { Tx } from '#platform/database/transaction.ts'
import type { Kind } from './kind.ts'
import type { Told } from './when.ts'

/** Something that happens in a feature and stands in the feed of those who may know of it (FEED-3): a task that was set. */
export interface Shown<Data = unknown> {
  happened: Kind<string, Data>
  /** The noun of what it names, as in addresses of records. */
  noun: 'task' | 'person'
  /** The id of that. */
  thing: (told: Told<Data>) => string
  /** When it was so, which for what is brought in from the past is not when it was told. Null: it stands in no feed. As the keeper. */
  at: (tx: Tx, told: Told<Data>) => Promise<Date | null>
  /** What such things are called, for those of them that the person asking sees. People are named by the feed itself. */
  names?: (tx: Tx, ids: string[]) => Promise<Map<string, string>>
}

/** Says that a kind of event stands in feeds. A feature says so of its own; `app` gives all of them to the feed. */
export const shown = <Data>(happened: Kind<string, Data>, as: Omit<Shown<Data>, 'happened'>): Shown =>
  ({ happened, ...as }) as unknown as Shown
