import { eq } from 'drizzle-orm'
import { audiences, spaces } from '#access/tables.ts'
import type { Shown } from '#events/shown.ts'
import { when, type Reaction, type Told } from '#events/when.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { rankOf } from '../../reading/server/rank.ts'
import { activities } from '../../reading/server/tables.ts'
import { everyShown } from './slots.ts'

/** What happens elsewhere in a group becomes an entry of its feed (FEED-3). */
export const entryReactions = (): Reaction[] =>
  everyShown().map((shown) => when(shown.happened, (told, tx) => putIntoFeed(tx, shown, told)))

/** The entry stands where its event stands, and goes with it: whoever may know of the one reads the other, and nobody else. */
async function putIntoFeed(tx: Tx, shown: Shown, told: Told<unknown>): Promise<void> {
  const { id: eventId, spaceId, audienceId, kind, actorId } = told
  if (!(await inGroup(tx, audienceId))) return
  const at = await shown.at(tx, told)
  if (!at) return
  await tx.insert(activities).values({
    spaceId,
    audienceId,
    noun: shown.noun,
    kind,
    eventId,
    thingId: shown.thing(told),
    actorId,
    rose: rankOf(at, eventId),
    at,
    whole: true,
    part: true,
  })
}

/** Whether a place is one of a group: what stands between people by name is nobody else's news. */
async function inGroup(tx: Tx, audienceId: string): Promise<boolean> {
  const [place] = await tx
    .select({ space: spaces.kind, audience: audiences.kind })
    .from(audiences)
    .innerJoin(spaces, eq(spaces.id, audiences.spaceId))
    .where(eq(audiences.id, audienceId))
  return place?.space === 'group' && place.audience !== 'named'
}
