import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { featureOrder } from './direction/rooms.ts'
import { filePaths, projectFolder } from './tree.ts'

const paths = filePaths()
const page = () => {
  const file = join(projectFolder, 'ARCHITECTURE.md')
  if (!existsSync(file))
    throw new Error('ARCHITECTURE.md is missing: one page with the rooms, the direction, the path of one request')
  return readFileSync(file, 'utf8')
}

/** Where the page and the disk differ. The first code block of the page lists the rooms, one a line, beginning with `name/`. */
function differences(text: string, paths: string[]): string[] {
  const map = /```[a-z]*\n([^]*?)```/.exec(text)?.[1] ?? ''
  const named = [...map.matchAll(/^([\w-]+)\/\s/gm)].map(([, name]) => name ?? '')
  const standing = new Set(paths.filter((path) => /^[^./][^/]*\//.test(path)).map((path) => path.split('/')[0] ?? ''))
  const found = [
    ...named.filter((name) => !standing.has(name)).map((name) => `${name}/ is on the page, not on the disk`),
    ...[...standing].filter((name) => !named.includes(name)).map((name) => `${name}/ is on the disk, not on the page`),
  ]
  const features = new Set(paths.flatMap((path) => /^features\/([^/]+)\//.exec(path)?.[1] ?? []))
  const inOrder = featureOrder.filter((name) => features.has(name)).join(' ')
  if (!map.replace(/\s+/g, ' ').includes(inOrder))
    found.push(`the page does not list the features as they stand: ${inOrder}`)
  const files = [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.\w+)`/g)].map(([, path]) => path ?? '')
  return [
    ...found,
    ...files.filter((path) => !paths.includes(path)).map((path) => `${path} is on the page, not on the disk`),
  ]
}

test('ARCHITECTURE.md shows the rooms as they stand on the disk', () => {
  expect(differences(page(), paths)).toEqual([])
})

test('a room that came, went or moved is found', () => {
  const text = '# A\n```\napp/  puts together\nfeatures/  account people\n```\nSee `app/server.ts`.'
  const disk = ['app/server.ts', 'features/account/a.ts', 'features/people/a.ts', '.ci/run', 'README.md']
  expect(differences(text, disk)).toEqual([])
  expect(differences(text, [...disk, 'server/a.ts'])).toEqual(['server/ is on the disk, not on the page'])
  expect(differences(text, disk.slice(1))).toHaveLength(2)
  expect(differences(text, [...disk, 'features/tasks/a.ts'])).toHaveLength(1)
})
