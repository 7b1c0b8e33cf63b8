import { SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { PeopleInPages } from '#ui/controls/PeopleInPages.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import type { CalendarEvent, EventAnswer } from '../contract.ts'
import { calendarEventsWords } from '../words.ts'
import { eventAnswers } from './answers.ts'
import { calendarEvents } from './api.ts'
import classes from './CalendarEvent.module.css'

interface WhoComesProps {
  post: Post
  answers: CalendarEvent['answers']
  opened: boolean
  close: () => void
}

/** Who comes, may come, or does not, by name. */
export function WhoComes({ opened, close, ...of }: WhoComesProps) {
  const words = useWords(calendarEventsWords)
  return (
    <Dialog opened={opened} close={close} title={words.who}>
      <Panel {...of} />
    </Dialog>
  )
}

function Panel({ post, answers }: Pick<WhoComesProps, 'post' | 'answers'>) {
  const words = useWords(calendarEventsWords)
  const [answer, setAnswer] = useState<EventAnswer>(eventAnswers.find((one) => answers[one] > 0) ?? 'yes')
  const list = useInfiniteQuery(
    calendarEvents.eventAnswers.infiniteOptions({
      input: (after: string | undefined) => ({ id: post.id, answer, limit: 50, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  return (
    <div className={classes.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words.who}
        value={answer}
        onChange={(value) => setAnswer(value)}
        data={eventAnswers.map((value) => ({ value, label: words.count[value](answers[value]) }))}
      />
      <PeopleInPages list={list} nobody={words.nobody} />
    </div>
  )
}
