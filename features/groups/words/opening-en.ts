import { plural } from '#ui/words/catalogue.ts'

/** What is said when a group is opened to people from outside, and before the first of them comes. */
export const openingInEnglish = {
  title: 'People from outside',
  isOpen: 'This group is open to people from outside.',
  isClosed: 'Only people who work here are in this group.',
  ownerOpens: 'Only people who work here are in this group. Its owner can open it to people from outside.',
  ownerCloses: 'This group is open to people from outside. Its owner can close it.',
  open: 'Open to people from outside…',
  close: 'Close to people from outside',
  ask: (p: { name: string }) => `Open ${p.name} to people from outside?`,
  act: 'Open the group',
  means:
    'They come by invitation only. What is marked for the team, and everything outside this group, stays closed to them. The group is no longer listed.',
  past: 'What they see of the past',
  fromNow: 'From now on',
  everything: 'Everything',
  sees: (p: { what: string }) => `They see ${p.what}.`,
  seesNothing: 'They see nothing yet.',
  colleagues: plural({ one: '{n} colleague', other: '{n} colleagues' }),
  returning: plural({
    one: '{n} person from outside was in this group before and is in it again at once.',
    other: '{n} people from outside were in this group before and are in it again at once.',
  }),
  invited: plural({
    one: '{n} person holds an invitation and can come in at once.',
    other: '{n} people hold an invitation and can come in at once.',
  }),
  andMore: plural({ one: 'and {n} more', other: 'and {n} more' }),
  first: {
    title: 'Nobody from outside is in this group yet',
    text: 'Choose what they find when they come. What stays with the team stays with it for good.',
    expected:
      'Somebody is on their way already and was to find what is here. What you keep for the team now is not shown to them either, and stays with the team for good.',
  },
  askClose: (p: { name: string }) => `Close ${p.name} to people from outside?`,
  closeMeans:
    'It closes to all of them at once, on every open page. What they wrote stays. If you open the group again, they are in it again.',
}
