import { useState } from 'react'
import { useMe } from '#ui/me.ts'
import { useLanguage } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import { eventAddition } from './eventAddition.ts'
import { draftOf, type EventDraft } from './eventDraft.ts'
import { EventFields } from './EventFields.tsx'

/** Changes what a post invites to while its words are changed; once it has begun it stays. */
export function useEventEdit({ calendarEvent }: Post) {
  const me = useMe()
  const { language } = useLanguage()
  const [event] = useState(calendarEvent && calendarEvent.startsAt > new Date() ? calendarEvent : null)
  const [draft, setDraft] = useState<EventDraft | null>(event && draftOf(event, me.timeZone))
  const [begun] = useState(draft)
  return {
    fields: draft && <EventFields key="event" value={draft} onChange={setDraft} />,
    missing: () => draft && eventAddition.missing(draft, language, me),
    /** Nothing where it was left as it is: its seconds, which no field shows, stay too. */
    asked: () => (draft && draft !== begun ? eventAddition.asked(draft, me) : {}),
    state: draft,
  }
}
