import { oc } from '@orpc/contract'
import { z } from 'zod'
import { day, id, line, listOf, moment, page, person } from '#platform/contract.ts'

const tags = ['Feed']

/** What somebody says who is invited. */
export const eventAnswers = ['yes', 'maybe', 'no'] as const
const answer = z.enum(eventAnswers)
export type EventAnswer = z.infer<typeof answer>

/** When something is: from one moment to another, or on whole days, the last one included, in the time zone of whoever invites. */
const when = z.union([
  z.strictObject({ startsAt: moment, endsAt: moment }),
  z.strictObject({ firstDay: day, lastDay: day }),
])

/** Invites to something, for those who work here. */
export const newCalendarEvent = z.strictObject({
  title: line(200),
  place: z.string().trim().max(300).default(''),
  when,
})
export type NewCalendarEvent = z.output<typeof newCalendarEvent>

/** What a post invites to, and who comes. To people from outside there is none. */
export const calendarEvent = z.object({
  title: z.string(),
  place: z.string(),
  startsAt: z.date(),
  /** The moment at which it is over. */
  endsAt: z.date(),
  /** Of something that is on whole days, these days wherever one is; else null. */
  days: z.object({ first: day, last: day }).nullable(),
  /** IANA name: that of whoever invites. */
  timeZone: z.string(),
  answers: z.object({ yes: z.number().int(), maybe: z.number().int(), no: z.number().int() }),
  /** What the person asking said. */
  mine: answer.nullable(),
})
export type CalendarEvent = z.infer<typeof calendarEvent>

const ofPost = z.strictObject({ id })

/** What a browser or a program may ask about what posts invite to. */
export const calendarEventsContract = {
  answerEvent: oc
    .route({
      method: 'POST',
      path: '/posts/{id}/event/answers',
      tags,
      summary: 'Say whether one comes to what a post invites to; until it begins one may say otherwise',
    })
    .input(z.strictObject({ id, answer }))
    .output(calendarEvent),
  takeEventAnswer: oc
    .route({ method: 'DELETE', path: '/posts/{id}/event/answers', tags, summary: 'Take that back' })
    .input(ofPost)
    .output(calendarEvent),
  eventAnswers: oc
    .route({ method: 'GET', path: '/posts/{id}/event/answers', tags, summary: 'Who comes, may come, or does not' })
    .input(z.strictObject({ ...page, id, after: id.optional(), answer }))
    .output(listOf(z.object({ person: person.nullable() }))),
  eventFile: oc
    .route({
      method: 'GET',
      path: '/posts/{id}/event.ics',
      tags,
      summary: 'What a post invites to, as iCalendar (RFC 5545)',
      outputStructure: 'detailed',
    })
    .input(ofPost)
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
}
