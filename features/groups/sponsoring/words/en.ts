import { plural } from '#ui/words/catalogue.ts'

/** The words of sponsors and of last days, in English. */
export const en = {
  cancel: 'Cancel',
  part: {
    title: 'Access',
    sponsor: 'Sponsor',
    nobody: 'Nobody answers for this person.',
    purpose: 'Here for',
    noPurpose: 'It was not said what they are here for.',
    groups: 'Groups',
    noGroups: 'In no group that you are in.',
    change: 'Change',
    takeOver: 'Take over',
  },
  form: {
    title: (p: { name: string }) => `Who answers for ${p.name}`,
    sponsor: 'Sponsor',
    hint: 'Is reminded before access ends, and lets this person stay or not.',
    purpose: 'What they are here for',
    save: 'Save',
  },
  stay: {
    until: (p: { date: string }) => `until ${p.date}`,
    ended: (p: { date: string }) => `access ended on ${p.date}`,
    endedMark: 'Access ended',
    open: 'no last day',
    answers: (p: { name: string }) => `sponsor ${p.name}`,
    renew: (p: { date: string }) => `Renew until ${p.date}`,
    again: 'Renew',
    setDay: 'Set the last day',
  },
  day: {
    title: (p: { name: string }) => `Until when ${p.name} is let in`,
    label: 'Last day',
    hint: 'Access ends at midnight in the time zone of the group. Empty is for as long as they stay.',
    save: 'Save',
  },
  page: {
    renewed: (p: { name: string; group: string }) => `${p.name} stays in “${p.group}”`,
    before: (p: { name: string; group: string }) => `${p.name} has been renewed in “${p.group}” already`,
    until: (p: { date: string }) => `Access is open until ${p.date}.`,
    open: 'Access has no last day.',
    refused: 'This link renews nothing',
    refusedText:
      'It is an old one, or you do not decide on this person any more. The sponsor, the owner and the moderators of the group, and administrators do.',
    group: 'Open the group',
    person: 'Open the profile',
  },
  own: {
    title: 'My access',
    sponsor: 'Who answers for you',
    purpose: 'What for',
    noPurpose: 'It was not said.',
    groups: 'Your groups',
    invitedBy: (p: { who: string }) => `Invited by ${p.who}`,
    invitedFor: (p: { purpose: string }) => `What for: ${p.purpose}`,
    since: (p: { date: string }) => `since ${p.date}`,
    noGroups: 'You are in no group at present.',
    leave: 'Leave',
    leaveTitle: (p: { group: string }) => `Leave “${p.group}”?`,
    leaveText: 'You see nothing of it any more. To come back you need a new invitation.',
    reach: 'Who sees your phone and e-mail',
    administrators: (p: { portal: string }) => `The administrators of ${p.portal}`,
    staff: (p: { portal: string }) => `People who work at ${p.portal}`,
    colleagues: plural({ one: '{n} person who works here', other: '{n} people who work here' }),
    outside: (p: { company: string; n: number }) => `${p.company}: ${p.n}`,
    noCompany: 'others from outside',
    hidden: 'Nobody else from outside sees them.',
    shown: 'You show them to other people from outside too.',
    changeReach: 'Change this in your profile',
    sessions: 'Where you are signed in',
    toSessions: 'Look at your sessions',
    data: 'Your data',
    toData: 'Download your own data',
  },
  letter: {
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    link: 'If the button does not work, copy this address into your browser:',
    own: {
      subject: (p: { group: string; date: string }) => `Your access to “${p.group}” ends on ${p.date}`,
      text: (p: { group: string; date: string }) =>
        `Your access to “${p.group}” ends at midnight on ${p.date}. After that you no longer see what is in it; nothing is deleted.`,
      ask: (p: { who: string }) => `Do you need it for longer? Ask ${p.who}.`,
      open: 'Open the group',
      message: (p: { group: string; portal: string; date: string; url: string }) =>
        `Your access to “${p.group}” on ${p.portal} ends on ${p.date}: ${p.url}`,
      why: (p: { portal: string }) => `You get this letter because you are a guest at ${p.portal}.`,
    },
    sponsor: {
      subject: (p: { name: string; group: string; date: string }) =>
        `${p.name}: access to “${p.group}” ends on ${p.date}`,
      text: (p: { name: string; group: string; date: string }) =>
        `The access of ${p.name} to “${p.group}” ends at midnight on ${p.date}.`,
      purpose: (p: { purpose: string }) => `Here for: ${p.purpose}`,
      renew: (p: { date: string }) => `Renew until ${p.date}`,
      otherwise: 'If they are not needed any more, do nothing: access ends by itself, and everything they wrote stays.',
      why: (p: { group: string }) => `You get this letter because you answer for people from outside in “${p.group}”.`,
    },
    away: {
      somebody: 'Somebody from outside',
      subject: (p: { name: string; date: string }) => `${p.name}: access to a group ends on ${p.date}`,
      text: (p: { name: string; date: string }) =>
        `${p.name}, for whom you answer: access to a group that you are not in ends at midnight on ${p.date}.`,
      who: 'The owner of that group is reminded too and can renew it; so can an administrator.',
      look: 'Open their page',
      why: (p: { portal: string }) => `You get this letter because you answer for people from outside at ${p.portal}.`,
    },
    heir: {
      subject: plural({
        one: 'You answer for {n} person from outside now',
        other: 'You answer for {n} people from outside now',
      }),
      text: 'Whoever answered for them before does not any more. You are reminded before their access ends, and decide whether they stay.',
      unseen: plural({
        one: '{n} more, in groups that you are not in: an administrator knows more',
        other: '{n} more, in groups that you are not in: an administrator knows more',
      }),
      open: 'Open People',
      why: (p: { portal: string }) => `You get this letter because you work at ${p.portal}.`,
    },
  },
  rules: {
    RENEWED_BY_SPONSORS:
      'Only the sponsor of this person, the owner and the moderators of the group, and administrators say until when they stay.',
    SPONSOR_DECIDES: 'Only the sponsor of this person and administrators can say this. Take them over first.',
    EMPLOYEES_STAY: 'Whoever works here stays: they have no sponsor, and their access does not end.',
    GROUP_ARCHIVED: 'This group is archived. Reopen it first.',
  },
}
