import { TextInput } from '@mantine/core'
import { staysHere } from '#ui/controls/staysHere.ts'
import { fieldText, momentOf } from '#ui/localTime.ts'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { calendarEventsWords } from '../words.ts'
import classes from './EventFields.module.css'
import type { EventDraft } from './eventDraft.ts'

interface EventTimesProps {
  value: EventDraft
  set: (part: Partial<EventDraft>) => void
}

const hour = 3_600_000

/** From when until when. The end follows the beginning, so that it is never before it: an hour later, or as long as it was. */
export function EventTimes({ value, set }: EventTimesProps) {
  const words = useWords(calendarEventsWords).form
  const { timeZone } = useMe()
  const { allDay, starts, ends, firstDay, lastDay } = value
  const start = (text: string) => {
    const at = momentOf(text, timeZone)
    const before = momentOf(starts, timeZone)
    const until = momentOf(ends, timeZone)
    const lasts = before && until && until > before ? until.getTime() - before.getTime() : hour
    set({ starts: text, ...(at ? { ends: fieldText(new Date(at.getTime() + lasts), timeZone) } : {}) })
  }
  if (allDay)
    return (
      <div className={classes.times}>
        <TextInput
          type="date"
          label={words.firstDay}
          value={firstDay}
          onChange={({ currentTarget: { value: day } }) =>
            set({ firstDay: day, ...(lastDay < day ? { lastDay: day } : {}) })
          }
          onKeyDown={staysHere}
        />
        <TextInput
          type="date"
          label={words.lastDay}
          value={lastDay}
          onChange={(event) => set({ lastDay: event.currentTarget.value })}
          onKeyDown={staysHere}
        />
      </div>
    )
  return (
    <div className={classes.times}>
      <TextInput
        type="datetime-local"
        label={words.starts}
        description={words.zone({ zone: timeZone })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={starts}
        onChange={(event) => start(event.currentTarget.value)}
        onKeyDown={staysHere}
      />
      <TextInput
        type="datetime-local"
        label={words.ends}
        value={ends}
        onChange={(event) => set({ ends: event.currentTarget.value })}
        onKeyDown={staysHere}
      />
    </div>
  )
}
