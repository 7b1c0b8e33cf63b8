import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { openThread } from '#features/comments/server/door.ts'
import { groupRow, membersAmong, mustUse, placeIn, type Addressed } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { forgetDraft, placeAttachments, placePictures } from '#features/writing/server/door.ts'
import type { NewPoll } from '../polls/contract.ts'
import { addPoll, wordsOf } from '../polls/server/adding.ts'
import { addAnnouncement } from '../announcements/server/actions.ts'
import type { NewAnnouncement } from '../announcements/contract.ts'
import { addAppreciation } from '../appreciations/server/actions.ts'
import type { NewAppreciation } from '../appreciations/contract.ts'
import { addCalendarEvent } from '../calendar-events/server/actions.ts'
import type { NewCalendarEvent } from '../calendar-events/contract.ts'
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

/** Posts to a group that the person asking is in (FEED-2). `postedAt` is for what is brought in from the past. */
export async function addPost(
  tx: Tx,
  me: Pick<Me, 'id'>,
  input: Addressed & Said & Added & { groupId: string },
  postedAt?: Date,
): Promise<Post> {
  const group = await groupRow(tx, input.groupId)
  const [member] = await membersAmong(tx, group.id, [me.id])
  if (!member)
    throw refused('MEMBERS_ONLY', 'Only members of this group can post in it. Join it first, or ask its owner.')
  await mustUse(tx, group, 'feed', 'add')
  const { spaceId, audienceId } = await placeIn(tx, me, group, input)
  const said = await take(tx, me, { spaceId, audienceId }, { ...input, text: input.text ?? wordsOf(input.poll) })
  const [row] = await tx
    .insert(posts)
    .values({
      spaceId,
      audienceId,
      groupId: group.id,
      authorId: me.id,
      ...said,
      ...(postedAt ? { createdAt: postedAt } : {}),
    })
    .returning()
  const made = found(row)
  await forgetDraft(tx, me, made)
  await placePictures(tx, me, { ...made, kind: 'post' }, made.document)
  await placeAttachments(tx, me, { ...made, kind: 'post' })
  if (input.tags) await setTags(tx, me, made, input.tags)
  await openThread(tx, { ...made, kind: 'post' })
  await beginPost(tx, made)
  await addPoll(tx, me, made, input.poll, postedAt !== undefined)
  await addAnnouncement(tx, me, made, input.announcement)
  await addAppreciation(tx, me, made, input.appreciation)
  await addCalendarEvent(tx, me, made, input.calendarEvent)
  await tell(tx, posted, { about: made, data: { groupId: group.id } })
  return getPost(tx, made.id)
}
