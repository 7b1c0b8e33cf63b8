import { plural } from '#ui/words/catalogue.ts'

/** The words of the feed, in English. */
export const en = {
  title: 'Feed',
  post: 'Post',
  postIn: (p: { group: string }) => `Post in ${p.group}`,
  write: 'Write to the group',
  writeSomewhere: 'Write to one of your groups',
  whichGroup: 'Group',
  chooseGroup: 'Choose a group first.',
  fresh: plural({ one: '{n} new', other: '{n} new' }),
  further: plural({ one: 'and {n} more', other: 'and {n} more' }),
  older: 'Show older',
  comment: 'Comment',
  comments: plural({ one: '{n} comment', other: '{n} comments' }),
  toGroups: 'Look at your groups',
  emptyGroup: {
    title: 'Nothing is said here yet',
    text: 'What you write here reaches everyone in the group.',
  },
  empty: {
    title: 'Your feed is quiet',
    text: 'Posts from your groups appear here, newest first.',
  },
  noGroups: {
    title: 'There is no group to post to yet',
    text: 'Posts are written to a group. As soon as you are in one that lets you post, you can write here.',
  },
  members: 'Only members of this group read its feed. Join the group to read and write here.',
  tool: {
    adders: 'Who posts',
    changers: 'Who edits what they posted',
    things: plural({ one: '{n} post', other: '{n} posts' }),
  },
  rules: {
    ADDED_BY_OWNER: 'Only the owner posts here. They can change it in the group’s settings.',
    ADDED_BY_KEEPERS: 'Only the owner and the moderators post here. The owner can change it in the group’s settings.',
    ADDED_BY_TEAM: 'Only those who work here post here. The owner can change it in the group’s settings.',
    TOOL_SHUT: 'The feed of this group is not open to you. Its owner can change that in the group’s settings.',
    GROUP_ARCHIVED: 'This group is archived: it is read and no more. Its owner can reopen it.',
    READ_ONLY_HERE: 'In this group people from outside read and do not write. Its owner can change that.',
    MEMBERS_ONLY: 'Only members of this group can post in it. Join it first, or ask its owner.',
  },
}
