import { Textarea } from '@mantine/core'
import type { JSONContent } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Editor } from './editor/Editor.tsx'
import classes from './ComposerFrame.module.css'
import { withoutLink } from './links.ts'
import type { Place } from './place.ts'
import { inLines, ofLines } from './tidy.ts'
import { lines as ofText, nothing, type Acts, type Value } from './value.ts'

interface WritingFieldProps {
  label: string
  place: Place
  value: Value
  /** What it begins with: something written before. */
  initial?: JSONContent | undefined
  lines: number
  inFocus: boolean
  readOnly: boolean
  onChange: (value: Value) => void
  onEnter: () => void
  send: () => void
  handle: (acts: Acts) => void
}

/** From when it was fetched the first time, a field begins with it: no key is lost between a plain one and it. */
let fetched: typeof Editor | null = null

/**
 * Where one writes. The editor is fetched when somebody comes to the field; until it is here, and where it cannot come, lines are typed and sent,
 * and it takes over what was typed.
 */
export function WritingField({ initial, value, inFocus, onEnter, ...rest }: WritingFieldProps) {
  const [entered, setEntered] = useState(inFocus || initial !== undefined)
  const [come, setCome] = useState(entered && fetched ? { Editor: fetched, focus: inFocus } : null)
  /** More than lines: nothing is typed into it before the editor is here. */
  const [waits] = useState(() => initial !== undefined && inLines(initial) === null)
  const field = useRef<HTMLTextAreaElement>(null)
  // Where somebody was writing when it was brought in, they go on: once, since they may go on elsewhere too.
  const [goesOn] = useState(initial !== undefined && inFocus)
  useLayoutEffect(() => {
    if (!goesOn || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [goesOn])
  useEffect(() => {
    if (!entered || come) return undefined
    let here = true
    import('./editor/Editor.tsx').then(
      ({ Editor: ready }) => {
        fetched = ready
        if (here) setCome({ Editor: ready, focus: inFocus || document.activeElement === field.current })
      },
      // Without a connection it stays away, and lines can be typed all the same.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [entered, come, inFocus])
  const { label, lines, readOnly, onChange, send, handle } = rest
  useEffect(() => {
    if (!come)
      handle({
        // Nobody is mentioned in lines.
        takeOut: (id) => onChange(ofText(withoutLink(value.text, id))),
        clear: () => onChange(nothing),
        focus: () => field.current?.focus(),
      })
  })
  if (come)
    return <come.Editor {...rest} initial={waits && initial ? initial : ofLines(value.text)} focus={come.focus} />
  return (
    <Textarea
      ref={field}
      variant="unstyled"
      classNames={{ input: classes.input ?? '' }}
      aria-label={label}
      placeholder={label}
      value={value.text}
      readOnly={readOnly || waits}
      minRows={lines}
      data-autofocus={inFocus || undefined}
      onChange={(event) => onChange(ofText(event.currentTarget.value))}
      onFocus={() => {
        setEntered(true)
        onEnter()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        send()
      }}
    />
  )
}
