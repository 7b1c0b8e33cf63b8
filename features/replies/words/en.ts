import { plural } from '#ui/words/catalogue.ts'

/** The words of letters that come back, in English. */
export const en = {
  title: 'Letters that came in',
  how: (p: { address: string }) =>
    `Whoever answers a letter of the portal comments by it. Answers go to ${p.address}. Here stand those of the last 30 days that became no comment; what they said is not kept.`,
  emptyTitle: 'Every answer was taken',
  empty: 'When a letter cannot become a comment, it stands here with the reason.',
  offTitle: 'Letters do not come in',
  off: 'People answer in the portal. To let them answer by letter, whoever runs the server sets MAIL_IN.',
  nobody: 'No sender',
  more: 'Show more',
  reasons: {
    machine: 'Written by a machine: an answer to absence, a bounce, a list',
    sender: 'Sent from an address that is not that of the person whose letter was answered',
    ended: 'The letter that was answered leads nowhere any more',
    unreadable: 'Could not be read: broken, or made of too many parts',
    empty: 'Nothing new stood in it, only what was quoted',
    tooLong: 'Longer than a comment may be',
    tooMany: 'Too many answers from one person within an hour',
    noRight: 'The writer may not comment there any more',
    secondFactor: 'The writer has to set up a second factor first',
    failed: 'Could not be taken because of a fault; the log of the server says more',
  },
  files: plural({
    one: '(One file was attached to the letter and was not taken over: {names})',
    other: '({n} files were attached to the letter and were not taken over: {names})',
  }),
  why: {
    empty: 'We found nothing in it but the letter that you answered. Write above what is quoted.',
    tooLong: 'It is longer than a comment may be.',
    noRight: 'You may not write there any more, or what you answered is gone.',
    secondFactor: 'The portal asks you for a second factor. Set one up under Settings → Security, then answer again.',
  },
  letter: {
    subject: 'Your answer was not added',
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    notTaken: 'you answered a letter of the portal, and your answer could not be added as a comment.',
    instead: 'Nobody has read it. You can write it in the portal instead.',
    open: 'Open the portal',
    link: 'If the button does not work, open this address:',
    because: (p: { portal: string }) =>
      `You get this letter, once a day at most, because you answered one of ${p.portal}.`,
  },
}
