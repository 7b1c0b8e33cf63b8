import { WrittenText } from '#features/comments/web/door.tsx'
import { Attachments, Written } from '#features/writing/web/door.tsx'
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
  if (editing) return <PostEdit post={post} close={close} />
  return (
    <>
      <Words post={post} whole={whole} />
      <Attachments files={post.attachments} />
    </>
  )
}

function Words({ post: { document, mentions, text, group, poll }, whole }: Pick<PostBodyProps, 'post' | 'whole'>) {
  // Where only a question was asked, the poll says it; where only files were sent, they do.
  if (!document && (text === '' || text === poll?.question)) return null
  if (!document) return <WrittenText text={text} fold={!whole} />
  return <Written document={document} mentions={mentions} text={text} fold={!whole} voice={group?.voice ?? false} />
}
