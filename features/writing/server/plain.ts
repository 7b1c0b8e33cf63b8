import type { Block, Doc, Inline } from '../contract.ts'

/** What a mention is called in a plain text. Kept texts name nobody: who may know whom is decided when somebody reads. */
export type Naming = (mention: { type: 'person' | 'group'; id: string | null }) => string

const unnamed: Naming = () => '…'

/** A document as plain text: for search, letters, records, and programs that know no other. */
export const plainOf = (document: Doc<string | null>, nameOf: Naming = unnamed): string =>
  blocks(document.content, nameOf).trim()

const blocks = (content: Block<string | null>[], nameOf: Naming): string =>
  content
    .map((block) => plainBlock(block, nameOf))
    .filter(Boolean)
    .join('\n\n')

function plainBlock(block: Block<string | null>, nameOf: Naming): string {
  const inside = (content: Block<string | null>[]) => blocks(content, nameOf)
  switch (block.type) {
    case 'bulletList':
      return block.content.map((item) => indented('• ', inside(item.content))).join('\n')
    case 'orderedList':
      return block.content
        .map((item, at) => indented(`${at + (block.attrs?.start ?? 1)}. `, inside(item.content)))
        .join('\n')
    case 'blockquote':
      return inside(block.content).replace(/^/gm, '> ')
    case 'table':
      return block.content.map((row) => row.content.map((cell) => oneLine(inside(cell.content))).join(' | ')).join('\n')
    case 'picture':
      return `🖼 ${block.attrs.alt ?? ''}`.trim()
    case 'horizontalRule':
      return '* * *'
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return (block.content ?? []).map((part) => plainInline(part, nameOf)).join('')
  }
}

function plainInline(part: Inline<string | null>, nameOf: Naming): string {
  if (part.type === 'text') return part.text
  return part.type === 'hardBreak' ? '\n' : `@${nameOf({ type: part.type, id: part.attrs.id })}`
}

const indented = (sign: string, text: string): string => sign + text.replace(/\n+/g, `\n${' '.repeat(sign.length)}`)
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')
