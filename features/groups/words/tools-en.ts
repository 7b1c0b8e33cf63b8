import { plural } from '#ui/words/catalogue.ts'

/** What is said where the tools of a group are set, in English. */
export const toolsInEnglish = {
  title: 'Tools',
  text: 'What members find in this group. What is switched off is gone for everybody, the owner too; all that stands in it is kept.',
  more: 'More: who sees, adds and changes',
  ownerSets: 'The owner can change this.',
  off: 'Nobody sees it while it is off. All that stands in it is kept.',
  viewers: 'Who sees it',
  who: {
    owner: 'Only the owner',
    keepers: 'Owner and moderators',
    team: 'Those who work here',
    members: 'All members',
  },
  askOff: (p: { tool: string }) => `Switch off “${p.tool}”?`,
  askOn: (p: { tool: string }) => `Switch on “${p.tool}”?`,
  askViewers: (p: { tool: string }) => `Change who sees “${p.tool}”?`,
  act: { off: 'Switch off', on: 'Switch on', viewers: 'Change' },
  lose: (p: { who: string }) => `Will no longer see it: ${p.who}.`,
  gain: (p: { who: string }) => `Will see it: ${p.who}.`,
  atOnce: 'It closes to them at once, on every open page.',
  nobody: 'Nobody in the group sees more or less than now.',
  colleagues: plural({ one: '{n} colleague', other: '{n} colleagues' }),
  stands: (p: { what: string }) => `In it for all who see it: ${p.what}.`,
  forTeam: (p: { what: string }) => `In it for those who work here alone: ${p.what}.`,
  empty: 'Nothing stands in it yet.',
}
