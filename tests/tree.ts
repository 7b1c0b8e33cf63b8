import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** One file of the project as the checks see it: its path from the root, with forward slashes, and what it says. */
export interface SourceFile {
  path: string
  text: string
}

/** The folder that holds the project, with its slash at the end. */
export const projectFolder = join(import.meta.dirname, '..', sep)

const notOurs = new Set(['node_modules', '.git', 'data', 'dist', 'coverage'])

/** The paths of all files under a folder of the project, without what is installed, built or written at run time. */
export function filePaths(under = '.'): string[] {
  const found: string[] = []
  const open = [join(projectFolder, under)]
  for (let folder = open.pop(); folder; folder = open.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!notOurs.has(entry.name)) open.push(path)
      } else if (entry.isFile()) {
        found.push(relative(projectFolder, path).split(sep).join('/'))
      }
    }
  }
  return found.toSorted()
}

/** The TypeScript of the project. */
export function sourceFiles(): SourceFile[] {
  return filePaths()
    .filter((path) => /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))
}

/** Whether a file is a test or serves only tests. */
export const isTest = (path: string) => path.startsWith('tests/') || /\.test\.tsx?$/.test(path)
