import type { ShownPerson } from '#ui/controls/person.ts'
import type { Doc } from '../contract.ts'
import { linkedInWords } from './links.ts'

/** What was written so far. Without a document it is lines, typed before the editor was here or where it could not come. */
export interface Value {
  text: string
  document: Doc | null
  /** Whom it mentions. */
  people: ShownPerson[]
  /** What of this portal it links to. */
  linkIds: string[]
  empty: boolean
  /** Pictures are on their way into it. */
  waits: boolean
}

export const nothing: Value = { text: '', document: null, people: [], linkIds: [], empty: true, waits: false }

/** Lines without any looks. */
export const lines = (text: string): Value => ({
  text,
  document: null,
  people: [],
  linkIds: linkedInWords(text),
  empty: text.trim() === '',
  waits: false,
})

/** As it is sent. */
export function said({ text, document, empty }: Value): { document?: Doc; text?: string } {
  // Files are sent without a word.
  if (empty) return {}
  return document ? { document } : { text }
}

/** What may be done with what is being written, from beside it. */
export interface Acts {
  /** Takes somebody who is mentioned, or what is linked, out of it. */
  takeOut: (id: string) => void
  clear: () => void
  focus: () => void
}
