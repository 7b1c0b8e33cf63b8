import type { Placed } from '#access/placing.ts'
import type { Told } from '#events/when.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Happening } from '../kinds/contract.ts'
import { tellMore } from './jobs.ts'
import { mostAtOnce, tellSome } from './tell-some.ts'

interface Notifying {
  happened: Happening
  to: Iterable<string>
  saidId?: string
  /** When it happened by its own clock, where something is brought in from the past. */
  since?: Date
  /** What it is about, and where that stands, if it is not what the event says. */
  about?: { kind: string; id: string }
  place?: Placed
  /** The clock did it: whoever it is said of is told too. */
  byClock?: boolean
}

const minute = 60_000

/** Whether something happened at another time than it was told: it was brought in from the past. */
export const isPast = (at: Date, toldAt: Date): boolean => Math.abs(at.getTime() - toldAt.getTime()) > minute

/**
 * Tells people that something happened: those of `to` who may read it where it stands and have muted neither it nor its group, and never whoever did it.
 * Called by `notices.ts` of the feature in which it happened. Relayed again it tells nobody again.
 */
export async function notify(tx: Tx, platform: Platform, told: Told<unknown>, notifying: Notifying): Promise<void> {
  const { happened, saidId, about = { kind: told.aboutKind, id: told.aboutId }, place = told } = notifying
  const at = notifying.since ?? told.at
  const { spaceId, audienceId } = place
  const past = isPast(at, told.at)
  const common = { happened, saidId, about, spaceId, audienceId, past, at: at.toISOString() }
  const to = [...new Set(notifying.to)].filter((id) => notifying.byClock || id !== told.actorId)
  for (let from = 0; from < to.length; from += mostAtOnce) {
    const some = { ...common, eventId: told.id, actorId: told.actorId, to: to.slice(from, from + mostAtOnce) }
    await (from === 0 ? tellSome(tx, platform, some) : platform.jobs.queue(tx, tellMore, some))
  }
}
