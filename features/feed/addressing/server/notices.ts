import { and, eq, isNull } from 'drizzle-orm'
import { circles, seats } from '#access/tables.ts'
import type { Told } from '#events/when.ts'
import { notify, notifyCircles, notifyGroup } from '#features/notices/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { addressees } from './tables.ts'

/** Tells whom a post is addressed to: people by name at once, groups as of any post of theirs, departments and everyone who works here under a kind of its own. */
export async function tellAddressees(
  tx: Tx,
  platform: Platform,
  told: Told<unknown>,
  { audienceId, createdAt: since }: { audienceId: string; createdAt: Date },
): Promise<void> {
  const named = await tx.select().from(addressees).where(eq(addressees.audienceId, audienceId))
  const to = named.flatMap(({ personId }) => personId ?? [])
  await notify(tx, platform, told, { happened: 'written', to, since })
  for (const { groupId } of named)
    if (groupId) await notifyGroup(tx, platform, told, { happened: 'posted', groupId, since })
  const ofPortal = await tx
    .select({ id: circles.id })
    .from(seats)
    .innerJoin(circles, and(eq(circles.id, seats.circleId), isNull(circles.spaceId)))
    .where(eq(seats.audienceId, audienceId))
  await notifyCircles(tx, platform, told, { happened: 'writtenToAll', circleIds: ofPortal.map(({ id }) => id), since })
}
