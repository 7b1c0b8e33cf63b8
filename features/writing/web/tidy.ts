import type { JSONContent } from '@tiptap/core'
import { addressInWords, linkedId } from '#ui/shell/addresses.ts'
import type { Doc, Mentions, ShownDoc } from '../contract.ts'

/** Which attributes of a node are kept, and what needs no saying. The editor keeps more: how wide a column is drawn, whom a mention looks like. */
const kept: Record<string, Record<string, unknown>> = {
  heading: { level: undefined },
  orderedList: { start: 1 },
  tableCell: { colspan: 1, rowspan: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
  person: { id: undefined },
  group: { id: undefined },
  picture: { id: undefined, alt: undefined },
  link: { href: undefined },
}

const address = /^(https?:\/\/|mailto:)\S+$/i

/** What the editor holds as the document that is kept. Empty lines at its end are nobody's. */
export function tidy(held: JSONContent): Doc {
  const content = (held.content ?? []).map(tidyNode)
  while (content.length > 1 && isEmpty(content.at(-1))) content.pop()
  return { type: 'doc', content } as Doc
}

function tidyNode(node: JSONContent): JSONContent {
  const { type, text, content } = node
  const marks = (node.marks ?? []).flatMap((mark) => tidyMark(mark) ?? [])
  return {
    ...(type ? { type } : {}),
    ...attributes(type, node.attrs),
    ...(text === undefined ? {} : { text }),
    ...(marks.length > 0 ? { marks } : {}),
    ...(content?.length ? { content: content.map(tidyNode) } : {}),
  }
}

type Mark = NonNullable<JSONContent['marks']>[number]

/** An address without its beginning is that of a page, or of one of this portal (`/posts/…`); whatever else is no address here, and the words stay. */
function tidyMark({ type, attrs }: Mark): Mark | null {
  if (type !== 'link') return { type }
  const said = String(attrs?.href ?? '').trim()
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(said)
  const beginning = /^\/[^/]/.test(said) ? window.location.origin : 'https://'
  const href = hasScheme ? said : `${beginning}${said}`
  return address.test(href) && URL.canParse(href) ? { type, attrs: { href } } : null
}

function attributes(type: string | undefined, attrs: JSONContent['attrs']): { attrs?: Record<string, unknown> } {
  const said = Object.entries(kept[type ?? ''] ?? {}).flatMap(([key, usual]): [string, unknown][] => {
    const value: unknown = attrs?.[key]
    return value === undefined || value === null || value === usual ? [] : [[key, value]]
  })
  return said.length > 0 ? { attrs: Object.fromEntries(said) } : {}
}

const isEmpty = (node: JSONContent | undefined): boolean => node?.type === 'paragraph' && !node.content?.length

/** Lines as the editor takes them in: what was typed before it was here. */
export const ofLines = (text: string): JSONContent => ({
  type: 'doc',
  content: text.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line ? { content: withLinks(line) } : {}),
  })),
})

/** The other way: what is nothing but lines; null where looks, somebody mentioned or a picture would be lost. */
export function inLines(held: JSONContent): string | null {
  const lines = (held.content ?? []).map(({ content = [] }) => content.map(({ text = '' }) => text).join(''))
  const text = lines.join('\n')
  return JSON.stringify(tidy(ofLines(text))) === JSON.stringify(tidy(held)) ? text : null
}

/** Words, and the addresses of things of this portal among them as links. */
function withLinks(line: string): JSONContent[] {
  const parts: JSONContent[] = []
  let from = 0
  for (const { 0: found, index } of line.matchAll(addressInWords)) {
    if (!linkedId(found)) continue
    if (index > from) parts.push({ type: 'text', text: line.slice(from, index) })
    parts.push({ type: 'text', text: found, marks: [{ type: 'link', attrs: { href: found } }] })
    from = index + found.length
  }
  return from < line.length ? [...parts, { type: 'text', text: line.slice(from) }] : parts
}

/** A kept document as the editor takes it in. Whoever is not known any more becomes the plain words that stand for them. */
export function toEdit(
  document: ShownDoc,
  { people, groups }: Mentions,
  unknown: Record<'person' | 'group', string>,
): JSONContent {
  const known = new Map<string, object>([...people, ...groups].map((one) => [one.id, one]))
  const node = (one: JSONContent): JSONContent => {
    const { type, attrs, content } = one
    if (type === 'person' || type === 'group') {
      const found = known.get(String(attrs?.id))
      return found ? { type, attrs: { id: attrs?.id as string, shown: found } } : { type: 'text', text: unknown[type] }
    }
    return content ? { ...one, content: content.map(node) } : one
  }
  return node(document)
}
