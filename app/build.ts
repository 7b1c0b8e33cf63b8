import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = `${root}node_modules/vite/bin/vite.js`
const stamp = `${root}dist/web/.built-from`
const sources = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'tsconfig.web.json',
  'app/web.tsx',
  'app/web/**/*',
  'ui/**/*.*',
  'features/**/web/**/*.*',
  'features/**/words/*.ts',
  'features/**/{words,contract,events}.ts',
  'platform/contract.ts',
  'events/kind.ts',
]

/** Builds the web client unless it was built from exactly these files. Answers whether it had to. */
export async function buildIfStale(): Promise<boolean> {
  const now = await fingerprint()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === now) return false
  // In a process of its own: what it takes (a gigabyte) goes when it ends.
  // Always what is served in earnest: under a test runner's NODE_ENV, React would come with its checks, a third larger.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env })
  await writeFile(stamp, now)
  return true
}

/** The files that the client is built from, by their paths in the project. */
export async function clientFiles(): Promise<string[]> {
  const files = new Set<string>()
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true }))
    if (entry.isFile()) files.add(`${entry.parentPath}/${entry.name}`.slice(root.length))
  return [...files].toSorted()
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await clientFiles()) hash.update(file).update(await readFile(root + file))
  return hash.digest('hex')
}
