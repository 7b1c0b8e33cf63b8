import { IconFileZip } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { exportsWords } from '../words.ts'

/** Records and copies on the screen: a part of a group's settings, and a page of one's own. */
export const exportsSection: WebSection = {
  name: 'exports',
  openTo: 'lobby',
  // Whoever loses a group loses its record.
  refreshedBy: ['groups'],
  groupNote: lazy(() => import('./GivenRecords.tsx').then((m) => ({ default: m.GivenRecords }))),
  groupSettingsPart: lazy(() => import('./RecordPart.tsx').then((m) => ({ default: m.RecordPart }))),
  settings: [
    {
      of: 'person',
      label: label(exportsWords, (words) => words.own.title),
      icon: IconFileZip,
      path: '/settings/data',
      order: 40,
      page: lazy(() => import('./MyDataPage.tsx').then((m) => ({ default: m.MyDataPage }))),
      openTo: 'lobby',
    },
  ],
}
