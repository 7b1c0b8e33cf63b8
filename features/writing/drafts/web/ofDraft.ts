import type { JSONContent } from '@tiptap/core'
import type { Attachment, Mentions, ShownDoc } from '../../contract.ts'
import { inLines, ofLines, tidy, toEdit } from '../../web/tidy.ts'
import { lines, type Value } from '../../web/value.ts'

/** A draft of a text with its looks, as the portal answers it. */
export interface DraftOfWriting {
  id: string
  version: string
  text: string
  document: ShownDoc | null
  mentions: Mentions
  attachments: Attachment[]
}

/** The words of a draft as the editor takes them in, and as they are sent; null where it has none. */
export function ofDraft(
  { text, document, mentions }: DraftOfWriting,
  unknown: Record<'person' | 'group', string>,
): { content: JSONContent; value: Value } | null {
  if (!document) return text === '' ? null : { content: ofLines(text), value: lines(text) }
  const content = toEdit(document, mentions, unknown)
  const shown = lines(inLines(content) ?? text)
  return { content, value: { ...shown, document: tidy(content), people: mentions.people, empty: false } }
}
