import { Checkbox, CloseButton, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { staysHere } from '#ui/controls/staysHere.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { AdditionFields } from '../../web/addition.ts'
import { calendarEventsWords } from '../words.ts'
import classes from './EventFields.module.css'
import type { EventDraft } from './eventDraft.ts'
import { EventTimes } from './EventTimes.tsx'

interface EventFieldsProps extends Pick<AdditionFields<EventDraft>, 'value' | 'onChange'> {
  /** Where there is one already it stays. */
  remove?: () => void
  comes?: boolean
}

/** What one invites to: title, place, from when until when, or on which days. */
export function EventFields({ value, onChange, remove, comes = false }: EventFieldsProps) {
  const words = useWords(calendarEventsWords).form
  const title = useRef<HTMLInputElement>(null)
  const set = (part: Partial<EventDraft>) => onChange({ ...value, ...part })
  // Somebody has just asked for it.
  useEffect(() => {
    if (comes) title.current?.focus()
  }, [comes])
  return (
    <fieldset className={classes.fields}>
      <div className={classes.head}>
        <TextInput
          ref={title}
          className={classes.title ?? ''}
          label={words.title}
          value={value.title}
          maxLength={200}
          onChange={(event) => set({ title: event.currentTarget.value })}
          onKeyDown={staysHere}
        />
        {remove && <CloseButton aria-label={words.remove} title={words.remove} onClick={remove} />}
      </div>
      <EventTimes value={value} set={set} />
      <Checkbox
        label={words.allDay}
        checked={value.allDay}
        onChange={(event) => set({ allDay: event.currentTarget.checked })}
      />
      <TextInput
        label={words.place}
        value={value.place}
        maxLength={300}
        onChange={(event) => set({ place: event.currentTarget.value })}
        onKeyDown={staysHere}
      />
    </fieldset>
  )
}
