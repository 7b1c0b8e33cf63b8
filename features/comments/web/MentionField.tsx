import { Textarea, type TextareaProps } from '@mantine/core'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { makeKeys, MentionList, type Place } from '#features/writing/web/door.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useMentioning } from './useMentioning.ts'

interface MentionFieldProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  people: ShownPerson[]
  change: (text: string, people: ShownPerson[]) => void
  /** For whom it is: they alone are offered. */
  place: Place
}

/** A field for plain words in which people can be mentioned: those who will read it. */
export function MentionField({ field, text, people, change, place, onKeyDown, ...look }: MentionFieldProps) {
  const [keys] = useState(makeKeys)
  const mentioning = useMentioning(field, { text, people, change })
  const { asked, stop } = mentioning
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (asked && event.key === 'Escape') {
      event.stopPropagation()
      return stop()
    }
    if (asked && keys.press(event.nativeEvent)) return event.preventDefault()
    onKeyDown?.(event)
  }
  return (
    <>
      <Textarea
        {...look}
        ref={field}
        value={text}
        onChange={(event) => {
          change(event.currentTarget.value, people)
          mentioning.look()
        }}
        onClick={mentioning.look}
        onBlur={stop}
        onKeyDown={press}
      />
      {asked && place.groupId && (
        <MentionList
          asked={{
            typed: asked.typed,
            at: asked.at,
            choose: ({ shown }) => mentioning.choose(shown as ShownPerson),
          }}
          place={place}
          keys={keys}
          field={asked.field}
          peopleOnly
        />
      )}
    </>
  )
}
