import { IconMoodPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { commentsWords } from '../words.ts'

/** Comments have no page of their own: they stand below what they are about. Reactions of the portal's own are a page of its settings. */
export const commentsSection: WebSection = {
  name: 'comments',
  openTo: 'everyone',
  settings: [
    {
      of: 'portal',
      label: label(commentsWords, (words) => words.reactions.own.title),
      icon: IconMoodPlus,
      path: '/settings/reactions',
      order: 26,
      page: lazy(() => import('../reactions/web/EmojisPage.tsx').then((m) => ({ default: m.EmojisPage }))),
      openTo: 'administrators',
    },
  ],
  hearing: { reach: () => 'one', thing: (_call, { threadId }) => threadId },
}
