import { IconBell } from '@tabler/icons-react'
import { lazy } from 'react'
import { PushKeeper } from '../push/web/PushKeeper.tsx'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { settingsWords } from '../settings/words.ts'

/** Notices on the screen: the bell, the page of all, and following and muting in the menu of a record. */
export const noticesSection: WebSection = {
  name: 'notices',
  openTo: 'everyone',
  beside: PushKeeper,
  topBar: lazy(() => import('./Bell.tsx').then((m) => ({ default: m.Bell }))),
  pages: [
    { path: '/notices', page: lazy(() => import('./NoticesPage.tsx').then((m) => ({ default: m.NoticesPage }))) },
  ],
  publicPages: [
    {
      path: '/mute/$token',
      page: lazy(() => import('../letters/web/MutePage.tsx').then((m) => ({ default: m.MutePage }))),
    },
  ],
  settings: [
    {
      of: 'person',
      label: label(settingsWords, (w) => w.title),
      icon: IconBell,
      path: '/settings/notices',
      order: 15,
      page: lazy(() => import('../settings/web/SettingsPage.tsx').then((m) => ({ default: m.SettingsPage }))),
    },
  ],
  recordItems: lazy(() => import('./FollowItems.tsx').then((m) => ({ default: m.FollowItems }))),
}
