/** The words that stand in an address after the question mark. */
export type Query = Record<string, string>

/** Reads `?a=b` as plain texts; nothing is taken for a number or for JSON. */
export function readQuery(text: string): Query {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Writes a query; what is empty is left out. */
export function writeQuery(query: Record<string, unknown>): string {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    typeof value === 'string' && value ? [[key, value]] : [],
  )
  const text = new URLSearchParams(entries).toString()
  return text ? `?${text}` : ''
}

/** Parts an address of this portal into its path, its query and the place on the page. */
export function partAddress(address: string): { path: string; query: Query; hash: string } {
  const [page = '/', hash = ''] = address.split('#')
  const [path = '/', query = ''] = page.split('?')
  return { path, query: readQuery(query), hash }
}

/** The words of a path by a pattern such as `/tasks/$id`; null where it does not fit. */
export function wordsOf(pattern: string, path: string): Query | null {
  const asked = pattern.split('/')
  const given = path.split('/')
  if (asked.length !== given.length) return null
  const words: Query = {}
  for (const [place, word] of asked.entries()) {
    const there = given[place] ?? ''
    if (word.startsWith('$')) words[word.slice(1)] = decodeURIComponent(there)
    else if (word !== there) return null
  }
  return words
}
