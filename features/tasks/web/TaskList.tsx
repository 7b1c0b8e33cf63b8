import { useState, type ReactNode } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NextPage } from '#ui/controls/NextPage.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { partedByNearness } from './dueGroups.ts'
import classes from './TaskList.module.css'
import { TaskRow } from './TaskRow.tsx'
import { useCompleting } from './useCompleting.ts'
import { useListKeys } from './useListKeys.ts'
import { useTasks, type Shown } from './useTasks.ts'

/** A list of tasks: nearest first parted by how near, or newest first. It goes by keyboard too. */
export function TaskList({ shown, empty }: { shown: Shown; empty: ReactNode }) {
  const words = useWords(tasksWords)
  const shared = useWords(uiWords)
  const { timeZone } = useMe()
  const { list, items, keep, drop } = useTasks(shown)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const complete = useCompleting((error) => {
    drop()
    setProblem(sentenceOf(error, shared, words.rules))
  })
  const toggle = (task: Task) => {
    setProblem(null)
    const { title, completedAt } = task
    keep({ ...task, completedAt: completedAt ? null : new Date() })
    setSaid(completedAt ? words.reopened({ title }) : words.completed({ title }))
    complete(task)
  }
  const rows = useListKeys({
    act: (id) => {
      const task = items.find((item) => item.id === id)
      if (task?.may.change) toggle(task)
    },
  })
  if (list.isPending) return <ListSkeleton rows={8} />
  if (list.isError && items.length === 0) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0) return empty
  const parted = shown.sort === 'deadline' && shown.state === 'open'
  const parts = parted ? partedByNearness(items, new Date(), timeZone) : [{ nearness: null, tasks: items }]
  // Of the last part there may be more on the next page.
  const isWhole = (place: number) => place < parts.length - 1 || !list.hasNextPage
  return (
    <div ref={rows} className={list.isPlaceholderData ? classes.stale : undefined}>
      <div className="loggia-hidden" role="status">
        {said}
      </div>
      <FormError text={problem} />
      {parts.map(({ nearness, tasks }, place) => (
        <section key={tasks[0]?.id} className={classes.part}>
          {nearness && (
            <h2 className={classes.head}>
              {words.nearness[nearness]}
              {isWhole(place) && <span className={classes.count}>{tasks.length}</span>}
            </h2>
          )}
          <ul className={classes.rows}>
            {tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                withGroup={!shown.group}
                byWhom={shown.whose === 'mine'}
                toggle={toggle}
                undo={(task.completedAt === null) !== (shown.state === 'open')}
              />
            ))}
          </ul>
        </section>
      ))}
      <NextPage list={list} label={words.more} />
      <p className={classes.keys}>{words.keys}</p>
    </div>
  )
}
