import { plural } from '#ui/words/catalogue.ts'

/** The words of comments, in English. */
export const en = {
  title: 'Comments',
  count: plural({ one: '{n} comment', other: '{n} comments' }),
  write: 'Write a comment',
  earlier: 'Show earlier comments',
  writeFirst: 'Write something first.',
  sendBy: (p: { keys: string }) => `${p.keys} sends`,
  showWhole: 'Show all of it',
}
