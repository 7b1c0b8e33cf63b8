import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { TaskBrowser } from './TaskBrowser.tsx'

/** All tasks that the person sees, their own first. */
export function TasksPage() {
  const words = useWords(tasksWords)
  return (
    <>
      <PageHeader title={words.title} />
      <TaskBrowser />
    </>
  )
}
