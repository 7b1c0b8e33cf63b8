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
    polls: (p: { portal: string }) => `You get this letter from the portal of ${p.portal} because you asked this poll.`,
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
      text: 'You will be told nothing more of it, neither by letter nor in the portal.',
      act: 'Mute it',
      done: 'Muted',
      doneText: 'You are told nothing more of it. In the portal you can change that in its menu.',
    },
    group: {
      title: 'Mute the group of this letter?',
      text: 'You will be told only what is meant for you there: tasks and mentions.',
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
