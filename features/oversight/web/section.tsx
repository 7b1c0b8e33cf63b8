import { IconEye, IconWorld } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { IfAnswering } from '../externals/web/IfAnswering.tsx'
import { externalsWords } from '../externals/words.ts'
import { oversightWords } from '../words.ts'

const WhoCanSee = lazy(() => import('./WhoCanSee.tsx').then((m) => ({ default: m.WhoCanSee })))
const ExternalPeoplePage = lazy(() =>
  import('../externals/web/ExternalPeoplePage.tsx').then((m) => ({ default: m.ExternalPeoplePage })),
)
const ExternalPersonPage = lazy(() =>
  import('../externals/web/ExternalPersonPage.tsx').then((m) => ({ default: m.ExternalPersonPage })),
)

/** Oversight on the screen: who can see a record, from the menu of every record; the people from outside. */
export const oversightSection: WebSection = {
  name: 'oversight',
  openTo: 'everyone',
  // Who sees something changes with the members of a group and the people of a task.
  refreshedBy: ['groups', 'tasks', 'people'],
  records: [
    {
      path: '/external-people/$id',
      page: ExternalPersonPage,
      label: label(externalsWords, (words) => words.one),
      openTo: 'employees',
    },
  ],
  settings: [
    {
      of: 'portal',
      label: label(externalsWords, (words) => words.title),
      icon: IconWorld,
      path: '/settings/external-people',
      order: 21,
      page: ExternalPeoplePage,
      openTo: 'employees',
      listedIf: IfAnswering,
      wide: true,
    },
  ],
  recordActions: [
    { label: label(oversightWords, (words) => words.whoCanSee), icon: IconEye, order: 90, open: WhoCanSee },
  ],
}
