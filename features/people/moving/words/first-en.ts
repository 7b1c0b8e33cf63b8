import { plural } from '#ui/words/catalogue.ts'

/** What is said of groups in which whoever becomes external is the first from outside, and of what undoing gives back, in English. */
export const firstInEnglish = {
  title: plural({
    one: 'In {n} group they will be the first person from outside',
    other: 'In {n} groups they will be the first person from outside',
  }),
  past: 'What they, and everybody from outside who comes later, find of what was written there',
  now: 'What is written from now on',
  nowText: 'What is there stays with those who work here.',
  everything: 'Everything',
  everythingText: (p: { what: string }) => `They also see ${p.what}.`,
  posts: plural({ one: '{n} post', other: '{n} posts' }),
  comments: plural({ one: '{n} comment', other: '{n} comments' }),
  tasks: plural({ one: '{n} task', other: '{n} tasks' }),
}

/** The same in the words of somebody who comes back to where they were. */
export const returnsInEnglish = {
  title: 'What comes back',
  department: (p: { department: string }) => `Their place in the department “${p.department}”`,
  manager: (p: { manager: string }) => `Their manager: ${p.manager}`,
  reports: plural({ one: 'They manage {n} person', other: 'They manage {n} people' }),
  administrator: 'Their rights as System administrator',
  tasks: plural({ one: '{n} open task comes back to them', other: '{n} open tasks come back to them' }),
  groups: plural({ one: 'They own {n} group again', other: 'They own {n} groups again' }),
  leads: (p: { department: string }) => `They head the department “${p.department}”`,
}
