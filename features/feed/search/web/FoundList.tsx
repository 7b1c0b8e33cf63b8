import { IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NextPage } from '#ui/controls/NextPage.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Asked } from '../../reading/web/useFeed.ts'
import { feedWords } from '../../words.ts'
import { searching } from './api.ts'
import { FoundCard } from './FoundCard.tsx'
import classes from './FoundList.module.css'

interface FoundListProps {
  /** What the feed is narrowed by beside the words; kinds are those of what happened, and only what was said is searched. */
  asked: Asked
  words: string
  /** Hears which element the list is. */
  setList: (list: HTMLElement | null) => void
}

/** Posts and comments in which all the words stand, newest first. */
export function FoundList({ asked: { kind: _, ...asked }, words: sought, setList }: FoundListProps) {
  const words = useWords(feedWords)
  const list = useInfiniteQuery(
    searching.search.infiniteOptions({
      input: (after: string | undefined) => ({ words: sought, ...asked, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  if (list.isPending) return <ListSkeleton rows={4} faces />
  if (list.isError && !list.data) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  const pieces = list.data.pages.flatMap((page) => page.items)
  const done = !list.isPlaceholderData
  return (
    <>
      <span className="loggia-hidden" role="status">
        {done && (pieces.length > 0 ? words.search.shown(pieces.length) : words.search.nothing.title)}
      </span>
      {pieces.length === 0 && done && <EmptyState icon={IconSearchOff} {...words.search.nothing} />}
      <ol className={classes.list} ref={setList} aria-busy={!done} aria-label={words.search.palette}>
        {pieces.map((piece) => (
          <li key={piece.id} className={classes.piece} tabIndex={-1} data-piece={piece.id}>
            <FoundCard piece={piece} withGroup={!asked.group} />
          </li>
        ))}
      </ol>
      <NextPage list={list} label={words.older} />
    </>
  )
}
