/** The words of comments, in English. */
export const en = {
  title: 'Comments',
  write: 'Write a comment',
  earlier: 'Show earlier comments',
  replyTo: (p: { name: string }) => `Reply to ${p.name} + team`,
  replyToTeam: 'Reply to team',
  writeFirst: 'Write something first.',
  sendBy: (p: { keys: string }) => `${p.keys} sends`,
  showWhole: 'Show all of it',
  rules: {
    GROUP_ARCHIVED: 'This group is archived: it is read and no more. Its owner can reopen it.',
    READ_ONLY_HERE: 'In this group people from outside read and do not write. Its owner can change that.',
  },
}
