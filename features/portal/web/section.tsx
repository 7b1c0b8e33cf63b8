import { IconLicense, IconMail, IconPalette } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { portalWords } from '../words.ts'

/** The portal itself on the screen: its set-up, its settings, its kept letters. */
export const portalSection: WebSection = {
  name: 'portal',
  openTo: 'everyone',
  publicPages: [
    { path: '/set-up', page: lazy(() => import('./SetUpPage.tsx').then((m) => ({ default: m.SetUpPage }))) },
  ],
  pages: [
    {
      path: '/welcome',
      page: lazy(() => import('./WelcomePage.tsx').then((m) => ({ default: m.WelcomePage }))),
      openTo: 'administrators',
    },
  ],
  settings: [
    {
      of: 'portal',
      label: label(portalWords, (w) => w.settings.title),
      icon: IconPalette,
      path: '/settings/portal',
      order: 10,
      page: lazy(() => import('./SettingsPage.tsx').then((m) => ({ default: m.SettingsPage }))),
      openTo: 'administrators',
    },
    {
      of: 'portal',
      label: label(portalWords, (w) => w.licence.title),
      icon: IconLicense,
      path: '/settings/licence',
      order: 35,
      page: lazy(() => import('./LicencePage.tsx').then((m) => ({ default: m.LicencePage }))),
      openTo: 'administrators',
    },
    {
      of: 'portal',
      label: label(portalWords, (w) => w.mail.title),
      icon: IconMail,
      path: '/settings/mail',
      order: 40,
      page: lazy(() => import('./MailPage.tsx').then((m) => ({ default: m.MailPage }))),
      openTo: 'administrators',
    },
  ],
}
