import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { calendarEventsContract } from '../contract.ts'
import { answerEvent, listEventAnswers } from './answering.ts'
import { eventFile } from './file.ts'

// To people from outside no post invites to anything.
const invited = implement(calendarEventsContract).$context<RequestContext>().use(signedIn('employees'))

export const calendarEventsRoutes = {
  answerEvent: invited.answerEvent.handler(({ input, context: { tx, me } }) =>
    answerEvent(tx, me, input.id, input.answer),
  ),
  takeEventAnswer: invited.takeEventAnswer.handler(({ input, context: { tx, me } }) =>
    answerEvent(tx, me, input.id, null),
  ),
  eventAnswers: invited.eventAnswers.handler(({ input, context: { tx } }) => listEventAnswers(tx, input)),
  eventFile: invited.eventFile.handler(({ input, context: { tx, platform } }) =>
    eventFile(tx, platform.settings.url, input.id),
  ),
}
