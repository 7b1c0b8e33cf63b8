import type { Found } from '#ui/section.ts'
import { searching } from './api.ts'
import { addressOf } from './addressOf.ts'

const most = 5
const longest = 90

/** Posts and comments for the search palette. */
export async function findPosts(text: string): Promise<Found[]> {
  const { items } = await searching.search.call({ words: text.slice(0, 200), limit: most })
  return items.map((piece) => ({
    id: piece.id,
    name: inOneLine(piece.excerpt),
    ...(piece.group ? { group: piece.group } : {}),
    path: addressOf(piece),
    record: true,
  }))
}

const inOneLine = (excerpt: { text: string }[]): string => {
  const line = excerpt
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}
