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

/** Keeps what somebody writes below a thing, or in reply to a comment. */
export function useCommentDraft(below: { threadId: string; commentId?: string }, to: Addressing): CommentKeeping {
  const address = to.chosen && addressed(to.chosen)
  return {
    calls: {
      key: ['drafts', 'comment', below],
      ask: () => comments.draft.call(below),
      keep: (body, began) => comments.keepDraft.call({ ...below, ...body, began }),
      drop: (began) => comments.throwDraft.call({ ...below, began }),
    },
    beside: address ? { address } : {},
    bring(draft) {
      const { audience, lane } = draft?.address ?? {}
      if (draft) to.restore(to.groupId, audience ? { audience, ...(lane ? { lane } : {}) } : null)
    },
  }
}
