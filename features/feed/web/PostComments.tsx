import { Comments } from '#features/comments/web/door.tsx'
import { useReaders } from '#features/groups/web/door.tsx'
import type { Post } from '../contract.ts'
import classes from './PostCard.module.css'

/** What is said below a post; read by whoever reads the post. */
export function PostComments({ post }: { post: Post }) {
  const readers = useReaders(post.group.id, post.audience)
  return (
    <div className={classes.comments}>
      <Comments threadId={post.id} readers={readers} />
    </div>
  )
}
