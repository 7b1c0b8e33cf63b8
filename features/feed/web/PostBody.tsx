import { WrittenText } from '#features/comments/web/door.tsx'
import { Written } from '#features/writing/web/door.tsx'
import type { Post } from '../contract.ts'
import { PostEdit } from './PostEdit.tsx'

interface PostBodyProps {
  post: Post
  /** Shows all of it, however long. */
  whole: boolean
  editing: boolean
  /** Ends editing. */
  close: () => void
}

/** What a post says, or where its author changes that. */
export function PostBody({ post, whole, editing, close }: PostBodyProps) {
  const { document, mentions, text, group } = post
  if (editing) return <PostEdit post={post} close={close} />
  // Where only a question was asked, the poll says it.
  if (!document && text === post.poll?.question) return null
  if (!document) return <WrittenText text={text} fold={!whole} />
  return <Written document={document} mentions={mentions} text={text} fold={!whole} voice={group.voice} />
}
