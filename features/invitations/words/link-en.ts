import { plural } from '#ui/words/catalogue.ts'

/** The link of a room, in English. */
export const linkInEnglish = {
  way: 'Link',
  text: 'Whoever has the link says a name and an address or a mobile number, gets a letter or a text message there, and comes in through it. It counts as an invitation by whoever made the link, and ends when they may not invite here any more.',
  none: 'There is no link yet',
  make: 'Make a link',
  field: 'Link into the group',
  until: (p: { date: string }) => `good until ${p.date}`,
  came: plural({ one: '{n} person came by it', other: '{n} people came by it' }),
  by: (p: { name: string }) => `made by ${p.name}`,
  access: (p: { date: string }) => `access until ${p.date}`,
  purpose: (p: { purpose: string }) => `for: ${p.purpose}`,
  lacking: {
    NO_PURPOSE:
      'This link leads nowhere: the rules of the portal now ask what people are let in for, and it does not say so. Say it below and make a new link.',
    NO_LAST_DAY:
      'This link leads nowhere: the rules of the portal now ask for a last day, and it has none. Say one below and make a new link.',
    DAY_TOO_FAR:
      'This link leads nowhere: its last day is farther ahead than the rules of the portal now let. Choose a nearer one below and make a new link.',
    DAY_PASSED: 'This link leads nowhere: its last day has passed. Choose another one below and make a new link.',
  },
  lackingOther: 'leads nowhere: it says less than the portal asks for; only whoever made it can make a new one',
  renew: 'Make a new link',
  renewHint: 'With either, this link and the letters it sent work no more.',
  off: 'Switch off',
  offLink: (p: { name: string }) => `Switch off the link of ${p.name}`,
  unreadable: 'This link cannot be shown any more. It works; make a new one to copy it.',
  others: 'Links of others',
  all: 'Links into groups',
  offInto: (p: { group: string }) => `Switch off the link into ${p.group}`,
  offDone: (p: { group: string }) => `The link into ${p.group} is switched off.`,
  somebody: 'somebody else',
  done: 'Done',
  page: {
    title: (p: { group: string }) => `Come into “${p.group}”`,
    text: 'Say who you are. You get a letter with a button that lets you in: so nobody comes in with an address that is not theirs.',
    email: 'Your e-mail address',
    emailWrong: 'Write your address as name@company.com.',
    act: 'Send me the letter',
    sentTitle: 'Look into your mail',
    sentText: (p: { email: string }) =>
      `If the address is right, a letter to ${p.email} is on its way. Its button lets you in; it is good for three days at most and works once.`,
    again: 'Another address',
    overTitle: 'This link works no more',
    overText: 'It may have been replaced, switched off or run out. Ask the person who gave it to you for a new one.',
  },
  letter: {
    subject: (p: { room: string }) => `Come into “${p.room}”`,
    asked: 'You get this letter because somebody gave this address on the page behind a link into the group.',
  },
}
