import { sql } from 'drizzle-orm'
import { hashed } from '#access/sessions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { muteLinks } from '../../server/tables.ts'

/** What a link mutes: a thing or a group by its noun and id, or the letters of a pace. */
export type Muting = { kind: string; id: string; spaceId: string } | { kind: 'hourly' | 'daily' }

/** The address in a letter that mutes for its reader. For the same it is the same, so that one row stands for many letters. */
export async function muteLinkFor(
  tx: Tx,
  { standIn, settings }: Pick<Platform, 'standIn' | 'settings'>,
  personId: string,
  about: Muting,
): Promise<URL> {
  const { id: aboutId, spaceId } = 'id' in about ? about : { id: null, spaceId: null }
  const token = standIn('mute', personId, about.kind, aboutId ?? '')
  await tx
    .insert(muteLinks)
    .values({ hash: hashed(token), personId, aboutKind: about.kind, aboutId, spaceId })
    .onConflictDoUpdate({ target: muteLinks.hash, set: { madeAt: sql`now()` } })
  return new URL(`/mute/${token}`, settings.url)
}
