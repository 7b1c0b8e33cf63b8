import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import { readersAmong } from '#access/readers.ts'
import { signIns } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import { toolOfKind } from '#access/tools.ts'
import { signalTo } from '#events/signal.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { happenings, noticeKinds, type Happening } from '../kinds/contract.ts'
import { letterFor, queueLetters, type Wanting } from '../letters/server/queueing.ts'
import { queuePushes } from '../push/server/jobs.ts'
import { pushSubscriptions } from '../push/server/tables.ts'
import { notices } from './tables.ts'

/** What is told to whom. */
export interface Telling extends Placed {
  happened: Happening
  eventId: string
  actorId: string
  about: { kind: string; id: string }
  /** The comment that was said. */
  saidId?: string | undefined
  at: string
  /** True of what was brought in from the past: no letter goes. */
  past?: boolean
  to: string[]
}

/** So many are told in the transaction in which it is relayed; the rest in jobs. */
export const mostAtOnce = 200

const hour = 3_600_000
const day = 24 * hour

/** Writes the notices of some people, queues their letters and says so to their browsers. For the keeper. */
export async function tellSome(tx: Tx, platform: Platform, telling: Telling): Promise<void> {
  const { happened, eventId, actorId, about, saidId = null, spaceId, audienceId } = telling
  const at = new Date(telling.at)
  const letters = !telling.past && at.getTime() > Date.now() - day
  const wanting = (await whoWants(tx, telling)).flatMap((one) => {
    const letter = letters ? letterFor(one, happened, platform.settings) : null
    return one.inPortal || letter || (one.pushed && !isOld(at)) ? [{ ...one, letter }] : []
  })
  if (wanting.length === 0) return
  const made = await tx
    .insert(notices)
    .values(
      wanting.map(({ id: personId, inPortal, letter }) => {
        const common = { personId, inPortal, ...letter, eventId, happened, actorId, saidId, spaceId, audienceId, at }
        return { ...common, ...idAt(at), aboutKind: about.kind, aboutId: about.id, readAt: isOld(at) ? at : null }
      }),
    )
    .onConflictDoNothing()
    .returning()
  const told = made.map(({ personId }) => personId)
  const waits = await queueLetters(tx, platform, made)
  // Who said it is told that letters wait which they can take back.
  await signalTo(tx, 'notices.changed', waits ? [...told, actorId] : told)
  // Each way is asked for by itself: what stands in no list may be pushed all the same.
  if (!isOld(at)) await queuePushes(tx, platform, happenings[happened], made)
}

/** The list stands in the order of ids, which grow with time: what is brought in from the past has one of its time. */
function idAt(at: Date): { id?: string } {
  if (at.getTime() > Date.now() - hour) return {}
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return { id: bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') }
}

/** What was brought in from days ago stands in the list and does not ask to be read. */
const isOld = (at: Date): boolean => at.getTime() < Date.now() - 2 * day

/** Those who may read it and have not muted it, with what they chose for its kind. */
async function whoWants(
  tx: Tx,
  { happened, about, spaceId, audienceId, to }: Telling,
): Promise<(Wanting & { pushed: boolean })[]> {
  const kind = happenings[happened]
  const readers = await readersAmong(tx, audienceId, to, toolOfKind(about.kind))
  if (readers.length === 0) return []
  const { rows } = await tx.execute<Wanting & { pushed: boolean } & Record<string, unknown>>(sql`
    select p.id, p.kind, p.time_zone as "timeZone", i.email, s.portal_off_at is null as "inPortal", s.letter as chosen,
      s.push_off_at is null and exists (select from ${pushSubscriptions} d where d.person_id = p.id) as pushed
    from ${people} p left join notice_settings s on s.person_id = p.id and s.kind = ${kind} left join ${signIns} i on i.id = p.id
    where p.id = any (${sql.param(readers)}::uuid[]) and not exists (
      select from followings f where f.person_id = p.id and f.muted_at is not null
        and (f.about_id = ${about.id} or (f.about_kind = 'group' and f.space_id = ${spaceId} and not ${noticeKinds[kind].direct}::boolean)))`)
  return rows
}
