import { IconEye } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { oversightWords } from '../words.ts'

const WhoCanSee = lazy(() => import('./WhoCanSee.tsx').then((m) => ({ default: m.WhoCanSee })))

/** Oversight on the screen: who can see a record, from the menu of every record. */
export const oversightSection: WebSection = {
  name: 'oversight',
  openTo: 'everyone',
  // Who sees something changes with the members of a group and the people of a task.
  refreshedBy: ['groups', 'tasks', 'people'],
  recordActions: [
    { label: label(oversightWords, (words) => words.whoCanSee), icon: IconEye, order: 90, open: WhoCanSee },
  ],
}
