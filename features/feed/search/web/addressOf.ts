import type { FoundPiece } from '../contract.ts'

/** Where something that was found is read: the post, or the post at that comment. */
export const addressOf = ({ postId, commentId }: FoundPiece): string =>
  commentId ? `/posts/${postId}#comment-${commentId}` : `/posts/${postId}`
