import { IconId, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { sponsoringWords } from '../sponsoring/words.ts'
import { groupsWords } from '../words.ts'
import { findGroups } from './findGroups.ts'

const GroupPage = lazy(() => import('./GroupPage.tsx').then((m) => ({ default: m.GroupPage })))

/** Groups on the screen. */
export const groupsSection: WebSection = {
  name: 'groups',
  openTo: 'everyone',
  menu: { label: label(groupsWords, (words) => words.title), icon: IconUsersGroup, path: '/groups', order: 30 },
  pages: [
    { path: '/groups', page: lazy(() => import('./GroupsPage.tsx').then((m) => ({ default: m.GroupsPage }))) },
    { path: '/groups/$id', page: GroupPage },
    { path: '/groups/$id/$tab', page: GroupPage },
    {
      path: '/renew/$key',
      page: lazy(() => import('../sponsoring/web/RenewPage.tsx').then((m) => ({ default: m.RenewPage }))),
      openTo: 'employees',
    },
    {
      path: '/groups/$id/settings',
      page: lazy(() => import('./GroupSettingsPage.tsx').then((m) => ({ default: m.GroupSettingsPage }))),
    },
  ],
  newActions: [
    {
      label: label(groupsWords, (words) => words.newGroup),
      icon: IconUsersGroup,
      order: 40,
      openTo: 'employees',
      form: lazy(() => import('./GroupForm.tsx').then((m) => ({ default: m.GroupForm }))),
    },
  ],
  groupTab: {
    label: label(groupsWords, (words) => words.members.title),
    order: 90,
    path: 'members',
    component: lazy(() => import('./MemberList.tsx').then((m) => ({ default: m.MemberList }))),
  },
  groupActions: [
    {
      label: label(groupsWords, (words) => words.add.title),
      icon: IconUserPlus,
      order: 20,
      openTo: 'employees',
      show: (group) => group.addsColleagues,
      form: lazy(() => import('./AddColleagues.tsx').then((m) => ({ default: m.AddColleagues }))),
    },
  ],
  settings: [
    {
      of: 'person',
      label: label(sponsoringWords, (words) => words.own.title),
      icon: IconId,
      path: '/settings/access',
      order: 15,
      openTo: 'externals',
      page: lazy(() => import('../sponsoring/web/OwnAccessPage.tsx').then((m) => ({ default: m.OwnAccessPage }))),
    },
  ],
  personPart: {
    label: label(sponsoringWords, (words) => words.part.title),
    order: 10,
    ofExternals: true,
    component: lazy(() => import('../sponsoring/web/SponsorPart.tsx').then((m) => ({ default: m.SponsorPart }))),
  },
  companyPart: {
    label: label(groupsWords, (words) => words.title),
    component: lazy(() => import('./CompanyGroups.tsx').then((m) => ({ default: m.CompanyGroups }))),
  },
  search: { label: label(groupsWords, (words) => words.title), icon: IconUsersGroup, order: 20, find: findGroups },
  feedEntries: {
    'groups.memberJoined': { icon: IconUserPlus, says: (language) => say(groupsWords, language).joined },
  },
  menuExtra: lazy(() => import('./MyGroups.tsx').then((m) => ({ default: m.MyGroups }))),
}
