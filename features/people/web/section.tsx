import { IconAddressBook, IconBuildings, IconForms, IconUserCircle, IconUsers } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { companiesWords } from '../companies/words.ts'
import { fieldsWords } from '../fields/words.ts'
import { peopleWords } from '../words.ts'
import { findPeople } from './findPeople.ts'

const DirectoryPage = lazy(() => import('./DirectoryPage.tsx').then((m) => ({ default: m.DirectoryPage })))
const ProfilePage = lazy(() => import('./ProfilePage.tsx').then((m) => ({ default: m.ProfilePage })))
const OwnProfilePage = lazy(() => import('./OwnProfilePage.tsx').then((m) => ({ default: m.OwnProfilePage })))
const AdministrationPage = lazy(() =>
  import('./AdministrationPage.tsx').then((m) => ({ default: m.AdministrationPage })),
)

const CompaniesPage = lazy(() =>
  import('../companies/web/CompaniesPage.tsx').then((m) => ({ default: m.CompaniesPage })),
)
const StructurePage = lazy(() =>
  import('../departments/web/StructurePage.tsx').then((m) => ({ default: m.StructurePage })),
)
const FieldsPage = lazy(() => import('../fields/web/FieldsPage.tsx').then((m) => ({ default: m.FieldsPage })))
const CompanyPage = lazy(() => import('../companies/web/CompanyPage.tsx').then((m) => ({ default: m.CompanyPage })))

/** People on the screen: the directory or Contacts, profiles, one's own, the portal's list of everybody. */
export const peopleSection: WebSection = {
  name: 'people',
  openTo: 'everyone',
  menu: {
    label: label(peopleWords, (words) => words.employees),
    labelForExternals: label(peopleWords, (words) => words.contacts),
    icon: IconAddressBook,
    path: '/people',
    order: 60,
  },
  pages: [
    { path: '/people', page: DirectoryPage },
    { path: '/people/structure', page: StructurePage, openTo: 'employees' },
  ],
  records: [
    { path: '/people/$id', page: ProfilePage, label: label(peopleWords, (words) => words.profile) },
    { path: '/companies/$id', page: CompanyPage, label: label(companiesWords, (words) => words.company) },
  ],
  settings: [
    {
      of: 'person',
      label: label(peopleWords, (words) => words.own.title),
      icon: IconUserCircle,
      path: '/settings/profile',
      order: 10,
      page: OwnProfilePage,
      openTo: 'lobby',
    },
    {
      of: 'portal',
      label: label(peopleWords, (words) => words.people),
      icon: IconUsers,
      path: '/settings/people',
      order: 20,
      page: AdministrationPage,
      openTo: 'administrators',
    },
    {
      of: 'portal',
      label: label(companiesWords, (words) => words.title),
      icon: IconBuildings,
      path: '/settings/companies',
      order: 22,
      page: CompaniesPage,
      openTo: 'employees',
    },
    {
      of: 'portal',
      label: label(fieldsWords, (words) => words.title),
      icon: IconForms,
      path: '/settings/profile-fields',
      order: 24,
      page: FieldsPage,
      openTo: 'administrators',
    },
  ],
  search: { label: label(peopleWords, (words) => words.people), icon: IconAddressBook, order: 10, find: findPeople },
}
