import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Task } from '../contract.ts'
import { tasks } from './api.ts'

/** What a list of tasks shows. */
export interface Shown {
  group?: string
  whose: 'mine' | 'setByMe' | 'all'
  state: 'open' | 'completed'
  sort: 'newest' | 'deadline'
}

const perPage = 40

/**
 * The tasks of a list, page by page. A task that is completed here stays in its place, crossed out, until one leaves the list:
 * so it does not run away under the pointer, and can be taken back.
 */
export function useTasks(shown: Shown) {
  const { group, whose, state, sort } = shown
  const list = useInfiniteQuery({
    ...tasks.list.infiniteOptions({
      input: (after: string | undefined) => ({
        state,
        sort,
        mine: whose === 'mine',
        setByMe: whose === 'setByMe',
        limit: perPage,
        ...(group ? { group } : {}),
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { kept, keep, drop } = useKept(JSON.stringify(shown), list.data !== undefined)
  const listed = (list.data?.pages ?? []).flatMap((page) => page.items)
  const here = new Set(listed.map((task) => task.id))
  const gone = kept.filter((task) => !here.has(task.id))
  return { list, items: gone.length > 0 ? [...listed, ...gone].toSorted(inOrder[sort]) : listed, keep, drop }
}

/** Tasks that stay in one list whatever the server says; forgotten with the list itself, as when access to it ends. */
function useKept(list: string, isHere: boolean) {
  const [kept, setKept] = useState<{ list: string; tasks: readonly Task[] }>({ list, tasks: [] })
  // Set while rendering, as React has it for what follows from other state: nothing of it is drawn once more.
  if (!isHere && kept.tasks.length > 0) setKept({ list, tasks: [] })
  return {
    kept: kept.list === list && isHere ? kept.tasks : [],
    keep(task: Task) {
      setKept((known) => {
        const others = known.list === list ? known.tasks.filter((other) => other.id !== task.id) : []
        return { list, tasks: [...others, task] }
      })
    },
    /** The server said no: what it lists is what there is. */
    drop: () => setKept({ list, tasks: [] }),
  }
}

const due = (task: Task) => task.deadline?.getTime() ?? Infinity

/** The orders of the server. Ids grow with time. */
const inOrder: Record<Shown['sort'], (a: Task, b: Task) => number> = {
  newest: (a, b) => (a.id < b.id ? 1 : -1),
  deadline: (a, b) => (due(a) === due(b) ? (a.id < b.id ? -1 : 1) : due(a) - due(b)),
}
