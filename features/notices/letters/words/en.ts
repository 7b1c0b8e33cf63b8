import { plural } from '#ui/words/catalogue.ts'

/** The words of letters about notices, and of muting and taking back, in English. */
export const en = {
  /** The same for every letter about a thing, so that mail programs keep them together. */
  subject: (p: { title: string; group: string }) => `${p.title} · ${p.group}`,
  gathered: {
    hourly: plural({ one: 'What is new: {n} thing', other: 'What is new: {n} things' }),
    daily: plural({ one: 'Since yesterday: {n} thing', other: 'Since yesterday: {n} things' }),
  },
  greeting: (p: { name: string }) => `Hello ${p.name},`,
  newThings: 'this is what happened:',
  /** What happened, below the name of the thing that it happened to. */
  happened: {
    taskSet: (p: { who: string }) => `${p.who} has given you this task`,
    taskChanged: (p: { who: string }) => `${p.who} has changed this task`,
    taskCompleted: (p: { who: string }) => `${p.who} has completed this task`,
    taskReopened: (p: { who: string }) => `${p.who} has opened this task again`,
    mentioned: (p: { who: string }) => `${p.who} has mentioned you`,
    announced: (p: { who: string }) => `${p.who} asks you to confirm that you have read this`,
    confirmationAwaited: (p: { who: string }) => `${p.who} reminds you to confirm that you have read this`,
    appreciated: (p: { who: string }) => `${p.who} appreciates you`,
    eventBegins: 'Begins in an hour',
    eventChanged: (p: { who: string }) => `${p.who} has changed the time or place`,
    commented: (p: { who: string }) => `${p.who} has commented`,
    posted: (p: { who: string }) => `${p.who} has posted`,
    pollEnded: 'Your poll has ended',
    written: (p: { who: string }) => `${p.who} has written to you`,
    writtenToAll: (p: { who: string }) => `${p.who} has written to you and others`,
  },
  reads: {
    team: 'Only the team reads this',
    lane: (p: { name: string }) => `${p.name} and the team read this`,
    outside: 'People from outside read this too',
  },
  open: 'Open in the portal',
  link: 'Or copy this address into your browser:',
  more: plural({ one: '{n} more thing in the portal', other: '{n} more things in the portal' }),
  answer: {
    everyone: (p: { title: string }) =>
      `Answer this letter to comment. Whoever reads “${p.title}” will read what you write.`,
    team: 'Answer this letter to comment. Only the team will read what you write.',
    lane: (p: { name: string }) => `Answer this letter to comment. ${p.name} and the team will read what you write.`,
  },
  why: {
    tasks: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because this task is yours or was set by you.`,
    mentions: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because somebody mentioned you.`,
    written: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because it was written to you.`,
    company: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because you are told of posts to your department and to everyone.`,
    comments: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because it is about something that is yours, where you wrote, or that you follow.`,
    posts: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because you are told of new posts in this group.`,
    announcements: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because an announcement in it asks for your attention.`,
    appreciations: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because somebody appreciates you.`,
    calendar: (p: { portal: string }) =>
      `You get this letter from the portal of ${p.portal} because you take part in this event.`,
    polls: (p: { portal: string }) => `You get this letter from the portal of ${p.portal} because this poll is yours.`,
    hourly: (p: { portal: string }) =>
      `You get such a letter from the portal of ${p.portal} every hour if something happened.`,
    daily: (p: { portal: string }) =>
      `You get such a letter from the portal of ${p.portal} every morning if something happened.`,
  },
  mute: {
    thread: (p: { title: string }) => `Mute “${p.title}”`,
    group: (p: { group: string }) => `Mute the group “${p.group}”`,
    hourly: 'No more letters every hour',
    daily: 'No more letters every morning',
  },
  settings: 'Settings of notices',
  page: {
    thread: {
      title: 'Mute what this letter is about?',
      text: 'You will be told nothing more of it: not in the portal, nor by push or letter.',
      act: 'Mute it',
      done: 'Muted',
      doneText: 'You are told nothing more of it. In the portal you can change that in its menu.',
    },
    group: {
      title: 'Mute the group of this letter?',
      text: 'You will be told only what is meant for you there: tasks, mentions and announcements.',
      act: 'Mute the group',
      done: 'The group is muted',
      doneText: 'You are told only what is meant for you there. In the portal you can change that in its menu.',
    },
    gathered: {
      title: 'No more of these letters?',
      text: 'What happens will still stand among your notices in the portal.',
      act: 'Send me no more of them',
      done: 'No more of these letters will come',
      doneText: 'You can change that in the portal, in the settings of notices.',
    },
    spent: 'This link leads nowhere any more',
    spentText: 'It was used already, is too old, or is not yours. In the portal you say how you want to be told.',
    toPortal: 'Open the portal',
    toSettings: 'Settings of notices',
  },
  waiting: {
    one: (p: { who: string }) => `A letter goes to ${p.who}`,
    more: plural({ one: 'A letter goes to {who} and {n} other', other: 'A letter goes to {who} and {n} others' }),
    takeBack: 'Take back and delete',
    hint: 'Deletes it, and no letter leaves.',
  },
}
