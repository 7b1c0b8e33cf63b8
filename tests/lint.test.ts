import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from './tree.ts'

const settings = ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig.server.json', 'tsconfig.web.json']

/** What oxlint, with the project's settings, says of planted files: the names of the rules, each once, and whether it failed. */
function lint(planted: Record<string, string>): { rules: string[]; failed: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'loggia-lint-'))
  try {
    for (const name of settings) cpSync(join(projectFolder, name), join(folder, name))
    symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const oxlint = join(projectFolder, 'node_modules/.bin/oxlint')
    const { stdout, status } = spawnSync(oxlint, ['--format=json', ...Object.keys(planted)], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code?: string; message: string }[] }
    const rules = diagnostics.map(({ code, message }) => /\(([\w-]+)\)/.exec(code ?? '')?.[1] ?? message)
    return { rules: [...new Set(rules)].toSorted(), failed: status !== 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a promise that nobody waits for is an error on the server', () => {
  const text = `import { rm } from 'node:fs/promises'
export function forget(path: string) {
  rm(path)
}
export const kept = (paths: string[]) => paths.filter(async (path) => path !== '')
`
  expect(lint({ 'access/planted.ts': text })).toEqual({
    rules: ['no-floating-promises', 'no-misused-promises'],
    failed: true,
  })
})

test('promises, hooks, keys and labels are looked after on the screen, and any nowhere passes', () => {
  const text = `import { useEffect, useState } from 'react'
const load = async (count: number) => count
export function Planted({ count, names }: { count: number; names: string[] }) {
  const [shown, setShown] = useState(0)
  useEffect(() => {
    load(count).then(setShown)
  }, [])
  if (count > 3) useState(1)
  const loose: any = shown
  return names.map((name) => <img src={name + loose} />)
}
`
  const { rules, failed } = lint({ 'features/tasks/web/Planted.tsx': text })
  expect(failed).toBe(true)
  expect(rules).toEqual(
    expect.arrayContaining([
      'alt-text',
      'exhaustive-deps',
      'jsx-key',
      'no-explicit-any',
      'no-floating-promises',
      'rules-of-hooks',
    ]),
  )
})

test('what is in order passes', () => {
  const text = `export const double = (count: number) => count * 2\n`
  expect(lint({ 'access/planted.ts': text })).toEqual({ rules: [], failed: false })
})
