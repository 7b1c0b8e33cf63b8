import { and, desc, eq, lt } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { groupRow, mustBeOpen, mustUse, namesIn, roomIn } from '#features/groups/server/door.ts'
import { attachmentsOf, peopleIn, placeAttachments, placePictures, showWriting } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { NewCalendarEvent } from '../calendar-events/contract.ts'
import { changeCalendarEvent } from '../calendar-events/server/actions.ts'
import type { Post, PostVersion } from '../contract.ts'
import { edited, tagged } from '../events.ts'
import { setTags } from '../tags/server/tagging.ts'
import { getPost, postRow } from './queries.ts'
import { take, type Said } from './said.ts'
import { posts, postVersions } from './tables.ts'

/** Changes the words and the tags of one's own post. What it said before is kept where the post stands, for its readers. */
export async function changePost(
  tx: Tx,
  me: Pick<Me, 'id'>,
  id: string,
  input: Said & { tags?: string[] | undefined; calendarEvent?: NewCalendarEvent | undefined },
): Promise<Post> {
  const before = await postRow(tx, id)
  if (before.authorId !== me.id) throw refused('NOT_THE_AUTHOR', 'Only whoever wrote a post changes its words.')
  if (before.groupId) {
    const group = await groupRow(tx, before.groupId)
    mustBeOpen(group)
    await mustUse(tx, group, 'feed', 'change')
  }
  const said = await take(tx, me, before, input, before.attachments)
  const retagged = input.tags ? await setTags(tx, me, before, input.tags) : false
  if (input.calendarEvent) await changeCalendarEvent(tx, before, input.calendarEvent)
  if (isSame(said, before)) {
    if (retagged) await tell(tx, tagged, { about: before, data: {} })
    return getPost(tx, id)
  }
  const { spaceId, audienceId } = before
  const [version] = await tx
    .insert(postVersions)
    .values({
      postId: id,
      spaceId,
      audienceId,
      authorId: me.id,
      text: before.text,
      document: before.document,
      attachments: before.attachments,
      writtenAt: before.editedAt ?? before.createdAt,
    })
    .returning({ id: postVersions.id })
  const [changed] = await tx
    .update(posts)
    .set({ ...said, editedAt: new Date() })
    .where(eq(posts.id, id))
    .returning()
  await placePictures(tx, me, { ...before, kind: 'post' }, said.document)
  await placeAttachments(tx, me, { ...before, attachments: said.attachments, kind: 'post' })
  await tell(tx, edited, { about: found(changed), data: { versionId: found(version).id } })
  return getPost(tx, id)
}

const isSame = (one: Kept, other: Kept): boolean =>
  JSON.stringify([one.text, one.document, one.attachments]) ===
  JSON.stringify([other.text, other.document, other.attachments])

type Kept = Pick<typeof posts.$inferSelect, 'text' | 'document' | 'attachments'>

/** What a post said before, the last first. */
export async function listVersions(
  tx: Tx,
  { id, limit, after }: { id: string; limit: number; after?: string | undefined },
): Promise<{ items: PostVersion[]; next: string | null }> {
  const post = await postRow(tx, id)
  const rows = await tx
    .select()
    .from(postVersions)
    .where(and(eq(postVersions.postId, post.id), after ? lt(postVersions.id, after) : undefined))
    .orderBy(desc(postVersions.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const room = await roomIn(tx, post.spaceId)
  const shown = await showWriting(tx, page, await namesIn(tx, [room], peopleIn(page)))
  const files = await attachmentsOf(tx, page)
  return {
    items: page.map((row) => ({
      id: row.id,
      ...shown(row, room),
      attachments: files(row.attachments),
      writtenAt: row.writtenAt,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
