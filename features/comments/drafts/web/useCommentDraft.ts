import { addressed, type Addressing } from '#features/groups/web/door.tsx'
import type { DraftCalls } from '#features/writing/web/door.tsx'
import { comments } from '../../web/api.ts'
import type { BesideComment, CommentDraft } from '../contract.ts'

/** How a comment is kept while it is written: its words and files by the composer, and here for whom it is. */
export interface CommentKeeping {
  calls: DraftCalls<CommentDraft, { text: string; attachmentIds: string[]; beside: BesideComment }>
  beside: BesideComment
  bring: (draft: CommentDraft | null) => void
}

/** Words of a comment that a reply quotes, and who said them. */
export type Quoted = NonNullable<CommentDraft['quote']>

interface Quoting {
  quoted: Quoted | null
  /** Brings back what was quoted. */
  quote: (quoted: Quoted) => void
}

/** Keeps what somebody writes below a thing, or in reply to a comment, with what it quotes. */
export function useCommentDraft(
  below: { threadId: string; commentId?: string },
  to: Addressing,
  quoting?: Quoting,
): CommentKeeping {
  const address = to.chosen && addressed(to.chosen)
  const quoted = quoting?.quoted
  return {
    calls: {
      key: ['drafts', 'comment', below],
      ask: () => comments.draft.call(below),
      keep: (body, began) => comments.keepDraft.call({ ...below, ...body, began }),
      drop: (began) => comments.throwDraft.call({ ...below, began }),
    },
    beside: {
      ...(address ? { address } : {}),
      ...(quoted ? { quote: { commentId: quoted.commentId, text: quoted.text } } : {}),
    },
    bring(draft) {
      const { audience, lane } = draft?.address ?? {}
      if (draft?.quote) quoting?.quote(draft.quote)
      if (draft) to.restore(to.groupId, audience ? { audience, ...(lane ? { lane } : {}) } : null)
    },
  }
}
