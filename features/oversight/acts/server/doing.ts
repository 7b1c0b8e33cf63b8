import { and, eq, isNotNull } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { changeSponsorship, removeMember, renewMember } from '#features/groups/server/door.ts'
import { members } from '#features/groups/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Sight } from '../../externals/server/matching.ts'
import type { externalActs } from '../../server/tables.ts'

/** Somebody with whom an act is to be done, with those of their groups that it is about. */
export interface Item {
  personId: string
  groupIds: string[]
}

type ActRow = typeof externalActs.$inferSelect

/** The groups of somebody that an act is about. For the keeper. */
export async function groupsFor(tx: Tx, { spaces }: Sight, act: ActRow, personId: string): Promise<string[]> {
  if (act.kind !== 'extend' && act.kind !== 'remove') return []
  const rows = await tx
    .select({ id: members.groupId })
    .from(members)
    .where(
      and(
        eq(members.personId, personId),
        act.groupId ? eq(members.groupId, act.groupId) : undefined,
        act.kind === 'extend' ? isNotNull(members.until) : undefined,
        spaces ? among(members.spaceId, spaces) : undefined,
      ),
    )
  return rows.map(({ id }) => id)
}

/** Does an act with one person, by the verbs of the single acts: they say whether it may be. What is done already is done. */
export async function doWith(database: Database, me: Me, act: ActRow, { personId, groupIds }: Item): Promise<void> {
  if (act.kind === 'sponsor') {
    if (act.sponsorId) await changeSponsorship(database, me, { id: personId, sponsorId: act.sponsorId })
  } else if (act.kind === 'remove') {
    for (const groupId of groupIds) await removeMember(database, me, groupId, personId)
  } else {
    if (groupIds.length === 0) throw refused('NO_LAST_DAY', 'Nothing ends for them: no last day was said.')
    for (const id of groupIds) await renewMember(database, me, { id, personId, until: act.until })
  }
}
