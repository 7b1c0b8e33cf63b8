const arriving = new Map<string, object>()

/**
 * The words of one file in a language that is not carried from the start: empty until they have arrived (fetch.ts), and the same object
 * then. `path` is the file's, from the top of the project. The build puts this in place of words/ru.ts and words/pl.ts (vite.config.ts).
 */
export function wordsAt(path: string): object {
  const words = arriving.get(path) ?? {}
  arriving.set(path, words)
  return words
}
