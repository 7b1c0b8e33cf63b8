import type { Block, Cell, Doc, Inline, Item, Row } from '../contract.ts'

export type AnyNode<Id = string | null> = Block<Id> | Item<Id> | Row<Id> | Cell<Id> | Inline<Id>

/** Everything that stands in a document, in its order. */
export function nodesOf(document: Doc<string | null> | null): AnyNode[] {
  const inside = (node: AnyNode): AnyNode[] => [
    node,
    ...('content' in node ? (node.content ?? []).flatMap(inside) : []),
  ]
  return (document?.content ?? []).flatMap(inside)
}

/** Somebody or something that a document names. */
export type Mention<Id = string | null> = Extract<Inline<Id>, { type: 'person' | 'group' }>

/** The same document with each of its mentions passed through `change`. */
export function withMentions<Id extends string | null, To extends string | null>(
  document: Doc<Id>,
  change: (mention: Mention<Id>) => Mention<To>,
): Doc<To> {
  const changed = (node: AnyNode<Id>): AnyNode<To> => {
    if (node.type === 'person' || node.type === 'group') return change(node)
    if (!('content' in node) || !node.content) return node as AnyNode<To>
    return { ...node, content: node.content.map(changed) } as AnyNode<To>
  }
  return { ...document, content: document.content.map(changed) as Doc<To>['content'] }
}
