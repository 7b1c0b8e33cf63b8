import { appear, audienceOf } from '#access/spaces.ts'
import { found } from '#access/errors.ts'
import { tell } from '#events/tell.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { requestMade } from '../events.ts'
import { requests } from './tables.ts'

interface Asking {
  personId: string
  /** Whoever invited them; left out where they ask for themselves. */
  invitedBy?: string
  accessUntil?: string | null
  /** What the invitation says they are to do here. */
  purpose?: string
  /** What the letter called the group. */
  groupName: string
}

/**
 * Writes down that somebody asks to be a member; asking twice is asking once. Those who decide must know whom they decide on, so
 * a person from outside is known to the team by name from now on. For the keeper.
 */
export async function makeRequest(tx: Tx, group: GroupRow, asking: Asking): Promise<void> {
  const team = found(await audienceOf(tx, group.spaceId, 'team'))
  const [made] = await tx
    .insert(requests)
    .values({ ...team, groupId: group.id, ...asking })
    .onConflictDoNothing()
    .returning()
  if (!made) return
  if (asking.invitedBy) await appear(tx, asking.personId, team)
  await tell(tx, requestMade, { about: made, data: {}, by: asking.personId })
}
