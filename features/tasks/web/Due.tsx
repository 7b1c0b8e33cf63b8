import { IconAlertTriangle, IconCalendarDue, IconCheck } from '@tabler/icons-react'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import classes from './Due.module.css'
import { nearnessOf } from './dueGroups.ts'

interface DueProps {
  task: Pick<Task, 'deadline' | 'completedAt'>
  /** The deadline of something done: being past says nothing. */
  plain?: boolean
}

/** Until when a task is to be done, or since when it is: in words, an icon and a colour. */
export function Due({ task: { deadline, completedAt }, plain = false }: DueProps) {
  const words = useWords(tasksWords)
  const { timeZone } = useMe()
  if (completedAt) {
    return (
      <span className={classes.due}>
        <IconCheck size={15} aria-hidden />
        {words.due.done} <TimeAgo at={completedAt} />
      </span>
    )
  }
  if (!deadline) return <span className={classes.due}>{words.due.none}</span>
  const nearness = nearnessOf(deadline, new Date(), timeZone)
  if (nearness === 'overdue' && !plain) {
    return (
      <span className={`${classes.due} ${classes.overdue}`}>
        <IconAlertTriangle size={15} aria-hidden />
        {words.due.overdue} · <TimeAgo at={deadline} />
      </span>
    )
  }
  return (
    <span className={nearness === 'today' ? `${classes.due} ${classes.today}` : classes.due}>
      <IconCalendarDue size={15} aria-hidden />
      <span className="loggia-hidden">{words.due.at}</span>
      <TimeAgo at={deadline} />
    </span>
  )
}
