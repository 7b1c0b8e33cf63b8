import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { tasks } from './api.ts'
import classes from './WaitingCount.module.css'

/** How many open tasks wait for the person, marked when one of them is late. */
export function WaitingCount() {
  const words = useWords(tasksWords)
  const { data } = useQuery(tasks.count.queryOptions())
  if (!data || data.open === 0) return null
  const late = data.overdue > 0
  const said = late ? `${words.waiting(data.open)}, ${words.waitingOverdue(data.overdue)}` : words.waiting(data.open)
  return (
    <span className={late ? classes.late : classes.count} title={said}>
      <span aria-hidden>{data.open}</span>
      <span className="loggia-hidden">{said}</span>
    </span>
  )
}
