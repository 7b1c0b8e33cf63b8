import { Button, Text } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconUserSearch, IconWorld } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { oversight } from '../../web/api.ts'
import { Acts } from '../../acts/web/Acts.tsx'
import { SelectionBar } from '../../acts/web/SelectionBar.tsx'
import { useSelection } from '../../acts/web/useSelection.ts'
import { externalsWords } from '../words.ts'
import classes from './ExternalPeoplePage.module.css'
import { OverseenRows } from './OverseenRows.tsx'
import { Tools } from './Tools.tsx'
import { useFilter } from './useFilter.ts'

/** Everybody from outside for administrators; for others those they answer for or invited (SEE-1). */
export function ExternalPeoplePage() {
  const words = useWords(externalsWords)
  const { administrator } = useMe()
  const { filter, order, narrowed, set, clear } = useFilter()
  const list = useInfiniteQuery({
    ...oversight.externals.list.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, order, limit: 60, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { data: count } = useQuery({
    ...oversight.externals.count.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const found = list.data?.pages.flatMap((page) => page.items)
  const selection = useSelection(filter)
  return (
    <>
      <h2 className={classes.title}>{words.title}</h2>
      <Text size="sm" c="dimmed" mb="sm">
        {administrator ? words.text : words.textMine}
      </Text>
      {(narrowed || found === undefined || found.length > 0) && <Tools filter={filter} order={order} set={set} />}
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={10} faces />}
      {found && found.length > 0 && (
        <>
          <Text size="sm" c="dimmed" role="status" className={classes.count}>
            {count && (count.more ? words.countMore(count.count) : words.count(count.count))}
          </Text>
          <OverseenRows
            people={found}
            stale={list.isPlaceholderData}
            order={order}
            sort={(next) => set('order', next === 'name' ? '' : next)}
            selection={selection}
          />
        </>
      )}
      {found?.length === 0 && !list.isPlaceholderData && <Nobody narrowed={narrowed} clear={clear} />}
      {list.hasNextPage && (
        <Button variant="default" mt="sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <div className={classes.foot}>
        <Acts />
        {found && selection.chosen && (
          <SelectionBar
            count={selection.everyone ? (count?.count ?? 0) : selection.ids.length}
            all={count && !count.more && !selection.everyone ? count.count : null}
            chooseAll={selection.chooseEveryone}
            whom={selection.everyone ? { matching: filter } : { ids: selection.ids }}
            clear={selection.clear}
          />
        )}
      </div>
    </>
  )
}

function Nobody({ narrowed, clear }: { narrowed: boolean; clear: () => void }) {
  const words = useWords(externalsWords)
  const { administrator } = useMe()
  if (narrowed)
    return (
      <EmptyState
        icon={IconUserSearch}
        title={words.noMatch}
        text={words.noMatchText}
        act={
          <Button variant="default" onClick={clear}>
            {words.clearAll}
          </Button>
        }
      />
    )
  return administrator ? (
    <EmptyState icon={IconWorld} title={words.empty} text={words.emptyText} />
  ) : (
    <EmptyState icon={IconWorld} title={words.emptyMine} text={words.emptyMineText} />
  )
}
