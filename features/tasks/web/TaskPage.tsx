import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Comments } from '#features/comments/web/door.tsx'
import { ReadAbout } from '#features/notices/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import type { PageProps } from '#ui/section.ts'
import { useStanding } from '#ui/shell/standing.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { tasks } from './api.ts'
import { TaskDescription } from './TaskDescription.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { TaskHead } from './TaskHead.tsx'
import classes from './TaskPage.module.css'
import { useCompleting } from './useCompleting.ts'
import { useTaskReaders } from './useTaskReaders.ts'

/** One task: what, who, until when, and what is said about it. */
export function TaskPage({ params }: PageProps) {
  const { data: task, error, refetch } = useQuery(tasks.get.queryOptions({ input: { id: params.id ?? '' } }))
  if (error && !task) return <ErrorState error={error} retry={() => void refetch()} />
  return task ? <Whole task={task} /> : <ListSkeleton rows={4} />
}

function Whole({ task }: { task: Task }) {
  const words = useWords(tasksWords)
  const shared = useWords(uiWords)
  const [problem, setProblem] = useState<string | null>(null)
  const toggle = useCompleting((error) => setProblem(sentenceOf(error, shared, words.rules)))
  const { group, audience, lane, creator, responsible } = task
  const Heading = useStanding() === 'page' ? 'h2' : 'h3'
  const between = useTaskReaders({ groupId: null, address: { audience: 'everyone' }, between: [creator, responsible] })
  const place =
    group && audience !== 'named'
      ? { tool: 'tasks' as const, groupId: group.id, voice: group.voice, archived: group.archived, audience, lane }
      : { groupId: null, voice: false as const, readers: between }
  return (
    <article className={classes.task}>
      <ReadAbout id={task.id} />
      <TaskHead task={task} toggle={toggle} />
      <FormError text={problem} />
      <TaskFacts task={task} />
      <TaskDescription task={task} />
      <Heading className={classes.heading}>{words.page.comments}</Heading>
      <Comments threadId={task.id} place={place} />
    </article>
  )
}
