import { found, invalid, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { openThread } from '#features/comments/server/door.ts'
import { groupRow, membersAmong, mustUse, placeIn, type Addressed } from '#features/groups/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { placeAttachments, placePictures, sendDraft } from '#features/writing/server/door.ts'
import type { NewPoll } from '../polls/contract.ts'
import { addPoll, wordsOf } from '../polls/server/adding.ts'
import { choose } from '../addressing/server/choosing.ts'
import { standingFor } from '../addressing/server/keeper.ts'
import type { AddresseeAsked } from '../addressing/contract.ts'
import { addAnnouncement } from '../announcements/server/actions.ts'
import type { NewAnnouncement } from '../announcements/contract.ts'
import { addAppreciation } from '../appreciations/server/actions.ts'
import type { NewAppreciation } from '../appreciations/contract.ts'
import { addCalendarEvent } from '../calendar-events/server/actions.ts'
import type { NewCalendarEvent } from '../calendar-events/contract.ts'
import { notBesideOutside, staffAlone } from './staff.ts'
import { setTags } from '../tags/server/tagging.ts'
import { beginPost } from '../reading/server/rising.ts'
import type { Post } from '../contract.ts'
import { posted } from '../events.ts'
import { take, type Said } from './said.ts'
import { getPost } from './queries.ts'
import { posts } from './tables.ts'

/** What else stands in a post. */
interface Added {
  tags?: string[] | undefined
  poll?: NewPoll | undefined
  announcement?: NewAnnouncement | undefined
  appreciation?: NewAppreciation | undefined
  calendarEvent?: NewCalendarEvent | undefined
}

interface Posted extends Addressed, Said, Added {
  groupId?: string | undefined
  /** In place of a group: any mix of whom it is for. */
  to?: AddresseeAsked[] | undefined
  /** What it was until now. */
  draft?: { id: string } | undefined
}

/** Posts to a group that the person asking is in, or to whom they name (FEED-2, FEED-4). `postedAt` is for what is brought in from the past. */
export async function addPost(
  tx: Tx,
  { database, me }: { database: Database; me: Pick<Me, 'id' | 'kind'> },
  input: Posted,
  postedAt?: Date,
): Promise<Post> {
  const { groupId, spaceId, audienceId } = await placeFor(tx, { database, me }, input)
  const said = await take(tx, me, { spaceId, audienceId }, { ...input, text: input.text ?? wordsOf(input.poll) })
  const [row] = await tx
    .insert(posts)
    .values({
      spaceId,
      audienceId,
      groupId,
      authorId: me.id,
      ...said,
      ...(postedAt ? { createdAt: postedAt } : {}),
    })
    .returning()
  const made = found(row)
  await sendDraft(tx, me, input.draft)
  await placePictures(tx, me, { ...made, kind: 'post' }, made.document)
  await placeAttachments(tx, me, { ...made, kind: 'post' })
  if (input.tags) await setTags(tx, me, made, input.tags)
  await openThread(tx, { ...made, kind: 'post' })
  await beginPost(tx, made)
  await addPoll(tx, me, made, input.poll, postedAt !== undefined)
  await addAnnouncement(tx, me, made, input.announcement)
  await addAppreciation(tx, me, made, input.appreciation)
  await addCalendarEvent(tx, me, made, input.calendarEvent)
  await tell(tx, posted, { about: made, data: { groupId } })
  return getPost(tx, made.id)
}

/** Where it stands: what is for exactly one group in that group, as ever. */
async function placeFor(
  tx: Tx,
  { database, me }: { database: Database; me: Pick<Me, 'id' | 'kind'> },
  { groupId, to, audience, laneId, ...others }: Posted,
): Promise<Placed & { groupId: string | null }> {
  const [first, second] = to ?? []
  if (groupId && !to) return inGroup(tx, me, groupId, { audience, laneId })
  if (!first || groupId) throw invalid('to', 'Say whom this is for: one group, or in “to” whom you mean.')
  if (audience === 'team' || laneId) throw invalid('audience', 'For whom of a group this is is said in “to”.')
  if (first.kind === 'group' && !second)
    return inGroup(tx, me, first.id, { audience: first.team ? 'team' : 'everyone' })
  const alone = (others.appreciation ?? others.calendarEvent) !== undefined
  if (alone && me.kind === 'external') throw staffAlone()
  const chosen = await choose(tx, me, to ?? [])
  if (alone && chosen.outside) throw notBesideOutside()
  return { ...(await standingFor(database, me, chosen, { alone })), groupId: null }
}

async function inGroup(
  tx: Tx,
  me: Pick<Me, 'id'>,
  id: string,
  addressed: Addressed,
): Promise<Placed & { groupId: string }> {
  const group = await groupRow(tx, id)
  const [member] = await membersAmong(tx, group.id, [me.id])
  if (!member)
    throw refused('MEMBERS_ONLY', 'Only members of this group can post in it. Join it first, or ask its owner.')
  await mustUse(tx, group, 'feed', 'add')
  const { spaceId, audienceId } = await placeIn(tx, me, group, addressed)
  return { spaceId, audienceId, groupId: id }
}
