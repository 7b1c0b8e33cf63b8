import type { Editor } from '@tiptap/react'
import { linkedId } from '#ui/shell/addresses.ts'

/** Takes every mention of somebody out of the text, or every link to something: an address goes, and words that were a link stay as words. */
export function takeOut(editor: Editor, id: string): void {
  const { person } = editor.schema.nodes
  const found: { from: number; to: number; words: boolean }[] = []
  editor.state.doc.descendants((node, from) => {
    const linked = node.marks.some(({ type, attrs }) => type.name === 'link' && linkedId(String(attrs.href)) === id)
    const mentioned = node.type === person && node.attrs.id === id
    if (linked || mentioned)
      found.push({ from, to: from + node.nodeSize, words: linked && !linkedId(node.text?.trim() ?? '') })
  })
  const chain = editor.chain().focus()
  for (const { words, ...range } of found.toReversed())
    if (words) chain.setTextSelection(range).unsetMark('link').setTextSelection(range.to)
    else chain.deleteRange(range)
  chain.run()
}
