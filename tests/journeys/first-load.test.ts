import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { buildIfStale } from '#app/build.ts'
import { projectFolder } from '#tests/tree.ts'

const folder = join(projectFolder, 'dist/web')
const mostBytes = 250_000

interface Chunk {
  file: string
  imports?: string[]
}

beforeAll(async () => void (await buildIfStale()))

it(`the first load takes at most ${mostBytes / 1000} kB of script, compressed, in few files`, async () => {
  const chunks = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = [...firstLoad(chunks, 'index.html')]
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length))
  const sum = sizes.reduce((whole, size) => whole + size, 0)
  // Nothing found would be no proof.
  expect(sum).toBeGreaterThan(100_000)
  expect(sum).toBeLessThanOrEqual(mostBytes)
  expect(files.length).toBeLessThanOrEqual(6)
})

it('the editor is fetched by whoever begins to write, and comes with no page', async () => {
  const chunks = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const editor = Object.entries(chunks).find(([, { file }]) => file.startsWith('assets/editor-'))?.[0] ?? ''
  expect(editor).not.toBe('')
  const along = Object.values(chunks).filter(({ imports }) => imports?.includes(editor))
  expect(along.map(({ file }) => file)).toEqual([])
})

/** The entry and everything it imports before it runs. */
function firstLoad(chunks: Record<string, Chunk>, key: string, found = new Set<string>()): Set<string> {
  const chunk = chunks[key]
  if (!chunk) throw new Error(`The manifest has no ${key}.`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) firstLoad(chunks, imported, found)
  return found
}
