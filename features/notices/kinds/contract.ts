/** When a letter about something goes: by itself as soon as it may, or with others every hour or every morning. */
export const paces = ['once', 'hourly', 'daily', 'off'] as const
export type Pace = (typeof paces)[number]

/**
 * What people are told of, each with settings of its own; a later feature adds its line. `letter` is how it stands until somebody chooses, null where
 * people from outside are never told of it;
 * `direct` is what names somebody, and reaches them in a muted group too; `portalOnly` has letters of its own feature, or none.
 */
export const noticeKinds = {
  tasks: { letter: { employee: 'once', external: 'once' }, direct: true, portalOnly: false },
  mentions: { letter: { employee: 'once', external: 'once' }, direct: true, portalOnly: false },
  announcements: { letter: { employee: 'once', external: 'once' }, direct: true, portalOnly: false },
  appreciations: { letter: { employee: 'once', external: null }, direct: true, portalOnly: false },
  calendar: { letter: { employee: 'once', external: null }, direct: true, portalOnly: false },
  comments: { letter: { employee: 'hourly', external: 'once' }, direct: false, portalOnly: false },
  posts: { letter: { employee: 'off', external: 'once' }, direct: false, portalOnly: false },
  polls: { letter: { employee: 'hourly', external: 'once' }, direct: false, portalOnly: false },
  /** Posts to departments, and to everyone who works here. */
  company: { letter: { employee: 'off', external: 'off' }, direct: false, portalOnly: false },
  people: { letter: { employee: 'off', external: 'off' }, direct: true, portalOnly: true },
} as const satisfies Record<
  string,
  { letter: { employee: Pace; external: Pace | null }; direct: boolean; portalOnly: boolean }
>
export type NoticeKind = keyof typeof noticeKinds

/** What can have happened, and the kind that each belongs to; a later feature adds its line. */
export const happenings = {
  taskSet: 'tasks',
  taskChanged: 'tasks',
  taskCompleted: 'tasks',
  taskReopened: 'tasks',
  mentioned: 'mentions',
  announced: 'announcements',
  confirmationAwaited: 'announcements',
  appreciated: 'appreciations',
  eventBegins: 'calendar',
  eventChanged: 'calendar',
  commented: 'comments',
  posted: 'posts',
  pollEnded: 'polls',
  /** To somebody by name. */
  written: 'mentions',
  writtenToAll: 'company',
  asked: 'people',
  accepted: 'people',
} as const satisfies Record<string, NoticeKind>
export type Happening = keyof typeof happenings

/** What can have happened of which letters of notices go. */
export type Written = {
  [H in Happening]: (typeof noticeKinds)[(typeof happenings)[H]]['portalOnly'] extends true ? never : H
}[Happening]
export const isWritten = (happened: Happening): happened is Written => !noticeKinds[happenings[happened]].portalOnly
