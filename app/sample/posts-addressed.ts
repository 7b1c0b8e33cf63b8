import type { SamplePost } from './shape.ts'

/** What is said to others than one group: to everyone who works at Orlanta, to a department, to people by name, to a group and a department together. */
export const addressedPosts: SamplePost[] = [
  {
    key: 'addressed-everyone',
    to: [{ kind: 'everyone' }],
    author: 'helena',
    audience: 'everyone',
    daysAgo: 6,
    text: 'The figures of the third quarter are in: eleven handovers, none late. Thank you. I answer your questions at the town hall, in Warsaw and on screen.',
    calendarEvent: {
      title: 'Town hall',
      place: 'Warsaw, large hall, and on screen',
      inDays: 4,
      hours: [9, 10],
      answers: { yes: ['celine', 'gita', 'stefan'], maybe: ['rustam'], no: ['asel'] },
    },
    likes: ['celine', 'gita', 'stefan'],
    comments: [
      { author: 'gita', text: 'I have put the screen for the Dublin office into the small room.', hoursAfter: 3 },
    ],
  },
  {
    key: 'addressed-workshop',
    to: [{ kind: 'department', key: 'workshop' }],
    author: 'marek',
    audience: 'everyone',
    daysAgo: 3,
    text: 'Nowe stawki za pracę w sobotę obowiązują od pierwszego. Tabela leży u Stefana, pytania proszę do mnie.',
    comments: [{ author: 'stefan', text: 'Mam. Rozdam na odprawie.', hoursAfter: 2 }],
  },
  {
    key: 'addressed-thanks',
    to: [
      { kind: 'department', key: 'workshop' },
      { kind: 'person', key: 'liam' },
    ],
    author: 'boris',
    audience: 'everyone',
    daysAgo: 4,
    text: 'Thirty-two worktops for Ferry House, cut in one week and not one to do again.',
    appreciation: { badge: 'quality', people: ['kasia', 'wiktor'] },
    comments: [{ author: 'liam', text: 'I saw them at the site today. They fit to the millimetre.', hoursAfter: 5 }],
  },
  {
    key: 'addressed-kim',
    to: [
      { kind: 'person', key: 'kim' },
      { kind: 'person', key: 'celine' },
    ],
    author: 'liam',
    audience: 'everyone',
    daysAgo: 2,
    text: 'Kim, Celine: before we show the colours to everybody on Monday, could the three of us walk the fourth floor once? Friday at nine suits me.',
    comments: [{ author: 'kim', text: 'Friday at nine. I bring the keys of the west side.', hoursAfter: 1 }],
  },
  {
    key: 'addressed-guarantees',
    to: [
      { kind: 'person', key: 'marek' },
      { kind: 'person', key: 'fiona' },
    ],
    author: 'helena',
    audience: 'everyone',
    daysAgo: 2,
    hoursAgo: 4,
    text: 'Before the signing I want to go through the guarantees once more, the three of us and nobody else.',
  },
  {
    key: 'addressed-acme-and-workshop',
    to: [
      { kind: 'group', key: 'acme' },
      { kind: 'department', key: 'workshop' },
    ],
    author: 'liam',
    audience: 'everyone',
    daysAgo: 1,
    announcement: { confirmedBy: ['kim', 'kasia'] },
    text: 'Ferry House is measured: the desks of the fourth floor go into production on Monday. Kasia plans the saw, Ingrid opens the loading bay for the first lorry on the 12th.',
    comments: [
      { author: 'ingrid', text: 'The bay is booked from seven to eight.', hoursAfter: 2 },
      { author: 'kasia', text: 'Piła jest wolna od poniedziałku, pierwsze blaty w środę.', hoursAfter: 3 },
    ],
  },
]
