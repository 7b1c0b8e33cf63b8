import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Platform } from '#platform/platform.ts'
import { happenings, noticeKinds, type Happening, type Pace } from '../../kinds/contract.ts'
import { usualLetter } from '../../settings/server/queries.ts'
import type { notices } from '../../server/tables.ts'
import { noticesLetter } from './jobs.ts'
import { letterTime } from './pace.ts'

type Row = typeof notices.$inferSelect

/** Somebody who is told, and what they chose for the kind of thing that is told. */
export interface Wanting {
  id: string
  kind: 'employee' | 'external'
  timeZone: string
  /** Null for whoever was added and has not come yet. */
  email: string | null
  inPortal: boolean
  chosen: Pace | null
}

/** How and when somebody is written to about what happened; null where they are not. */
export function letterFor(
  { kind: of, timeZone, email, chosen }: Wanting,
  happened: Happening,
  { letterHold }: Pick<Platform['settings'], 'letterHold'>,
): Pick<Row, 'letter' | 'letterAt'> | null {
  const kind = happenings[happened]
  const letter = chosen ?? usualLetter(kind, of)
  if (noticeKinds[kind].portalOnly || letter === 'off' || !parseAddress(email ?? '')) return null
  return { letter, letterAt: letterTime(letter, { timeZone, hold: of === 'external' ? letterHold : 0 }) }
}

/** Queues the letters that go by themselves; those of an hour or a day are gathered by the clock. True where some wait for a while. */
export async function queueLetters(tx: Tx, { jobs }: Platform, made: Row[]): Promise<boolean> {
  const now = Date.now()
  let waits = false
  for (const { personId, aboutId, letter, letterAt } of made) {
    if (letter !== 'once' || !letterAt) continue
    if (letterAt.getTime() > now) waits = true
    await jobs.queue(tx, noticesLetter, { personId, aboutId, until: letterAt.toISOString() }, { after: letterAt })
  }
  return waits
}
