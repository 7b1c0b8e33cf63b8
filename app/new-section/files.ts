import type { Names } from './names.ts'
import { serverFiles } from './server-files.ts'
import { webFiles } from './web-files.ts'

/** The files of a new section by path: a list of named things in groups, to be turned into what it is for. */
export function newSection(name: string): Record<string, string> {
  const one = name.replace(/s$/, '')
  const names: Names = { name, one, Name: capital(name), One: capital(one) }
  return Object.fromEntries(
    Object.entries({ ...serverFiles(names), ...webFiles(names) }).map(([path, text]) => [path, text.trimStart()]),
  )
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
