import { Comments } from '#features/comments/web/door.tsx'
import { useReaders } from '#features/groups/web/door.tsx'
import type { Post } from '../contract.ts'

/** What is said below a post; read by whoever reads the post. */
export function PostComments({ post }: { post: Post }) {
  const readers = useReaders(post.group.id, post.audience)
  return <Comments threadId={post.id} readers={readers} />
}
