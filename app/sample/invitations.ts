import type { SampleInvitation } from './shape.ts'

/** Two people who were asked in and have not come yet. */
export const invitations: SampleInvitation[] = [
  {
    key: 'acme-tessa',
    group: 'acme',
    email: 'tessa.wynn@acme.example',
    company: 'acme',
    invitedBy: 'ruth',
    daysAgo: 2,
    language: 'en',
    note: 'Tessa, Kim asked me to bring you in before the colour review. Everything agreed so far is in the feed.',
  },
  {
    key: 'suppliers-bauyrzhan',
    group: 'suppliers',
    email: 'bauyrzhan@aqtas-glass.example',
    company: 'aqtas',
    invitedBy: 'dmitri',
    daysAgo: 6,
    language: 'ru',
    note: 'Бауыржан, Айгерим сказала, что замеры теперь ведёте вы. Здесь чертежи и сроки по Алматы.',
  },
]
