import { and, eq, isNull } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { laneNames, namesIn, roomIn } from '#features/groups/server/door.ts'
import { draftIn, waitingOf, type Composer, type DraftRow } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mentionedIn, shownText } from '../../server/mentions.ts'
import { comments } from '../../server/tables.ts'
import { threadRow } from '../../server/threads.ts'
import { besideComment, type BesideComment, type CommentDraft } from '../contract.ts'

/** Below what one writes, and in reply to which comment of it. */
export interface Below {
  threadId: string
  commentId?: string | undefined
}

/** The composer below a thing that the person asking sees, or in reply to a comment of it that they read. */
export async function composerBelow(tx: Tx, { threadId, commentId }: Below): Promise<Composer> {
  const { id } = await threadRow(tx, threadId)
  if (!commentId) return { kind: 'comment', placeId: id }
  return { kind: 'comment', placeId: found(await standingAt(tx, { threadId: id, commentId })).id }
}

/** A comment of a thing, as long as it is there for the person asking. */
async function standingAt(tx: Tx, { threadId, commentId }: { threadId: string; commentId: string }) {
  const [comment] = await tx
    .select({ id: comments.id, authorId: comments.authorId })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.threadId, threadId), isNull(comments.deletedAt)))
  return comment
}

/** What stands beside the words; of a kind that nobody keeps any more, nothing. */
const besideOf = ({ beside }: DraftRow): BesideComment => besideComment.safeParse(beside).data ?? {}

/** The comment that the person asking has begun there; whom it names is asked now, and under their rules. */
export async function getCommentDraft(
  tx: Tx,
  me: Pick<Me, 'id'>,
  below: Below,
): Promise<{ draft: CommentDraft | null }> {
  const row = await draftIn(tx, me, await composerBelow(tx, below))
  if (!row) return { draft: null }
  const room = await roomIn(tx, (await threadRow(tx, below.threadId)).spaceId)
  const { address, quote } = besideOf(row)
  const quoted = quote && (await standingAt(tx, { threadId: below.threadId, commentId: quote.commentId }))
  const named = await namesIn(tx, [room], [...mentionedIn(row.text), ...(quoted ? [quoted.authorId] : [])])
  const { text, mentions } = shownText(row.text, (personId) => named(personId, room))
  const lane = address?.laneId ? ((await laneNames(tx, [address.laneId])).get(address.laneId) ?? null) : null
  const { id, version, savedAt } = row
  return {
    draft: {
      id,
      version,
      savedAt,
      text,
      mentions,
      attachments: await waitingOf(tx, me, row.attachments),
      address: address && (!address.laneId || lane) ? { audience: address.audience, lane } : null,
      quote: quoted ? { commentId: quoted.id, author: named(quoted.authorId, room), text: quote.text } : null,
    },
  }
}
