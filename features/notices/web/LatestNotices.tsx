import { Button, ScrollArea } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { noticesWords } from '../words.ts'
import classes from './LatestNotices.module.css'
import { useRead } from './useNotices.ts'

// Fetched by whoever looks: the bell alone stands on every page.
const NoticeList = lazy(() => import('./NoticeList.tsx').then((m) => ({ default: m.NoticeList })))

/** What stands behind the bell: the latest, and the way to all of them. */
export function LatestNotices({ close }: { close: () => void }) {
  const words = useWords(noticesWords)
  const reading = useRead()
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        <Button size="compact-sm" variant="subtle" loading={reading.isPending} onClick={() => reading.mutate({})}>
          {words.readAll}
        </Button>
      </div>
      <ScrollArea.Autosize mah="min(60vh, 520px)">
        <Suspense fallback={<ListSkeleton rows={4} faces />}>
          <NoticeList perPage={12} chosen={close} />
        </Suspense>
      </ScrollArea.Autosize>
      <div className={classes.foot}>
        <PageLink to="/notices" onClick={close}>
          {words.showAll}
        </PageLink>
      </div>
    </>
  )
}
