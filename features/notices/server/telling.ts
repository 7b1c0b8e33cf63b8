import { and, eq, isNotNull } from 'drizzle-orm'
import type { Told } from '#events/when.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Happening } from '../kinds/contract.ts'
import { tellCircles, tellGroup } from './jobs.ts'
import { thingsOf } from './looking.ts'
import { isPast } from './notify.ts'
import { talk } from './slots.ts'
import { followings } from './tables.ts'

/** Who is told of what is said below a thing: whoever made it or is responsible, whoever spoke there before, whoever follows it. For the keeper. */
export async function listenersOf(tx: Tx, { kind, id }: { kind: string; id: string }): Promise<string[]> {
  const partakers = (await thingsOf(kind)?.partakers(tx, id)) ?? []
  const followers = await tx
    .select({ id: followings.personId })
    .from(followings)
    .where(and(eq(followings.aboutId, id), isNotNull(followings.followedAt)))
  return [...partakers, ...(await talk().speakers(tx, id)), ...followers.map((one) => one.id)]
}

/** Tells all who are told of what is new in a group: in jobs, however many they are. */
export async function notifyGroup(
  tx: Tx,
  { jobs }: Platform,
  told: Told<unknown>,
  { groupId, happened, since }: { groupId: string; happened: Happening; since: Date },
): Promise<void> {
  await jobs.queue(tx, tellGroup, { groupId, ...tellingOf(told, happened, since) })
}

/** Tells all who are in some circles, in jobs too. */
export async function notifyCircles(
  tx: Tx,
  { jobs }: Platform,
  told: Told<unknown>,
  { circleIds, happened, since }: { circleIds: string[]; happened: Happening; since: Date },
): Promise<void> {
  if (circleIds.length > 0) await jobs.queue(tx, tellCircles, { circleIds, ...tellingOf(told, happened, since) })
}

const tellingOf = (told: Told<unknown>, happened: Happening, since: Date) => ({
  happened,
  eventId: told.id,
  actorId: told.actorId,
  spaceId: told.spaceId,
  audienceId: told.audienceId,
  about: { kind: told.aboutKind, id: told.aboutId },
  past: isPast(since, told.at),
  at: since.toISOString(),
})
