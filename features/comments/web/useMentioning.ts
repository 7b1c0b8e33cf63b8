import { useState, type RefObject } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'

/** What is typed after an "@", and where it begins. */
interface Typed {
  from: number
  typed: string
  field: HTMLElement
  /** Where the field stands on the screen. */
  at: DOMRect
}

const beforeCaret = /(?:^|[\s([{"'«„“])@([\p{L}\p{N}][\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)?$/u

/**
 * Mentions in a plain field: after an "@" people are looked for, and who is chosen stands in the text by their name. `people` are those
 * who may be mentioned by now; whoever sends the text says them by id (`asTokens`).
 */
export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  {
    text,
    people,
    change,
  }: { text: string; people: ShownPerson[]; change: (text: string, people: ShownPerson[]) => void },
) {
  const [asked, setAsked] = useState<Typed | null>(null)
  const look = () => {
    const { current } = field
    const caret = current?.selectionStart ?? 0
    const found = beforeCaret.exec((current?.value ?? '').slice(0, caret))
    const typed = found?.[1] ?? ''
    const from = caret - typed.length - 1
    setAsked(current && found ? { typed, from, field: current, at: current.getBoundingClientRect() } : null)
  }
  const choose = (person: ShownPerson) => {
    if (!asked) return
    const end = asked.from + 1 + asked.typed.length
    const words = `${typedOf(person)} `
    change(text.slice(0, asked.from) + words + text.slice(end).replace(/^ /, ''), [
      ...people.filter(({ id }) => id !== person.id),
      person,
    ])
    setAsked(null)
    const caret = asked.from + words.length
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret))
  }
  return { asked, look, choose, stop: () => setAsked(null) }
}

/** Of the people who were chosen those whose names still stand in the text. */
export const stillIn = (text: string, people: readonly ShownPerson[]): ShownPerson[] =>
  people.filter((person) => text.includes(typedOf(person)))

/** The text as it is sent: people by their ids. Longer names first, so that Anna Maria is not taken for Anna. */
export const asTokens = (text: string, people: readonly ShownPerson[]): string =>
  [...people]
    .toSorted((a, b) => typedOf(b).length - typedOf(a).length)
    .reduce((sent, person) => sent.replaceAll(typedOf(person), `@[${person.id}]`), text)

/** The text without a mention of somebody. */
export const without = (text: string, person: ShownPerson): string =>
  text.replaceAll(typedOf(person), '').replaceAll('  ', ' ')

/** How a mention looks while one types. */
const typedOf = ({ name }: ShownPerson): string => `@${name}`
