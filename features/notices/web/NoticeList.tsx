import { IconBell, IconChecks } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NextPage } from '#ui/controls/NextPage.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { noticesWords } from '../words.ts'
import classes from './NoticeList.module.css'
import { NoticeRow } from './NoticeRow.tsx'
import { useNotices } from './useNotices.ts'

interface NoticeListProps {
  perPage: number
  /** Only what is not read. */
  unread?: boolean
  /** Goes on to older ones by itself. */
  whole?: boolean
  /** Called when one was followed. */
  chosen?: () => void
}

/** Notices, newest first. */
export function NoticeList({ perPage, unread = false, whole = false, chosen }: NoticeListProps) {
  const words = useWords(noticesWords)
  const { list, items } = useNotices({ perPage, unread })
  if (list.isPending) return <ListSkeleton rows={4} faces />
  if (list.isError && items.length === 0) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0 && unread) return <EmptyState icon={IconChecks} {...words.nothingUnread} />
  if (items.length === 0) return <EmptyState icon={IconBell} {...words.empty} />
  return (
    <>
      <ol className={classes.list}>
        {items.map((notice) => (
          <NoticeRow key={`${notice.happened} ${notice.about.id}`} notice={notice} chosen={chosen} />
        ))}
      </ol>
      {whole && <NextPage list={list} label={words.older} />}
    </>
  )
}
