import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { requestsWords } from '../words.ts'
import classes from './RequestCount.module.css'
import { useRequests } from './useRequests.ts'

/** How many requests wait for the person's answer, beside the word Members. */
export function RequestCount({ groupId }: GroupTabProps) {
  const words = useWords(requestsWords)
  const waiting = useRequests(groupId).data?.items.filter(({ decides }) => decides).length ?? 0
  if (waiting === 0) return null
  return (
    <span className={classes.count} title={words.list.waiting(waiting)}>
      <span aria-hidden>{waiting}</span>
      <span className="loggia-hidden">{words.list.waiting(waiting)}</span>
    </span>
  )
}
