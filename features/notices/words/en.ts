import { plural } from '#ui/words/catalogue.ts'

/** The words of notices, in English. */
export const en = {
  title: 'Notices',
  bell: plural({ one: 'Notices: {n} unread', other: 'Notices: {n} unread' }),
  bellQuiet: 'Notices: nothing unread',
  all: 'All',
  unread: 'Unread',
  isUnread: 'Unread',
  readAll: 'Mark all as read',
  markRead: 'Mark as read',
  showAll: 'All notices',
  older: 'Show older notices',
  somebody: 'Somebody',
  empty: {
    title: 'Nothing has happened yet',
    text: 'When somebody comments on what is yours, gives you a task or writes in a group that you follow, you read it here.',
  },
  nothingUnread: {
    title: 'You have read everything',
    text: 'What is new appears here by itself.',
  },
  /** Sentences of what happened: of one person, and of one with others. */
  happened: {
    taskSet: (p: { who: string; title: string }) => `${p.who} has given you the task “${p.title}”`,
    taskChanged: (p: { who: string; title: string }) => `${p.who} has changed the task “${p.title}”`,
    taskCompleted: (p: { who: string; title: string }) => `${p.who} has completed the task “${p.title}”`,
    taskReopened: (p: { who: string; title: string }) => `${p.who} has opened the task “${p.title}” again`,
    mentioned: (p: { who: string; title: string }) => `${p.who} has mentioned you: “${p.title}”`,
    announced: (p: { who: string; title: string }) => `${p.who} asks you to confirm that you have read “${p.title}”`,
    confirmationAwaited: (p: { who: string; title: string }) =>
      `${p.who} reminds you to confirm that you have read “${p.title}”`,
    appreciated: (p: { who: string; title: string }) => `${p.who} appreciates you: “${p.title}”`,
    eventBegins: (p: { who: string; title: string }) => `In an hour: “${p.title}”`,
    eventChanged: (p: { who: string; title: string }) => `${p.who} has changed the time or place of “${p.title}”`,
    commented: (p: { who: string; title: string }) => `${p.who} has commented on “${p.title}”`,
    posted: (p: { who: string; title: string }) => `${p.who} has posted “${p.title}”`,
    pollEnded: (p: { who: string; title: string }) => `Your poll “${p.title}” has ended`,
    written: (p: { who: string; title: string }) => `${p.who} has written to you: “${p.title}”`,
    writtenToAll: (p: { who: string; title: string }) => `${p.who} has written to you and others: “${p.title}”`,
    asked: (p: { who: string; title: string }) => `${p.who} asks to be a member of “${p.title}”`,
    accepted: (p: { who: string; title: string }) => `${p.who} has accepted your invitation into “${p.title}”`,
  },
  together: {
    taskSet: plural({
      one: '{who} and {n} other have given you the task “{title}”',
      other: '{who} and {n} others have given you the task “{title}”',
    }),
    taskChanged: plural({
      one: '{who} and {n} other have changed the task “{title}”',
      other: '{who} and {n} others have changed the task “{title}”',
    }),
    taskCompleted: plural({
      one: '{who} and {n} other have completed the task “{title}”',
      other: '{who} and {n} others have completed the task “{title}”',
    }),
    taskReopened: plural({
      one: '{who} and {n} other have opened the task “{title}” again',
      other: '{who} and {n} others have opened the task “{title}” again',
    }),
    mentioned: plural({
      one: '{who} and {n} other have mentioned you: “{title}”',
      other: '{who} and {n} others have mentioned you: “{title}”',
    }),
    announced: plural({
      one: '{who} and {n} other ask you to confirm that you have read “{title}”',
      other: '{who} and {n} others ask you to confirm that you have read “{title}”',
    }),
    confirmationAwaited: plural({
      one: '{who} and {n} other remind you to confirm that you have read “{title}”',
      other: '{who} and {n} others remind you to confirm that you have read “{title}”',
    }),
    appreciated: plural({
      one: '{who} and {n} other appreciate you: “{title}”',
      other: '{who} and {n} others appreciate you: “{title}”',
    }),
    eventBegins: plural({ one: 'In an hour: “{title}”', other: 'In an hour: “{title}”' }),
    eventChanged: plural({
      one: '{who} and {n} other have changed the time or place of “{title}”',
      other: '{who} and {n} others have changed the time or place of “{title}”',
    }),
    commented: plural({
      one: '{who} and {n} other have commented on “{title}”',
      other: '{who} and {n} others have commented on “{title}”',
    }),
    posted: plural({
      one: '{who} and {n} other have posted “{title}”',
      other: '{who} and {n} others have posted “{title}”',
    }),
    pollEnded: plural({
      one: 'Your poll “{title}” has ended',
      other: 'Your poll “{title}” has ended',
    }),
    written: plural({
      one: '{who} and {n} other have written to you: “{title}”',
      other: '{who} and {n} others have written to you: “{title}”',
    }),
    writtenToAll: plural({
      one: '{who} and {n} other have written to you and others: “{title}”',
      other: '{who} and {n} others have written to you and others: “{title}”',
    }),
    asked: plural({
      one: '{who} and {n} other ask to be members of “{title}”',
      other: '{who} and {n} others ask to be members of “{title}”',
    }),
    accepted: plural({
      one: '{who} and {n} other have accepted your invitation into “{title}”',
      other: '{who} and {n} others have accepted your invitations into “{title}”',
    }),
  },
  follow: {
    follow: 'Follow',
    followGroup: 'Tell me of new posts',
    stop: 'Stop following',
    stopGroup: 'Stop telling me of new posts',
    mute: 'Mute',
    muteGroup: 'Mute this group',
    unmute: 'Unmute',
    unmuteGroup: 'Unmute this group',
    muteThis: (p: { title: string }) => `Mute “${p.title}”`,
    muted: 'Muted. You are told nothing more of it.',
    mutedGroup: 'Muted. You are told only what is meant for you: tasks, mentions and announcements.',
    undo: 'Undo',
  },
}
