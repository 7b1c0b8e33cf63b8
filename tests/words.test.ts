import { expect, test } from 'vitest'
import { isWeb } from './direction/rooms.ts'
import { isTest, sourceFiles } from './tree.ts'
import { readCatalogues, unevenWords, unusedWords } from './words/catalogues.ts'
import { wordsOutsideTheCatalogue } from './words/screens.ts'

const files = sourceFiles().filter(({ path }) => !isTest(path))
const catalogues = readCatalogues(files)
const screens = files.filter(({ path }) => isWeb(path))

test('the catalogues and the screens are read', () => {
  const doors = catalogues.map(({ door }) => door)
  for (const { path } of files.filter(({ path }) => /(^|\/)words\.ts$/.test(path))) expect(doors).toContain(path)
  expect(doors).toContain('ui/words.ts')
  expect(doors.filter((door) => door.startsWith('features/'))).not.toEqual([])
  expect(catalogues.reduce((sum, { languages }) => sum + (languages.get('en')?.size ?? 0), 0)).toBeGreaterThan(100)
  expect(screens.filter(({ path }) => path.endsWith('.tsx')).length).toBeGreaterThan(20)
})

test('every word stands in en, ru and pl', () => expect(catalogues.flatMap(unevenWords)).toEqual([]))

test('every word is said somewhere', () => {
  expect(catalogues.flatMap((catalogue) => unusedWords(catalogue, files))).toEqual([])
})

test('every word on a screen comes from a catalogue', () => {
  expect(screens.flatMap(wordsOutsideTheCatalogue)).toEqual([])
})

const planted = [
  {
    path: 'features/tasks/words/en.ts',
    text: `export const en = { title: 'Tasks', letter: { subject: 'A new task' }, by: { date: 'Date', name: 'Name' } }`,
  },
  {
    path: 'features/tasks/words/ru.ts',
    text: `export const ru: W = { title: 'Задачи', letter: { subject: 'A new task' }, by: { date: '', name: 'Имя' } }`,
  },
  {
    path: 'features/tasks/words/pl.ts',
    text: `export const pl: W = { title: 'Zadania', more: 'Więcej', letter: {}, by: { date: 'Data', name: 'Imię' } }`,
  },
]

test('a word that is missing, left over, empty or left in English is found', () => {
  expect(readCatalogues(planted).flatMap(unevenWords)).toEqual([
    'features/tasks/words.ts: letter.subject stands in English in ru',
    'features/tasks/words.ts: letter.subject is missing in pl',
    'features/tasks/words.ts: more of pl is missing in en',
    'features/tasks/words.ts: by.date is empty in ru',
  ])
})

test('a word that nobody says is found, however the others are said', () => {
  const [catalogue] = readCatalogues(planted)
  if (!catalogue) throw new Error('the planted catalogue was not read')
  const nobodySays = (text: string, path = 'features/tasks/web/A.tsx') =>
    unusedWords(catalogue, [{ path, text }]).map((line) => line.split(' ').at(-1))
  expect(nobodySays('task.title; words.by[order]')).toEqual(['title', 'letter.subject'])
  expect(nobodySays('const { title } = useWords(tasksWords); words[any]')).toEqual([
    'letter.subject',
    'by.date',
    'by.name',
  ])
  expect(nobodySays(`say(tasksWords, me.language).letter.subject; p.words.title; words.by['name']`)).toEqual([
    'by.date',
  ])
  expect(nobodySays('sentenceOf(error, words.letter); const { by } = words')).toEqual(['title'])
  expect(nobodySays('words.title', 'features/feed/web/A.tsx')).toContain('title')
  expect(
    nobodySays(`import { tasksWords } from '#features/tasks/words.ts'; words.title`, 'features/feed/web/A.tsx'),
  ).not.toContain('title')
})

test.each([
  '<p>Hello</p>',
  '<>Привет</>',
  `<p>{late ? 'Late' : words.onTime}</p>`,
  '<p>{`${count} tasks`}</p>',
  `<p>{open && 'Open'}</p>`,
  `<Button aria-label="Close" />`,
  `<TextInput label={'Name'} />`,
  `<TextInput placeholder="Name" />`,
  `<a title={late ? 'Late' : ''} />`,
  `notifications.show({ message: 'Saved' })`,
])('%s is found', (text) => {
  expect(wordsOutsideTheCatalogue({ path: 'ui/A.tsx', text: `export const a = ${text}` })).toHaveLength(1)
})

test('what is not a word for people is left alone', () => {
  const text = `export const a = <p className="row" id={'x'}>{words.title}: {count} · {kind === 'late' ? <B /> : null}<kbd>Ctrl K</kbd></p>`
  expect(wordsOutsideTheCatalogue({ path: 'ui/A.tsx', text })).toEqual([])
})
