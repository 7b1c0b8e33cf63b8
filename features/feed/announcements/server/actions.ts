import { found, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { signalTo } from '#events/signal.ts'
import { groupRow, mustBeOpen } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { postRow } from '../../server/queries.ts'
import { worksHere } from '../../server/staff.ts'
import type { Announcement, NewAnnouncement } from '../contract.ts'
import { announcementsOf } from './queries.ts'
import { announcements, confirmations } from './tables.ts'

type Made = Placed & { id: string }

/** Makes an announcement of a post that was just written. */
export async function addAnnouncement(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id, spaceId, audienceId }: Made,
  asked: NewAnnouncement | undefined,
): Promise<void> {
  if (!asked) return
  if (!(await worksHere(tx)))
    throw refused('STAFF_ANNOUNCE', 'Only those who work here ask for a post to be confirmed.')
  await tx.insert(announcements).values({ postId: id, spaceId, audienceId, authorId: me.id })
}

/** Confirms that one has read an announcement; having done so already is fine. Its author hears of it, and nobody else. */
export async function confirm(tx: Tx, me: Pick<Me, 'id'>, id: string): Promise<Announcement> {
  const { groupId, spaceId, audienceId, authorId } = await postRow(tx, id)
  const now = await itOf(tx, id)
  if (now.confirmedAt) return now
  if (!now.asked) {
    if (groupId) mustBeOpen(await groupRow(tx, groupId))
    if (authorId !== me.id) throw refused('ONLY_READ_HERE', 'Your group is archived: this is read and no more.')
    throw refused('OWN_ANNOUNCEMENT', 'Whoever wrote an announcement is not asked to confirm it.')
  }
  await tx.insert(confirmations).values({ postId: id, personId: me.id, spaceId, audienceId }).onConflictDoNothing()
  await signalTo(tx, 'feed.confirmed', [me.id, authorId])
  return itOf(tx, id)
}

async function itOf(tx: Tx, id: string): Promise<Announcement> {
  return found((await announcementsOf(tx, [id])).get(id))
}
