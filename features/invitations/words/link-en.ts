import { plural } from '#ui/words/catalogue.ts'

/** The link of a room, in English. */
export const linkInEnglish = {
  way: 'Link',
  text: 'Whoever has the link says a name and an address, gets a letter to that address, and comes in through it. It counts as an invitation by whoever made the link, and ends when they may not invite here any more.',
  none: 'There is no link yet',
  make: 'Make a link',
  field: 'Link into the group',
  until: (p: { date: string }) => `good until ${p.date}`,
  came: plural({ one: '{n} person came by it', other: '{n} people came by it' }),
  by: (p: { name: string }) => `made by ${p.name}`,
  renew: 'Make a new link',
  renewHint: 'With either, this link and the letters it sent work no more.',
  off: 'Switch off',
  offLink: (p: { name: string }) => `Switch off the link of ${p.name}`,
  unreadable: 'This link cannot be shown any more. It works; make a new one to copy it.',
  others: 'Links of others',
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
    asked: 'You get this letter because somebody said this address on the page of a link into the group.',
  },
}
