import { z } from 'zod'

/** How much one document holds: nodes within each other, nodes and letters in all, whom and what it mentions, and pictures. */
export const most = { depth: 24, nodes: 4000, letters: 20_000, mentions: 100, pictures: 30 }

export type Mark =
  { type: 'bold' | 'italic' | 'strike' | 'underline' | 'code' } | { type: 'link'; attrs: { href: string } }

/** What stands in a line. A mention says by its id whom it names, never by a name of its own; `Id` is null for readers who may not know. */
export type Inline<Id = string> =
  | { type: 'text'; text: string; marks?: Mark[] | undefined }
  | { type: 'hardBreak' }
  | { type: 'person' | 'group'; attrs: { id: Id } }

type Lines<Id> = Inline<Id>[] | undefined

export type Block<Id = string> =
  | { type: 'paragraph'; content?: Lines<Id> }
  | { type: 'heading'; attrs: { level: 1 | 2 | 3 }; content?: Lines<Id> }
  | { type: 'bulletList'; content: Item<Id>[] }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content: Item<Id>[] }
  | { type: 'blockquote'; content: Block<Id>[] }
  | { type: 'codeBlock'; content?: { type: 'text'; text: string }[] | undefined }
  | { type: 'table'; content: Row<Id>[] }
  | { type: 'horizontalRule' }
  | { type: 'picture'; attrs: { id: Id; alt?: string | undefined } }

export type Item<Id = string> = { type: 'listItem'; content: Block<Id>[] }
export type Row<Id = string> = { type: 'tableRow'; content: Cell<Id>[] }
export type Cell<Id = string> = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined
  content: Block<Id>[]
}

/** A written text as it is kept. */
export type Doc<Id = string> = { type: 'doc'; content: Block<Id>[] }

const text = z.string().min(1)
const plain = z.strictObject({ type: z.literal('text'), text })

/** Where a link may lead: a page or a mailbox. Anything else a browser might run. */
const address = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu)

const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
  ...(['bold', 'italic', 'strike', 'underline', 'code'] as const).map((type) =>
    z.strictObject({ type: z.literal(type) }),
  ),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: address }) }),
] as never)

/** The closed schema of a document whose mentions have ids like `mentioned`: any other node, mark or attribute is refused. */
export function documentWith<Id extends string | null>(mentioned: z.ZodType<Id>): z.ZodType<Doc<Id>> {
  const attrs = z.strictObject({ id: mentioned })
  const inline: z.ZodType<Inline<Id>> = z.discriminatedUnion('type', [
    plain.extend({ marks: z.array(mark).max(6).optional() }),
    z.strictObject({ type: z.literal('hardBreak') }),
    z.strictObject({ type: z.literal('person'), attrs }),
    z.strictObject({ type: z.literal('group'), attrs }),
  ]) as never
  const line = z.array(inline).optional()
  const blocks: z.ZodType<Block<Id>[]> = z.lazy(() => z.array(block).min(1))
  const item = z.strictObject({ type: z.literal('listItem'), content: blocks })
  const span = z.number().int().min(1).max(60).optional()
  const cell = (type: 'tableCell' | 'tableHeader') =>
    z.strictObject({
      type: z.literal(type),
      attrs: z.strictObject({ colspan: span, rowspan: span }).optional(),
      content: blocks,
    })
  const row = z.strictObject({
    type: z.literal('tableRow'),
    content: z.array(z.discriminatedUnion('type', [cell('tableCell'), cell('tableHeader')])).min(1),
  })
  const start = z.strictObject({ start: z.number().int().min(0).max(100_000) })
  const level = z.union([z.literal(1), z.literal(2), z.literal(3)])
  const block: z.ZodType<Block<Id>> = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), content: line }),
    z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level }), content: line }),
    z.strictObject({ type: z.literal('bulletList'), content: z.array(item).min(1) }),
    z.strictObject({ type: z.literal('orderedList'), attrs: start.optional(), content: z.array(item).min(1) }),
    z.strictObject({ type: z.literal('blockquote'), content: blocks }),
    z.strictObject({ type: z.literal('codeBlock'), content: z.array(plain).optional() }),
    z.strictObject({ type: z.literal('table'), content: z.array(row).min(1) }),
    z.strictObject({ type: z.literal('horizontalRule') }),
    z.strictObject({ type: z.literal('picture'), attrs: attrs.extend({ alt: z.string().max(300).optional() }) }),
  ]) as never
  return z.strictObject({ type: z.literal('doc'), content: z.array(block).min(1) })
}
