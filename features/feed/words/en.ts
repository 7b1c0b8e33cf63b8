import { plural } from '#ui/words/catalogue.ts'

/** The words of the feed, in English. */
export const en = {
  title: 'Feed',
  post: 'Post',
  postIn: (p: { group: string }) => `Post in ${p.group}`,
  write: 'Write to the group',
  writeSomewhere: 'Write to one of your groups',
  whichGroup: 'Group',
  chooseWhom: 'Choose first who of them it is for.',
  chooseGroup: 'Choose a group first.',
  fresh: plural({ one: '{n} new post', other: '{n} new posts' }),
  older: 'Show older posts',
  like: 'Like',
  likes: {
    you: 'you',
    others: plural({ one: '{n} other', other: '{n} others' }),
    by: 'Liked by',
  },
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
    title: 'You are in no group yet',
    text: 'Posts are written to a group. As soon as you are in one, you can write here.',
  },
  members: 'Only members of this group read its feed. Join the group to read and write here.',
  rules: {
    GROUP_ARCHIVED: 'This group is archived: it is read and no more. Its owner can reopen it.',
    READ_ONLY_HERE: 'In this group people from outside read and do not write. Its owner can change that.',
    MEMBERS_ONLY: 'Only members of this group can post in it. Join it first, or ask its owner.',
  },
}
