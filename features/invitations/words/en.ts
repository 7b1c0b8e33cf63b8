import { plural } from '#ui/words/catalogue.ts'
import { addingInEnglish } from './adding-en.ts'
import { daysInEnglish } from './days.ts'
import { linkInEnglish } from './link-en.ts'
import { listInEnglish } from './list-en.ts'
import { byPhoneInEnglish } from './phone-en.ts'
import { rulesInEnglish } from './rules-en.ts'
import { waitsInEnglish } from './waits-en.ts'

/** The words of invitations in English. */
export const en = {
  exported: {
    title: 'Invitations that you sent',
    came: 'Came',
    takenBack: 'Taken back',
    good: 'Letter good until',
  },
  title: 'Invitations',
  invite: 'Invite people',
  inviteEmployees: 'Invite employees',
  into: (p: { group: string }) => `Invite into “${p.group}”`,
  byPhone: byPhoneInEnglish,
  emails: 'E-mail addresses',
  emailsHint: 'One or several, also pasted from a list.',
  emailsPrompt: 'name@company.com',
  remove: (p: { email: string }) => `Remove ${p.email}`,
  company: 'Company',
  companyHint: 'Left empty, it is taken from the address where that is clear.',
  language: 'Language of the letter',
  languageHint: 'The page behind its link speaks it too.',
  languages: { en: 'English', ru: 'Russian', pl: 'Polish' },
  note: 'A personal word',
  noteHint: 'Stands in the letter as a quotation.',
  waits: waitsInEnglish,
  posts: plural({ one: '{n} post', other: '{n} posts' }),
  tasks: plural({ one: '{n} task', other: '{n} tasks' }),
  people: plural({ one: '{n} person', other: '{n} people' }),
  throughLobby:
    'In this group others let people in. Whoever you invite may sign in and waits in the lobby, without seeing the group, until the owner or a moderator approves. You see here what becomes of it.',
  role: 'What they become',
  roleHint: 'A moderator lets people in and out.',
  roles: { member: 'Member', moderator: 'Moderator' },
  purpose: 'What for',
  purposeHint: 'What they are to do here. They read it too.',
  until: 'Access until',
  untilHint: 'Left empty, for as long as they stay.',
  untilMost: plural({ one: 'At most {n} day ahead.', other: 'At most {n} days ahead.' }),
  anywhere: {
    group: 'Into which group',
    groupHint: 'People from outside come into an external group, never into the portal as such.',
    none: 'You are in no external group yet.',
    create: 'Create an external group',
    createText: 'The group you need is not there?',
  },
  consequenceEmployees:
    'They become employees: they see their colleagues and the open groups. For people from outside use an external group.',
  send: plural({ one: 'Send {n} invitation', other: 'Send {n} invitations' }),
  sendNone: 'Send invitations',
  cancel: 'Cancel',
  sent: plural({ one: '{n} letter is on its way', other: '{n} letters are on their way' }),
  sentText: 'They stand in the list of members until they come. The link in each letter works once.',
  sentEmployees: 'They stand in the list of invitations until they come. The link in each letter works once.',
  more: 'Invite more',
  done: 'Done',
  wrong: {
    NOT_AN_ADDRESS: 'not an e-mail address',
    NOT_A_NUMBER: 'not a mobile number; write it with its country, as +48 601 234 567',
    PHONES_SWITCHED_OFF: 'the rules of the portal let nobody be invited by phone; an administrator can change that',
    ALREADY_MEMBER: 'already in this group',
    WORKS_HERE: 'works here: add them as a member instead',
    TWICE: 'stands there twice',
    LANGUAGE_UNKNOWN: 'unknown language: en, ru or pl',
    NO_DAY: 'not a day: write 2027-05-03',
    DAY_TOO_FAR: 'this day is too far ahead in this portal',
    DAY_PASSED: 'this day has passed',
    INVITED_BY_LETTER: 'has an account here: invite them by letter, they decide themselves',
    ALREADY_HERE: 'here already',
    DOMAIN_NOT_ALLOWED: 'the rules of the portal do not let this domain in; an administrator can change that',
  },
  rules: {
    LINK_WITHOUT_APPROVAL:
      'In this portal an administrator looks at every invitation, so links into groups are made by administrators alone. Invite by letter instead.',
    LINK_RESTS:
      'As many people have come by this link in the last 24 hours as the rules of this portal let in. Try again later; your letter stays good until it runs out.',
    TOO_MANY_TRIES: 'Very many people ask through this link at present. Try again in an hour.',
    NOT_THE_FIRST: 'People from outside are in this group already, or it is closed to them.',
    ADDING_WITHOUT_APPROVAL:
      'In this portal an administrator looks at every invitation, so nobody else adds people. Invite by letter, or ask an administrator.',
    GROUP_ARCHIVED: 'This group is archived: it is read and no more. Its owner can reopen it.',
    GROUP_CLOSED_TO_EXTERNALS: 'This group is not open to external people. Its owner can open it.',
    INVITING_BY_OWNER_AND_MODERATORS:
      'Only the owner and the moderators of this group bring people in. Ask one of them; they can change this in the settings of the group.',
    INVITING_BY_OWNER:
      'Only the owner of this group brings people in. Ask them; they can change this in the settings of the group.',
    EXTERNALS_ONLY_READ:
      'In this group people from outside only read, so they invite nobody. Its owner and moderators can change that.',
    INVITATION_STANDS_NO_MORE:
      'Nobody comes in by this invitation any more: whoever sent it may not invite here by now, or the group is closed. Withdraw it; somebody in the group can invite anew.',
    MODERATORS_BY_KEEPERS:
      'Only the owner and the moderators of this group who work here invite somebody as a moderator.',
    EXTERNALS_GIVE_ADDRESSES:
      'External people who invite give addresses and a word with them. The company is said by people who work here.',
    LICENCE_FULL:
      'All places of this portal’s licence are taken. An administrator can free one by dismissing somebody, or raise the limit in Settings → Licence.',
    EXTERNALS_SWITCHED_OFF:
      'This portal lets nobody new in from outside at present. An administrator can change that in Settings → Invitations.',
    INVITING_LIMITED:
      'You may not invite people from outside in this portal. An administrator can change that in Settings → Invitations.',
    DAILY_LIMIT:
      'That is more than one person may send in 24 hours. Send the others later, or ask an administrator, who can change the limit in Settings → Invitations.',
    WRONG_ADDRESSES: 'Look at the marked addresses. Nothing was sent.',
  },
  rulesOutside: {
    LICENCE_FULL: 'There is no free place in this portal at present. Ask somebody who works here.',
    EXTERNALS_SWITCHED_OFF: 'This portal lets nobody new in from outside at present. Ask somebody who works here.',
    INVITING_LIMITED: 'In this portal people are invited by those who work here. Ask one of them to do it.',
    DAILY_LIMIT:
      'That is more than one person may send in 24 hours. Send the others later, or ask somebody who works here.',
  },
  pending: {
    added: 'Added, not here yet',
    asked: 'Waits in the lobby',
    declined: 'Declined',
    lobby: 'through the lobby',
    access: (p: { date: string }) => `access until ${p.date}`,
    title: 'Invited, not here yet',
    invited: 'Invited',
    expired: 'Expired',
    waiting: 'Waits for an administrator',
    by: (p: { name: string }) => `by ${p.name}`,
    until: (p: { date: string }) => `good until ${p.date}`,
    ended: (p: { date: string }) => `ended on ${p.date}`,
    acts: (p: { email: string }) => `Invitation of ${p.email}`,
    resend: 'Send a new letter',
    withdraw: 'Withdraw the invitation',
    resent: (p: { email: string }) =>
      `A new letter to ${p.email} is on its way. The link in the one before works no more.`,
    withdrawn: (p: { email: string }) => `The invitation of ${p.email} is withdrawn.`,
    more: 'Show more',
  },
  all: {
    employees: 'To work here',
    employeesEmpty: 'Nobody is on the way',
    employeesEmptyText: 'Invite colleagues by e-mail. They choose a password and are in.',
    groups: 'Into external groups',
    groupsEmpty: 'No open invitations into groups',
    groupsEmptyText: 'The owner and the moderators of an external group invite people from its page.',
    hiddenGroup: 'a group that you are not in',
    into: (p: { group: string }) => `into ${p.group}`,
  },
  portalRules: rulesInEnglish,
  adding: addingInEnglish,
  link: linkInEnglish,
  list: listInEnglish,
  join: {
    lobby: 'When you have come in, the owner or a moderator of the group confirms. Until then you wait in the lobby.',
    waitingTitle: 'You have asked to join',
    waitingText: (p: { group: string }) =>
      `The owner or a moderator of “${p.group}” answers; you get a letter. What you are in already stays as it was.`,
    goOn: 'Go on to the portal',
    into: (p: { group: string }) => `Join “${p.group}”`,
    portal: (p: { portal: string }) => `Join ${p.portal}`,
    invitedBy: (p: { name: string; kind: 'employee' | 'external'; portal: string }) =>
      `${p.name}${p.kind === 'employee' ? ` of ${p.portal}` : ''} invites you.`,
    address: 'Your e-mail address',
    addressHint: 'You will sign in with it.',
    name: 'Your name',
    namePrompt: 'Name and surname',
    password: 'Password',
    passwordHint: 'At least 10 characters. A few words in a row are a good one.',
    passwordShort: (p: { n: number }) => `At least ${p.n} characters.`,
    nameMissing: 'Say what you are called.',
    strength: { short: 'too short', enough: 'enough', good: 'good', best: 'very good' },
    strengthOf: (p: { strength: string }) => `Strength: ${p.strength}`,
    enter: 'Come in',
    joinNow: 'Join',
    known: (p: { email: string }) => `There is an account for ${p.email}. Sign in, and you come back here.`,
    knownOther: (p: { email: string }) =>
      `There is an account for ${p.email}, and somebody else is signed in here. Sign in with that account, and you come back here.`,
    plain: {
      act: 'Without a password',
      text: 'You sign in by a link that we mail to this address each time you need one, or by a passkey, which you can make next.',
      choose: 'Choose a password after all',
      inTitle: 'You are in',
      inText: 'To sign in again you ask for a link, which comes to your address.',
      passkey: 'With a passkey it is quicker: your finger, face or PIN on this device.',
      later: 'Go on without one',
    },
    signIn: 'Sign in',
    ready: (p: { email: string }) => `You are signed in as ${p.email}.`,
    overTitle: 'This link works no more',
    overText:
      'It has been used, replaced by a newer letter, taken back or has run out: sign in if you came in by it, else open the newest letter or ask the person who invited you for one.',
    toSignIn: 'I have an account',
    refusedTitle: 'You need no invitation',
    keptOutTitle: 'You cannot come in at present',
    refused: {
      EMPLOYEES_ARE_ADDED:
        'This address belongs to somebody who works here. The owner of the group can add you as a member.',
      ALREADY_HERE: 'Somebody with this address is here already. Sign in with it.',
      ACCOUNT_CLOSED: 'The account with this address was closed. Ask the person who invited you.',
      LICENCE_FULL:
        'There is no free place in this portal at present. Your link stays good until it runs out; ask the person who invited you.',
      EXTERNALS_SWITCHED_OFF:
        'This portal lets nobody new in from outside at present. Its administrators can change that; ask the person who invited you. Your link stays good until it runs out.',
      INVITING_LIMITED:
        'Whoever invited you may not invite people from outside any more. Ask them who may: the administrators of this portal decide that.',
      LINK_SAYS_TOO_LITTLE:
        'The rules of this portal ask for more than the link said by which you come. Ask the person who gave it to you for a new one.',
      PHONES_SWITCHED_OFF:
        'This portal lets nobody new in by phone at present. Its administrators can change that; ask the person who invited you.',
      DOMAIN_NOT_ALLOWED:
        'The rules of this portal do not let in addresses of this domain. Its administrators can change that; ask the person who invited you.',
    },
  },
  letter: {
    lobby:
      'Somebody who is a member invites you. When you have come, the owner or a moderator of the group confirms; until then you wait in the lobby.',
    access: (p: { date: string }) => `You are invited until ${p.date}.`,
    subject: (p: { who: string; room: string }) => `${p.who} invites you to “${p.room}”`,
    subjectEmployee: (p: { who: string; portal: string }) => `${p.who} invites you to ${p.portal}`,
    waitingEmployee: (p: { portal: string }) =>
      `This is where the people of ${p.portal} work together: their groups, tasks and news.`,
    join: 'Join the group',
    joinEmployee: 'Come in',
    hint: 'If the button does not work, copy this link:',
    days: (p: { n: number }) => daysInEnglish(p.n),
    until: (p: { days: string; date: string }) =>
      `The invitation is good for ${p.days}, until ${p.date}. The link works once and is meant for you alone.`,
    notYou: 'If you do not know what this is about, ignore this letter: nothing happens without you.',
  },
  declined: {
    subject: (p: { email: string }) => `Your invitation to ${p.email} was declined`,
    text: (p: { who: string; email: string }) =>
      `${p.who}, who administers the portal, did not let your invitation to ${p.email} go. Nothing was sent. Ask them if you think that it should be.`,
    textUnnamed: (p: { email: string }) =>
      `An administrator of the portal did not let your invitation to ${p.email} go. Nothing was sent.`,
    why: (p: { portal: string }) => `You get this letter because you invited somebody to ${p.portal}.`,
  },
}
