import { plural } from '#ui/words/catalogue.ts'

/** Whom a post is addressed to, in English. */
export const en = {
  to: 'To',
  everyone: 'Everyone who works here',
  below: (p: { name: string }) => `${p.name} and below`,
  team: (p: { name: string }) => `${p.name}, team only`,
  formerDepartment: 'A former department',
  more: plural({ one: 'and {n} more', other: 'and {n} more' }),
  choose: 'Groups, departments, people',
  chooseOutside: 'Groups and people',
  chooseMore: 'Add others',
  groups: 'Groups',
  departments: 'Departments',
  people: 'People',
  nobody: 'Nobody and nothing like this',
  first: 'Say to whom first.',
  remove: (p: { name: string }) => `Leave out ${p.name}`,
  apart: (p: { name: string }) =>
    `In “${p.name}” people from outside do not see each other. Write there by itself, or to its team.`,
  toTeam: 'To its team',
  write: 'Write a post',
  writeTo: (p: { name: string }) => `Write a post to ${p.name}`,
  strangers: 'These do not see each other:',
  lost: {
    named: 'No longer possible to write to:',
    others: plural({
      one: 'One of those it was for can no longer be written to.',
      other: '{n} of those it was for can no longer be written to.',
    }),
  },
  rules: {
    DO_NOT_SEE_EACH_OTHER: 'Some people from outside named here do not see each other. Write to them one by one.',
    APART_IN_A_MIX:
      'In one of these groups people from outside do not see each other. Write there by itself, or to its team.',
    GROUP_BY_ITSELF: 'One of these groups can only be written to by itself.',
    NOT_ALL_SEE_THE_FEED: 'In one of these groups not everybody sees the feed. Write there by itself, or leave it out.',
    PINNED_IN_GROUPS: 'A post is pinned in the feed of its group, and this one stands in none.',
  },
}
