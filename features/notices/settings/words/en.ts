/** The words with which one says how one wants to be told, in English. */
export const en = {
  title: 'Notices',
  text: 'What you are told, and how. These settings are yours alone; nobody else sees them.',
  what: 'About',
  channels: { portal: 'In the portal', push: 'Push', letter: 'By letter' },
  /** A control of the table, for those who hear it alone. */
  of: (p: { kind: string; channel: string }) => `${p.kind}: ${p.channel}`,
  kinds: {
    tasks: {
      called: 'Your tasks',
      says: 'One is given to you; one that is yours or that you set is changed, completed or opened again.',
    },
    mentions: { called: 'Mentions', says: 'Somebody names you in a post or a comment, or writes a post to you.' },
    announcements: {
      called: 'Announcements',
      says: 'You are asked to confirm that you have read something, or reminded of that.',
    },
    appreciations: { called: 'Appreciations', says: 'Somebody appreciates you in a post.' },
    calendar: { called: 'Events', says: 'An hour before something begins to which you come, or may come.' },
    comments: { called: 'Comments', says: 'On what is yours, where you wrote before, and on what you follow.' },
    posts: { called: 'New posts', says: 'In groups that tell you of new posts.' },
    polls: { called: 'Your polls', says: 'One that you asked ends, by its time or by somebody else.' },
    company: { called: 'Posts to many', says: 'To your department, or to everyone who works here.' },
    people: { called: 'People', says: 'Somebody asks to come into a group of yours, or accepts your invitation.' },
  },
  paces: { once: 'At once', hourly: 'Every hour', daily: 'Every morning', off: 'Off' },
  noLetter: 'No letters about this',
  none: '–',
  digests: (p: { zone: string }) =>
    `Letters of every hour and of every morning (8:00, ${p.zone}) gather what happened, and come only if something did.`,
  zone: 'Change the time zone',
  muted: 'What you have muted tells you nothing, whatever stands here.',
  noAddress: 'You have no e-mail address here, so no letters reach you.',
  returned: (p: { address: string }) =>
    `Letters to ${p.address} come back: the mail server did not take the last one. Give another address, or ask whoever runs that mailbox.`,
  changeAddress: 'Change the address',
  change: 'Settings of notices',
}
