import { Button } from '@mantine/core'
import { IconArrowUp, IconFilterOff, IconMessages } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NextPage } from '#ui/controls/NextPage.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { PinnedPosts } from '../marks/web/PinnedPosts.tsx'
import { FeedFilters } from '../reading/web/FeedFilters.tsx'
import { FeedItems } from '../reading/web/FeedItems.tsx'
import { KeysHelp } from '../reading/web/KeysHelp.tsx'
import { useFeed, type Asked } from '../reading/web/useFeed.ts'
import { useFeedKeys } from '../reading/web/useFeedKeys.ts'
import { useFilters } from '../reading/web/useFilters.ts'
import { FoundList } from '../search/web/FoundList.tsx'
import { feedWords } from '../words.ts'
import classes from './PostList.module.css'

/** The feed with its filters: of one group, or of all that the person reads. */
export function PostList({ groupId }: { groupId?: string }) {
  const filters = useFilters(groupId)
  const [helping, setHelping] = useState(false)
  const keys = useFeedKeys(() => setHelping(true))
  const [upTo, setUpTo] = useState<string>()
  return (
    <>
      <FeedFilters
        groupId={groupId}
        filters={filters}
        upTo={upTo}
        goToUnread={keys.goToUnread}
        showKeys={() => setHelping(true)}
        field={keys.search}
      />
      {groupId && !filters.narrowed && <PinnedPosts groupId={groupId} />}
      {filters.search ? (
        <FoundList asked={filters.asked} words={filters.search} setList={keys.setList} />
      ) : (
        <Narrowed
          key={JSON.stringify(filters.asked)}
          asked={filters.asked}
          narrowed={filters.narrowed}
          setList={keys.setList}
          reached={setUpTo}
        />
      )}
      <KeysHelp opened={helping} close={() => setHelping(false)} />
    </>
  )
}

interface NarrowedProps {
  asked: Asked
  narrowed: boolean
  setList: ReturnType<typeof useFeedKeys>['setList']
  /** Hears up to which place all is on the screen. */
  reached: (place: string | undefined) => void
}

/** What there is of it, newest activity first. */
function Narrowed({ asked, narrowed, setList, reached }: NarrowedProps) {
  const words = useWords(feedWords)
  const { list, items, fresh, upTo, showFresh } = useFeed(asked)
  useEffect(() => reached(upTo), [reached, upTo])
  if (list.isPending) return <ListSkeleton rows={5} faces />
  if (list.isError && items.length === 0) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0 && narrowed) return <EmptyState icon={IconFilterOff} {...words.show.nothing} />
  if (items.length === 0) return asked.group ? <EmptyState icon={IconMessages} {...words.emptyGroup} /> : <QuietFeed />
  return (
    <>
      <div className={classes.fresh} role="status">
        {fresh > 0 && (
          <Button size="xs" radius="xl" leftSection={<IconArrowUp size={15} aria-hidden />} onClick={showFresh}>
            {words.fresh(fresh)}
          </Button>
        )}
      </div>
      <FeedItems items={items} withGroup={!asked.group} withPinned={narrowed || !asked.group} setList={setList} />
      <NextPage list={list} label={words.older} />
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
