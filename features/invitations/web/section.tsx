import { IconUserPlus, IconUserShare } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { invitationsWords } from '../words.ts'

/** Invitations on the screen: a button and a part of every external group, a page for administrators, and the page behind a letter's link. */
export const invitationsSection: WebSection = {
  name: 'invitations',
  openTo: 'everyone',
  refreshedBy: ['groups', 'requests'],
  publicPages: [
    { path: '/join/$token', page: lazy(() => import('./JoinPage.tsx').then((m) => ({ default: m.JoinPage }))) },
    {
      path: '/room/$token',
      page: lazy(() => import('../link/web/LinkPage.tsx').then((m) => ({ default: m.LinkPage }))),
    },
  ],
  groupActions: [
    {
      label: label(invitationsWords, (words) => words.invite),
      icon: IconUserShare,
      order: 30,
      show: (group) => group.external,
      form: lazy(() => import('./InviteForm.tsx').then((m) => ({ default: m.InviteForm }))),
    },
  ],
  newActions: [
    {
      label: label(invitationsWords, (words) => words.invite),
      icon: IconUserShare,
      order: 50,
      form: lazy(() => import('./InviteAnywhere.tsx').then((m) => ({ default: m.InviteAnywhere }))),
    },
  ],
  groupMembersPart: {
    order: 10,
    component: lazy(() => import('./PendingPeople.tsx').then((m) => ({ default: m.PendingPeople }))),
  },
  settings: [
    {
      of: 'portal',
      label: label(invitationsWords, (words) => words.title),
      icon: IconUserPlus,
      path: '/settings/invitations',
      order: 30,
      page: lazy(() => import('./InvitationsPage.tsx').then((m) => ({ default: m.InvitationsPage }))),
      openTo: 'administrators',
    },
  ],
}
