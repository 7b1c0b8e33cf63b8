import { and, eq, isNotNull } from 'drizzle-orm'
import type { Told } from '#events/when.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Happening } from '../kinds/contract.ts'
import { tellGroup } from './jobs.ts'
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
  const { id: eventId, actorId, spaceId, audienceId } = told
  const about = { kind: told.aboutKind, id: told.aboutId }
  await jobs.queue(tx, tellGroup, {
    groupId,
    happened,
    eventId,
    actorId,
    spaceId,
    audienceId,
    about,
    past: isPast(since, told.at),
    at: since.toISOString(),
  })
}
