import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'
import { filePaths, isTest, projectFolder, type SourceFile } from './tree.ts'

const written = filePaths()
  .filter((path) => /\.(tsx?|css|html)$|^bin\//.test(path) && !path.startsWith('migrations/'))
  .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))

const tooLong = (files: SourceFile[]) =>
  files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length, most: isTest(path) ? 400 : 300 }))
    .filter(({ lines, most }) => lines > most)
    .map(({ path, lines, most }) => `${path} has ${lines} lines; ${most} is the most: it is two files`)

const marks = /\b(TODO|FIXME|HACK|XXX)\b/
const silencers = /@ts-(ignore|nocheck)|(oxlint|eslint)-disable|prettier-ignore|(v8|c8|istanbul) ignore/
const leavesOut = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails'])

/** What was left for later or silenced: marks, `any`, comments that silence a tool, tests that do not run. */
function leftForLater({ path, text }: SourceFile): string[] {
  if (!/\.tsx?$/.test(path)) return marks.test(text) ? [`${path} has a mark left for later`] : []
  const found: string[] = []
  const tell = (start: number, what: string) => found.push(`${path}:${text.slice(0, start).split('\n').length} ${what}`)
  const { program, comments } = parseSync(path, text)
  for (const { value, start } of comments) {
    if (marks.test(value)) tell(start, 'has a mark left for later')
    // In a test `@ts-expect-error` is a check: the compiler complains as soon as nothing is wrong any more.
    if (silencers.test(value) || (value.includes('@ts-expect-error') && !isTest(path))) tell(start, 'silences a tool')
  }
  new Visitor({
    TSAnyKeyword: ({ start }) => tell(start, 'says any'),
    MemberExpression({ object, property, start }) {
      const chain = object.type === 'MemberExpression' ? object.object : object
      const ofTests = chain.type === 'Identifier' && ['test', 'it', 'describe', 'suite', 'bench'].includes(chain.name)
      if (ofTests && property.type === 'Identifier' && leavesOut.has(property.name))
        tell(start, `uses .${property.name}`)
    },
  }).visit(program)
  return found
}

test('the project is read', () => expect(written.length).toBeGreaterThan(20))

test('no file is over 300 lines, no test over 400', () => {
  expect(tooLong(written)).toEqual([])
  const lines = (count: number) => 'a\n'.repeat(count)
  const planted = [
    { path: 'access/a.ts', text: lines(301) },
    { path: 'access/b.ts', text: lines(300) },
    { path: 'access/a.test.ts', text: lines(401) },
    { path: 'tests/b.ts', text: lines(400) },
  ]
  expect(tooLong(planted)).toHaveLength(2)
})

test('nothing is left for later: no marks, no any, no silenced tool, no test that does not run', () => {
  expect(written.flatMap(leftForLater)).toEqual([])
  const planted = [
    '// TODO later',
    'export const a = (b: any) => b',
    'export const a = b as any',
    '// @ts-expect-error because',
    '/* oxlint-disable no-console */',
    `test.skip('a', () => {})`,
    `describe.only('a', () => {})`,
    `test.concurrent.todo('a')`,
    `test.runIf(false)('a', () => {})`,
  ]
  for (const text of planted) expect(leftForLater({ path: 'access/a.ts', text }), text).toHaveLength(1)
  expect(leftForLater({ path: 'ui/a.css', text: '/* FIXME */' })).toHaveLength(1)
  expect(leftForLater({ path: 'access/a.ts', text: `// any task to do\nbox.only(1)\nconst todo = 'TODO'` })).toEqual([])
})
