import { Button } from '@mantine/core'
import { IconArrowUp, IconMessages } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import { EntryCard } from '../entries/web/EntryCard.tsx'
import { useFeed } from '../reading/web/useFeed.ts'
import { PostCard } from './PostCard.tsx'
import classes from './PostList.module.css'
import { useNearEnd } from '#ui/useNearEnd.ts'

/** The feed, newest activity first: of one group, or of all that the person reads. */
export function PostList({ groupId }: { groupId?: string }) {
  const words = useWords(feedWords)
  const { list, items, fresh, showFresh } = useFeed(groupId ? { group: groupId } : {})
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  }
  const end = useNearEnd(more)
  if (list.isPending) return <ListSkeleton rows={5} faces />
  if (list.isError && items.length === 0) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0) return groupId ? <EmptyState icon={IconMessages} {...words.emptyGroup} /> : <QuietFeed />
  return (
    <>
      <div className={classes.fresh} role="status">
        {fresh > 0 && (
          <Button size="xs" radius="xl" leftSection={<IconArrowUp size={15} aria-hidden />} onClick={showFresh}>
            {words.fresh(fresh)}
          </Button>
        )}
      </div>
      <ol className={classes.list}>
        {items.map(({ key, post, entry }) => (
          <li key={key}>
            {post && <PostCard post={post} withGroup={!groupId} />}
            {entry && <EntryCard entry={entry} withGroup={!groupId} />}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <div ref={end} className={classes.end}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={more}>
            {words.older}
          </Button>
        </div>
      )}
    </>
  )
}

/** Nothing is written anywhere yet: the way to where one can begin. */
function QuietFeed() {
  const words = useWords(feedWords)
  const groups = (
    <Button component={PageLink} to="/groups" variant="default">
      {words.toGroups}
    </Button>
  )
  return <EmptyState icon={IconMessages} {...words.empty} act={groups} />
}
