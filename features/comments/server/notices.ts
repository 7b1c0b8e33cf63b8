import { and, eq, isNull } from 'drizzle-orm'
import { audiences } from '#access/tables.ts'
import { when, type Reaction } from '#events/when.ts'
import { namesIn, roomIn, type Room } from '#features/groups/server/door.ts'
import { listenersOf, notify, type Said } from '#features/notices/server/door.ts'
import { attachmentsOf, calledByFiles, firstMentioned } from '#features/writing/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { commentAdded, commentEdited } from '../events.ts'
import { mentionedIn, shownText } from './mentions.ts'
import { comments, commentVersions } from './tables.ts'

/** Of a comment are told whoever made the thing or is responsible, whoever spoke there before, and whoever follows it. */
export const commentsNotices: Reaction[] = [
  // The event is about the post or task itself, so its noun is the thread's.
  when(commentAdded, async (told, tx, platform) => {
    const [comment] = await tx.select().from(comments).where(eq(comments.id, told.data.commentId))
    if (!comment || comment.deletedAt) return
    const to = await listenersOf(tx, { kind: told.aboutKind, id: told.aboutId })
    // Whoever is named is told of that, and not of the comment once more.
    const common = { saidId: comment.id, since: comment.createdAt }
    const mentioned = firstMentioned(await saidIn(tx, comment), null, ({ text }) => mentionedIn(text))
    await notify(tx, platform, told, { happened: 'mentioned', to: mentioned, ...common })
    await notify(tx, platform, told, { happened: 'commented', to, ...common })
  }),
  // Whoever is first mentioned by an edit is told of that; those who stood there before know it.
  when(commentEdited, async (told, tx, platform) => {
    const { commentId, versionId } = told.data
    const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId))
    if (!comment || comment.deletedAt || !versionId) return
    const to = firstMentioned(await saidIn(tx, comment), versionId, ({ text }) => mentionedIn(text))
    await notify(tx, platform, told, { happened: 'mentioned', to, saidId: commentId })
  }),
]

/** All that a comment has said, the first words first. */
async function saidIn(tx: Tx, comment: { id: string; text: string }): Promise<{ id: string; text: string }[]> {
  const versions = await tx
    .select({ id: commentVersions.id, text: commentVersions.text })
    .from(commentVersions)
    .where(eq(commentVersions.commentId, comment.id))
    .orderBy(commentVersions.id)
  return [...versions, comment]
}

/** What is said below things, for notices. */
export const commentsTalk = {
  async look(tx: Tx, ids: string[]): Promise<Said[]> {
    const rows = await tx
      .select({
        id: comments.id,
        text: comments.text,
        attachments: comments.attachments,
        spaceId: comments.spaceId,
        kind: audiences.kind,
      })
      .from(comments)
      .innerJoin(audiences, eq(audiences.id, comments.audienceId))
      // Of what was deleted nobody is told any more.
      .where(and(among(comments.id, ids), isNull(comments.deletedAt)))
    const rooms = new Map<string, Room>()
    for (const { spaceId } of rows) if (!rooms.has(spaceId)) rooms.set(spaceId, await roomIn(tx, spaceId))
    const named = await namesIn(
      tx,
      rooms.values(),
      rows.flatMap(({ text }) => mentionedIn(text)),
    )
    const files = await attachmentsOf(
      tx,
      rows.filter(({ text }) => text === ''),
    )
    return rows.map(({ id, text, attachments, spaceId, kind }) => ({
      id,
      text:
        shownText(text, (personId) => named(personId, rooms.get(spaceId))).text || calledByFiles(files(attachments)),
      team: kind === 'team',
    }))
  },
  async speakers(tx: Tx, threadId: string): Promise<string[]> {
    const rows = await tx
      .selectDistinct({ id: comments.authorId })
      .from(comments)
      .where(and(eq(comments.threadId, threadId), isNull(comments.deletedAt)))
    return rows.map(({ id }) => id)
  },
}
