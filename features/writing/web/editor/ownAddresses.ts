import { combineTransactionSteps, Extension, getChangedRanges } from '@tiptap/core'
import type { MarkType, Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { addressInWords, linkedId } from '#ui/shell/addresses.ts'

interface Range {
  from: number
  to: number
}

/**
 * Addresses of things of this portal that are typed or pasted as words become links: whole ones, and those without their beginning (`/posts/…`). Only where
 * something was just written, so that a link which somebody took away stays away.
 */
export const OwnAddresses = Extension.create({
  name: 'ownAddresses',
  addProseMirrorPlugins() {
    const { link } = this.editor.schema.marks
    if (!link) return []
    return [
      new Plugin({
        appendTransaction(transactions, before, { doc, tr }) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null
          const steps = combineTransactionSteps(before.doc, [...transactions])
          for (const { newRange } of getChangedRanges(steps)) linkWithin(tr, doc, newRange, link)
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})

function linkWithin(tr: Transaction, doc: Node, { from, to }: Range, link: MarkType): void {
  const within = { from: Math.max(0, from - 1), to: Math.min(doc.content.size, to + 1) }
  doc.nodesBetween(within.from, within.to, (block, at) => {
    if (!block.isTextblock) return true
    if (!block.type.allowsMarkType(link)) return false
    // Whatever is no text stands for one letter.
    const text = block.textBetween(0, block.content.size, undefined, '\ufffc')
    for (const { 0: address, index } of text.matchAll(addressInWords)) {
      const start = at + 1 + index
      const end = start + address.length
      const fresh = start <= to && end >= from
      if (fresh && linkedId(address) && !isLinked(doc, { from: start, to: end }, link))
        tr.addMark(start, end, link.create({ href: address })).removeStoredMark(link)
    }
    return false
  })
}

/** Whether all of it is one link, or code, in which nothing is. */
function isLinked(doc: Node, { from, to }: Range, link: MarkType): boolean {
  const hrefs = new Set<unknown>()
  let code = false
  doc.nodesBetween(from, to, ({ isText, marks }) => {
    if (!isText) return
    code ||= marks.some(({ type }) => type.name === 'code')
    hrefs.add(marks.find(({ type }) => type === link)?.attrs.href)
  })
  return code || (hrefs.size === 1 && !hrefs.has(undefined))
}
