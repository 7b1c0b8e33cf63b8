import { Suspense } from 'react'
import { ListSkeleton } from '../controls/ListSkeleton.tsx'
import type { WebSection } from '../section.ts'
import { PageFailure } from './PageFailure.tsx'
import { PublicCard } from './PublicCard.tsx'

/** The frame around the one page of somebody who has to show a second factor first. */
export function HeldBackFrame({ sections, letGo }: { sections: readonly WebSection[]; letGo: () => void }) {
  return (
    <>
      <PublicCard>
        <PageFailure>
          <Suspense fallback={<ListSkeleton />}>
            {sections.map(({ name, heldBack: Page }) => Page && <Page key={name} letGo={letGo} />)}
          </Suspense>
        </PageFailure>
      </PublicCard>
      {sections.map(({ name, beside: Part }) => Part && <Part key={name} />)}
    </>
  )
}
