import { expect, it } from 'vitest'
import { clientFiles } from '#app/build.ts'
import { readModule } from './direction/modules.ts'
import { filePaths, sourceFiles } from './tree.ts'

/** What the client's first file brings in, and what that brings in, and so on: without types, which are gone when it is built. */
function broughtInBy(first: string): Set<string> {
  const byPath = new Map(sourceFiles().map((file) => [file.path, file]))
  const found = new Set<string>()
  const open = [first]
  for (let path = open.pop(); path; path = open.pop()) {
    const file = byPath.get(path)
    if (found.has(path) || !file) continue
    found.add(path)
    open.push(...readModule(file).imports.flatMap(({ ours, typeOnly, to }) => (ours && !typeOnly ? to : [])))
  }
  return found
}

it('the client is built anew when any file that it is made of is another one', async () => {
  const files = new Set(await clientFiles())
  const made = broughtInBy('app/web.tsx')
  expect(made.size).toBeGreaterThan(300)
  expect([...made].filter((path) => !files.has(path))).toEqual([])
  const styles = filePaths('features').filter((path) => path.endsWith('.css'))
  expect(styles.filter((path) => !files.has(path))).toEqual([])
})
