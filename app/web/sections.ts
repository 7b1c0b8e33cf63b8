import { portalSection } from '#features/portal/web/section.tsx'
import { accountSection } from '#features/account/web/section.tsx'
import { writingSection } from '#features/writing/web/section.tsx'
import { commentsSection } from '#features/comments/web/section.tsx'
import { feedSection } from '#features/feed/web/section.tsx'
import { tasksSection } from '#features/tasks/web/section.tsx'
import { repliesSection } from '#features/replies/web/section.tsx'
import { oversightSection } from '#features/oversight/web/section.tsx'
import { peopleSection } from '#features/people/web/section.tsx'
import { groupsSection } from '#features/groups/web/section.tsx'
import { exportsSection } from '#features/exports/web/section.tsx'
import { noticesSection } from '#features/notices/web/section.tsx'
import { invitationsSection } from '#features/invitations/web/section.tsx'
import { requestsSection } from '#features/requests/web/section.tsx'
import type { WebSection } from '#ui/section.ts'

/** The sections of the portal, in the order in which features may know each other; mirrors app/server.ts. */
export const sections: readonly WebSection[] = [
  portalSection,
  accountSection,
  peopleSection,
  groupsSection,
  noticesSection,
  exportsSection,
  requestsSection,
  invitationsSection,
  writingSection,
  commentsSection,
  feedSection,
  tasksSection,
  repliesSection,
  oversightSection,
]
