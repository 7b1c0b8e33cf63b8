import { Comments } from '#features/comments/web/door.tsx'
import { usePostReaders } from '../addressing/web/usePostReaders.ts'
import type { Post } from '../contract.ts'
import classes from './PostCard.module.css'

/** What is said below a post; read by whoever reads the post. */
export function PostComments({ post }: { post: Post }) {
  const { group, audience, lane } = post
  const readers = usePostReaders(post)
  return (
    <div className={classes.comments}>
      <Comments
        threadId={post.id}
        place={
          group
            ? { tool: 'feed', groupId: group.id, voice: group.voice, archived: group.archived, audience, lane }
            : { groupId: null, voice: false, readers }
        }
      />
    </div>
  )
}
