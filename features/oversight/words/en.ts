import { plural } from '#ui/words/catalogue.ts'

/** The words of oversight, in English. */
export const en = {
  whoCanSee: 'Who can see this',
  explained: 'These people can open it now. Whoever comes later sees it only if they are let in here too.',
  because: {
    owner: 'Owner of the group',
    moderator: 'Moderators of the group',
    member: 'Members of the group',
    lane: 'The people from outside it is for',
    own: 'It stands among their own things',
    creator: 'Set the task',
    responsible: 'Responsible for the task',
    addressed: 'Whoever wrote it, and whom it is addressed to',
    other: 'Let in by name',
  },
  more: plural({ one: 'and {n} more person', other: 'and {n} more people' }),
  voice: (p: { portal: string }) => `${p.portal} can open it too.`,
}
