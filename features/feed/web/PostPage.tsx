import { useQuery } from '@tanstack/react-query'
import { ReadAbout } from '#features/notices/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ExternalGroupChip } from '#ui/controls/ExternalGroupChip.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import type { PageProps } from '#ui/section.ts'
import { useStanding } from '#ui/shell/standing.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import { feed } from './api.ts'
import classes from './FeedPage.module.css'
import { PostCard } from './PostCard.tsx'

/** One post with all that is said below it. */
export function PostPage({ params }: PageProps) {
  const words = useWords(feedWords)
  const standing = useStanding()
  const { data: post, error, refetch } = useQuery(feed.get.queryOptions({ input: { id: params.id ?? '' } }))
  if (error && !post) return <ErrorState error={error} retry={() => void refetch()} />
  if (!post) return <ListSkeleton rows={3} faces />
  return (
    <div className={classes.column}>
      <ReadAbout id={post.id} />
      {standing === 'page' && (
        <PageHeader
          title={post.group ? words.postIn({ group: post.group.name }) : words.post}
          mark={post.group?.external && <ExternalGroupChip />}
        />
      )}
      <PostCard post={post} withGroup open />
    </div>
  )
}
