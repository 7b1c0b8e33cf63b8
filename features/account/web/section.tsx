import { IconKey, IconShieldLock } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { accountWords } from '../words.ts'
import { ProofQuestion } from '../proof/web/ProofQuestion.tsx'

/** One's own account on the screen: the ways in, security, access tokens. */
export const accountSection: WebSection = {
  name: 'account',
  openTo: 'lobby',
  publicPages: [
    { path: '/sign-in', page: lazy(() => import('./SignInPage.tsx').then((m) => ({ default: m.SignInPage }))) },
    { path: '/sign-in/link/$token', page: lazy(() => import('./LinkPage.tsx').then((m) => ({ default: m.LinkPage }))) },
    {
      path: '/sign-in/reset/$token',
      page: lazy(() => import('./ResetPage.tsx').then((m) => ({ default: m.ResetPage }))),
    },
    {
      path: '/sign-in/email/$token',
      page: lazy(() => import('../email/web/EmailPage.tsx').then((m) => ({ default: m.EmailPage }))),
    },
  ],
  beside: ProofQuestion,
  heldBack: lazy(() => import('../second-factor/web/HeldBack.tsx').then((m) => ({ default: m.HeldBack }))),
  settings: [
    {
      of: 'person',
      label: label(accountWords, (w) => w.security.title),
      icon: IconShieldLock,
      path: '/settings/security',
      order: 20,
      page: lazy(() => import('./SecurityPage.tsx').then((m) => ({ default: m.SecurityPage }))),
      openTo: 'lobby',
    },
    {
      of: 'person',
      label: label(accountWords, (w) => w.tokens.title),
      icon: IconKey,
      path: '/settings/tokens',
      order: 30,
      page: lazy(() => import('./TokensPage.tsx').then((m) => ({ default: m.TokensPage }))),
      openTo: 'lobby',
    },
    {
      of: 'portal',
      label: label(accountWords, (w) => w.rules.title),
      icon: IconShieldLock,
      path: '/settings/portal-security',
      order: 30,
      page: lazy(() => import('../second-factor/web/RulesPage.tsx').then((m) => ({ default: m.RulesPage }))),
      openTo: 'administrators',
    },
  ],
}
