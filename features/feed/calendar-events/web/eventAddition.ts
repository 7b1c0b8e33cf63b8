import { IconCalendarEvent } from '@tabler/icons-react'
import { momentOf } from '#ui/localTime.ts'
import { label, say } from '#ui/words/catalogue.ts'
import type { Addition } from '../../web/addition.ts'
import type { NewCalendarEvent } from '../contract.ts'
import { calendarEventsWords } from '../words.ts'
import type { EventDraft } from './eventDraft.ts'
import { EventFields } from './EventFields.tsx'

/** When it is, as a request says it; null while that is not said, or said backwards. */
function whenOf(draft: EventDraft, timeZone: string): NewCalendarEvent['when'] | 'backwards' | null {
  const { allDay, firstDay, lastDay } = draft
  if (allDay) {
    if (!firstDay || !lastDay) return null
    return lastDay < firstDay ? 'backwards' : { firstDay, lastDay }
  }
  const [starts, ends] = [momentOf(draft.starts, timeZone), momentOf(draft.ends, timeZone)]
  if (!starts || !ends) return null
  return ends <= starts ? 'backwards' : { startsAt: starts.toISOString(), endsAt: ends.toISOString() }
}

/** Invites to something, in a post that nobody from outside reads. */
export const eventAddition: Addition<EventDraft> = {
  part: 'calendarEvent',
  icon: IconCalendarEvent,
  label: label(calendarEventsWords, (words) => words.event),
  offered: ({ me, outside }) => me.kind === 'employee' && !outside,
  notHere: label(calendarEventsWords, (words) => words.form.notHere),
  empty: { title: '', place: '', allDay: false, starts: '', ends: '', firstDay: '', lastDay: '' },
  Fields: EventFields,
  missing(draft, language, { timeZone }) {
    const words = say(calendarEventsWords, language).form
    if (!draft.title.trim()) return words.missingTitle
    const when = whenOf(draft, timeZone)
    if (!when) return words.missingTime
    return when === 'backwards' ? words.backwards : null
  },
  asked({ title, place, ...draft }, { timeZone }) {
    const when = whenOf({ title, place, ...draft }, timeZone)
    return when && when !== 'backwards' ? { calendarEvent: { title, place, when } } : {}
  },
  speaks: false,
}
