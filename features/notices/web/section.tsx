import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'

/** Notices on the screen: the bell, the page of all, and following and muting in the menu of a record. */
export const noticesSection: WebSection = {
  name: 'notices',
  openTo: 'everyone',
  topBar: lazy(() => import('./Bell.tsx').then((m) => ({ default: m.Bell }))),
  pages: [
    { path: '/notices', page: lazy(() => import('./NoticesPage.tsx').then((m) => ({ default: m.NoticesPage }))) },
  ],
  recordItems: lazy(() => import('./FollowItems.tsx').then((m) => ({ default: m.FollowItems }))),
}
