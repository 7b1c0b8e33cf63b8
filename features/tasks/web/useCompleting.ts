import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useMe } from '#ui/me.ts'
import type { Task } from '../contract.ts'
import { tasks } from './api.ts'

type Page = { items: Task[]; next: string | null }

/**
 * Completes a task, or opens it again. Every list and page that shows it changes at once; when the server says no they are
 * asked again, and `failed` hears why.
 */
export function useCompleting(failed: (error: unknown) => void): (task: Task) => void {
  const cache = useQueryClient()
  const me = useMe()
  const show = (task: Task) => {
    const withIt = (page: Page): Page => ({
      ...page,
      items: page.items.map((item) => (item.id === task.id ? task : item)),
    })
    cache.setQueriesData<InfiniteData<Page>>(
      { queryKey: tasks.list.key({ type: 'infinite' }) },
      (known) => known && { ...known, pages: known.pages.map(withIt) },
    )
    cache.setQueriesData<Task>({ queryKey: tasks.get.key({ input: { id: task.id } }) }, (known) => known && task)
  }
  const { mutate } = useMutation({
    mutationFn: (task: Task) => (task.completedAt ? tasks.reopen : tasks.complete).call({ id: task.id }),
    onMutate: async (task) => {
      await cache.cancelQueries({ queryKey: tasks.key() })
      show(
        task.completedAt
          ? { ...task, completedAt: null, completedBy: null }
          : {
              ...task,
              completedAt: new Date(),
              completedBy: { ...me, company: me.company ?? undefined, photo: me.photo ?? undefined },
            },
      )
    },
    onSuccess: show,
    onError: failed,
    onSettled: () => cache.invalidateQueries({ queryKey: tasks.key() }),
  })
  return mutate
}
