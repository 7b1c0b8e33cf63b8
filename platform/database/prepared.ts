/** Longer texts are seldom asked twice, and a connection keeps a plan for every name it has heard. */
const longest = 6_000
const most = 1_000

const names = new Map<string, string>()

/**
 * Gives a query a name, so that PostgreSQL parses and plans its text once for each connection: with rules that ask further tables, planning takes longer than running.
 * Texts beyond the first thousand stay without; what the program asks is far fewer, unless a list of values is spelled out in the text.
 */
export function prepared(query: unknown, text: string): unknown {
  if (typeof query !== 'object' || query === null || text.length > longest) return query
  const known = names.get(text)
  if (known === undefined && names.size >= most) return query
  const name = known ?? `loggia_${names.size}`
  if (known === undefined) names.set(text, name)
  return { ...query, name }
}

/** A query is given as its text, or as an object that has it. */
export function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : ''
  return typeof text === 'string' ? text : ''
}
