import { plural } from '#ui/words/catalogue.ts'

/** The words of announcements, in English. */
export const en = {
  announcement: 'Announcement',
  willAsk: 'Readers are asked to confirm that they have read it.',
  remove: 'Do not ask for it',
  asks: 'You are asked to confirm that you have read this.',
  confirm: 'I have read it',
  youConfirmed: 'You confirmed that you have read this',
  toConfirm: 'To confirm',
  /** On the button that opens the list of them. */
  confirmed: plural({ one: '{n} person has confirmed', other: '{n} people have confirmed' }),
  manyConfirmed: (p: { most: number }) => `More than ${p.most} people have confirmed`,
  nobodyConfirmed: 'Nobody has confirmed yet',
  who: 'Who has read it',
  of: {
    waiting: plural({ one: '{n} has not confirmed', other: '{n} have not confirmed' }),
    confirmed: plural({ one: '{n} has confirmed', other: '{n} have confirmed' }),
  },
  nobody: { waiting: 'Everybody who reads this has confirmed.', confirmed: 'Nobody has confirmed yet.' },
  remind: 'Remind those who have not',
  reminded: 'Reminded',
  rules: {
    KEEPERS_SEE_READERS: 'Whoever wrote it, and whoever manages the group, see who has read it.',
    AUTHOR_SEES_READERS: 'Whoever wrote it sees who has read it, and nobody else.',
    REMINDED_TODAY: 'They were reminded within the last day. Wait until tomorrow.',
    OWN_ANNOUNCEMENT: 'Whoever wrote an announcement is not asked to confirm it.',
    ONLY_READ_HERE: 'Your group is archived: this is read and no more.',
    GROUP_ARCHIVED: 'This group is archived: it is read and no more. Its owner can reopen it.',
  },
}
