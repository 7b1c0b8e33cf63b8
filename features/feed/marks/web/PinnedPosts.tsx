import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/useWords.ts'
import { PostCard } from '../../web/PostCard.tsx'
import { feedWords } from '../../words.ts'
import { keeping } from './api.ts'
import classes from './PinnedPosts.module.css'

/** What is pinned in a group, on top of its feed; nothing where nothing is. */
export function PinnedPosts({ groupId }: { groupId: string }) {
  const words = useWords(feedWords)
  const { data } = useQuery(keeping.pins.queryOptions({ input: { id: groupId } }))
  if (!data || data.items.length === 0) return null
  return (
    <section className={classes.pinned} aria-label={words.keep.pinnedPosts}>
      {data.items.map((post) => (
        <PostCard key={post.id} post={post} />
      ))}
    </section>
  )
}
