import { Button, UnstyledButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import { keepPost } from '../../web/keepPost.ts'
import type { CalendarEvent, EventAnswer } from '../contract.ts'
import { calendarEventsWords } from '../words.ts'
import { eventAnswers } from './answers.ts'
import { calendarEvents } from './api.ts'
import classes from './CalendarEvent.module.css'
import { WhoComes } from './WhoComes.tsx'

interface EventAnswersProps {
  post: Post
  event: CalendarEvent
  children: ReactNode
}

/** Where one says whether one comes, until it begins; and who has said what. */
export function EventAnswers({ post, event, children }: EventAnswersProps) {
  const words = useWords(calendarEventsWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const [listing, setListing] = useState(false)
  const keep = {
    onSuccess: (calendarEvent: CalendarEvent) => keepPost(cache, { ...post, calendarEvent }),
  }
  const give = useMutation(calendarEvents.answerEvent.mutationOptions(keep))
  const take = useMutation(calendarEvents.takeEventAnswer.mutationOptions(keep))
  const busy = give.isPending || take.isPending
  const mine = give.variables && give.isPending ? give.variables.answer : event.mine
  const now = Date.now()
  const begun = event.startsAt.getTime() <= now
  const say = (answer: EventAnswer) =>
    answer === event.mine ? take.mutate({ id: post.id }) : give.mutate({ id: post.id, answer })
  const said = eventAnswers.filter((answer) => event.answers[answer] > 0)
  const error = give.error ?? take.error
  return (
    <>
      <div className={classes.answers}>
        {begun ? (
          <span className={classes.quiet}>{event.endsAt.getTime() <= now ? words.over : words.begun}</span>
        ) : (
          !post.group?.archived && (
            <span className={classes.choices} role="group" aria-label={words.yourAnswer}>
              {eventAnswers.map((answer) => (
                <Button
                  key={answer}
                  size="xs"
                  variant={mine === answer ? 'filled' : 'default'}
                  aria-pressed={mine === answer}
                  disabled={busy}
                  onClick={() => say(answer)}
                >
                  {words.answer[answer]}
                </Button>
              ))}
            </span>
          )
        )}
        {said.length > 0 ? (
          <UnstyledButton className={classes.who} aria-haspopup="dialog" onClick={() => setListing(true)}>
            {said.map((answer) => words.count[answer](event.answers[answer])).join(' · ')}
          </UnstyledButton>
        ) : (
          <span className={classes.quiet}>{words.nobodyAnswered}</span>
        )}
        {children}
      </div>
      <FormError text={error && sentenceOf(error, shared, words.rules)} />
      <WhoComes post={post} answers={event.answers} opened={listing} close={() => setListing(false)} />
    </>
  )
}
