import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { portal } from './tables.ts'

/** Sets the portal up by the sample's name, unless it has one of its own already. */
export async function seedPortal(platform: Platform, { name }: { name: string }): Promise<void> {
  await asKeeper(platform.database, (tx) => tx.insert(portal).values({ name }).onConflictDoNothing())
}
