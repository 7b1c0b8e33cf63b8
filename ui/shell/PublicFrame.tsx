import { PageFrame } from './PageFrame.tsx'
import { PublicCard } from './PublicCard.tsx'
import type { SectionPage } from '../section.ts'

/** What stands around a page that is shown without signing in. */
export function PublicFrame({ page, params }: { page: SectionPage; params: Readonly<Record<string, string>> }) {
  return (
    <PublicCard>
      <PageFrame page={page} params={params} />
    </PublicCard>
  )
}
