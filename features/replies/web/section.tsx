import { IconMailQuestion } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { repliesWords } from '../words.ts'

/** Letters that come in on the screen: those that became no comment, for administrators. */
export const repliesSection: WebSection = {
  name: 'replies',
  openTo: 'administrators',
  settings: [
    {
      of: 'portal',
      label: label(repliesWords, (words) => words.title),
      icon: IconMailQuestion,
      path: '/settings/letters-in',
      order: 41,
      page: lazy(() => import('./LettersInPage.tsx').then((m) => ({ default: m.LettersInPage }))),
      openTo: 'administrators',
    },
  ],
}
