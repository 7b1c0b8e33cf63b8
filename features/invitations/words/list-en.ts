import { plural } from '#ui/words/catalogue.ts'

/** Inviting many at once, in English. */
export const listInEnglish = {
  way: 'Several',
  field: 'Addresses',
  hint: 'Up to 500, between commas, semicolons or lines; or a table with headings: e-mail, name, company, position, language, until.',
  prompt: 'Kim Lee <kim@company.com>, omar@company.com',
  file: 'Read a CSV file',
  preview: 'What will be sent',
  who: 'Who',
  result: 'Result',
  fine: 'good',
  good: plural({ one: '{n} can be invited', other: '{n} can be invited' }),
  leftOut: plural({ one: '{n} row is left out', other: '{n} rows are left out' }),
  sendGood: plural({ one: 'Send only the {n} good one', other: 'Send only the {n} good ones' }),
  ofAll: 'What a row says itself goes before what is said here for all.',
  nobody: 'Paste at least one address that can be invited.',
  marked: 'Some rows cannot be invited; why stands beside them. Nothing was sent. You can send the others.',
  tooMany: (p: { n: number }) => `At most ${p.n} at once. Take some out and send them after these.`,
  noCompany: 'people from outside say no company: take the column out',
}
