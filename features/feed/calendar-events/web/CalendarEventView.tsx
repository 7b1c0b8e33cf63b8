import { IconCalendarDown, IconClock, IconMapPin } from '@tabler/icons-react'
import { useMe } from '#ui/me.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import type { CalendarEvent } from '../contract.ts'
import { calendarEventsWords } from '../words.ts'
import classes from './CalendarEvent.module.css'
import { EventAnswers } from './EventAnswers.tsx'
import { exactlyIn, leafOf, whenOf } from './eventTime.ts'

interface CalendarEventViewProps {
  post: Post
  event: CalendarEvent
}

/** What a post invites to: when, where, who comes. Times are the reader's; those of whoever invites stand behind them. */
export function CalendarEventView({ post, event }: CalendarEventViewProps) {
  const words = useWords(calendarEventsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const leaf = leafOf(event, language, timeZone)
  const zones = event.days ? [] : [...new Set([timeZone, event.timeZone])]
  const exact = zones.map((zone) => words.inZone({ when: exactlyIn(event, language, zone), zone })).join('\n')
  return (
    <div className={classes.event} role="group" aria-label={words.event}>
      <div className={classes.leaf} aria-hidden>
        <span className={classes.month}>{leaf.month}</span>
        <span className={classes.day}>{leaf.day}</span>
      </div>
      <div className={classes.about}>
        <div className={classes.title}>{event.title}</div>
        <div className={classes.fact}>
          <IconClock size={16} className={classes.icon ?? ''} aria-hidden />
          <time dateTime={event.days?.first ?? event.startsAt.toISOString()} title={exact || undefined}>
            {whenOf(event, language, timeZone)}
            {event.days && ` · ${words.allDay}`}
          </time>
        </div>
        {event.place && (
          <div className={classes.fact}>
            <IconMapPin size={16} className={classes.icon ?? ''} aria-hidden />
            <span>
              <span className="loggia-hidden">{words.place}: </span>
              {event.place}
            </span>
          </div>
        )}
        <EventAnswers post={post} event={event}>
          <a className={classes.file} href={`/api/v1/posts/${post.id}/event.ics`} download="event.ics">
            <IconCalendarDown size={16} aria-hidden />
            {words.toCalendar}
          </a>
        </EventAnswers>
      </div>
    </div>
  )
}
