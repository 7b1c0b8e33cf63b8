import { fieldText } from '#ui/localTime.ts'
import type { CalendarEvent } from '../contract.ts'

/** What one invites to as it is being written; times as the fields for them write them, in the person's own zone. */
export interface EventDraft {
  title: string
  place: string
  allDay: boolean
  starts: string
  ends: string
  firstDay: string
  lastDay: string
}

/** What one has invited to, to be changed. */
export const draftOf = ({ title, place, startsAt, endsAt, days }: CalendarEvent, timeZone: string): EventDraft => ({
  title,
  place,
  allDay: days !== null,
  starts: days ? '' : fieldText(startsAt, timeZone),
  ends: days ? '' : fieldText(endsAt, timeZone),
  firstDay: days?.first ?? '',
  lastDay: days?.last ?? '',
})
