/** More words than these nobody looks for; the others are left out. */
const mostWords = 10
const longestWord = 100

/** What parts words, as access.plain_words says it. */
const between = /[\s!-/:-@[-`{-~«»„“”‘’…–—·•\u200b]+/

/** A text as its words are compared. */
const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** The words that somebody looks for, each once. */
export const wordsIn = (typed: string): string[] =>
  [...new Set(plain(typed).split(between))].filter((word) => word && word.length <= longestWord).slice(0, mostWords)

type Part = { text: string; found: boolean }

/** Letters of an excerpt before the first word that was found, and in all. */
const before = 100
const most = 360

/** What a text says around the first of some words, taken apart where they stand. */
export function excerptOf(text: string, words: string[]): Part[] {
  const wanted = new Set(words)
  const marks = marksIn(text, wanted)
  const first = marks[0]?.from ?? 0
  const from = first > before ? beginningOfWord(text, first - before) : 0
  const to = text.length - from > most ? endOfWord(text, from + most) : text.length
  const parts: Part[] = []
  const add = (said: string, found: boolean) => said && parts.push({ text: said, found })
  let at = from
  if (from > 0) add('…', false)
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue
    add(text.slice(at, mark.from), false)
    add(text.slice(mark.from, mark.to), true)
    at = mark.to
  }
  add(text.slice(at, to), false)
  if (to < text.length) add('…', false)
  return parts
}

function marksIn(text: string, wanted: ReadonlySet<string>): { from: number; to: number }[] {
  const marks: { from: number; to: number }[] = []
  for (const { 0: word, index } of text.matchAll(/[^\s!-/:-@[-`{-~«»„“”‘’…–—·•\u200b]+/g))
    if (wanted.has(plain(word))) marks.push({ from: index, to: index + word.length })
  return marks
}

const beginningOfWord = (text: string, at: number): number => {
  const blank = text.indexOf(' ', at)
  return blank === -1 || blank > at + 40 ? at : blank + 1
}

const endOfWord = (text: string, at: number): number => {
  const blank = text.lastIndexOf(' ', at)
  return blank < at - 40 ? at : blank
}
