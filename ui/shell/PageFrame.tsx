import { Suspense } from 'react'
import { ListSkeleton } from '../controls/ListSkeleton.tsx'
import { NotFoundState } from '../controls/NotFoundState.tsx'
import { useMeOrNobody } from '../me.ts'
import { isOpenTo, type SectionPage } from '../section.ts'
import { PageFailure } from './PageFailure.tsx'

/** Draws one page of a section: while it comes a skeleton, when it breaks a sentence, when it is not open nothing at all. */
export function PageFrame({ page, params }: { page: SectionPage; params: Readonly<Record<string, string>> }) {
  const me = useMeOrNobody()
  if (me && !isOpenTo(page.openTo, me)) return <NotFoundState />
  return (
    <PageFailure>
      <Suspense fallback={<ListSkeleton />}>
        <page.page params={params} />
      </Suspense>
    </PageFailure>
  )
}
