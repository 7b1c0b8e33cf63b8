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
export function useTasks({ group, whose, state, sort }: Shown) {
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
  const listed = (list.data?.pages ?? []).flatMap((page) => page.items)
  const [touched, setTouched] = useState<ReadonlyMap<string, Task>>(new Map())
  const here = new Set(listed.map((task) => task.id))
  const stayed = [...touched.values()].filter((task) => !here.has(task.id))
  return {
    list,
    items: stayed.length > 0 ? [...listed, ...stayed].toSorted(inOrder[sort]) : listed,
    /** Keeps a task in its place, whatever the server lists from now on. */
    keep: (task: Task) => setTouched((known) => new Map(known).set(task.id, task)),
  }
}

const due = (task: Task) => task.deadline?.getTime() ?? Infinity

/** The orders of the server. Ids grow with time. */
const inOrder: Record<Shown['sort'], (a: Task, b: Task) => number> = {
  newest: (a, b) => (a.id < b.id ? 1 : -1),
  deadline: (a, b) => (due(a) === due(b) ? (a.id < b.id ? -1 : 1) : due(a) - due(b)),
}
