import { addressInWords } from '#ui/shell/addresses.ts'

/** A part of a text: plain words, or the address of a page. */
export interface TextPart {
  text: string
  /** Where in the whole text it begins. */
  at: number
  /** Only http and https. */
  link?: URL
}

const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Takes a plain text apart so that the addresses in it can be shown as links; put together again it is the same text. */
export function partsOf(text: string, origin: string = window.location.origin): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(addressInWords)) {
    const shown = withoutEnd(found)
    if (!URL.canParse(shown, origin)) continue
    if (index > from) parts.push({ text: text.slice(from, index), at: from })
    parts.push({ text: shown, at: index, link: new URL(shown, origin) })
    from = index + shown.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), at: from })
  return parts
}

/** A full stop, or a bracket opened before the address, belongs to the sentence around it. */
function withoutEnd(found: string): string {
  let shown = found
  for (;;) {
    const last = shown.at(-1) ?? ''
    const opening = closing[last]
    const stray = opening ? shown.split(last).length > shown.split(opening).length : /[.,;:!?…*_~]/.test(last)
    if (!stray) return shown
    shown = shown.slice(0, -1)
  }
}
