import { IconChecklist, IconCircleCheck } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { tasksWords } from '../words.ts'

const title = label(tasksWords, (words) => words.title)

/** Tasks on the screen: the list of one's own, the tab of each group, and the page of one task. */
export const tasksSection: WebSection = {
  name: 'tasks',
  openTo: 'everyone',
  menu: {
    label: title,
    icon: IconChecklist,
    path: '/tasks',
    order: 20,
    badge: lazy(() => import('./WaitingCount.tsx').then((m) => ({ default: m.WaitingCount }))),
  },
  pages: [{ path: '/tasks', page: lazy(() => import('./TasksPage.tsx').then((m) => ({ default: m.TasksPage }))) }],
  records: [
    {
      path: '/tasks/$id',
      label: label(tasksWords, (words) => words.task),
      page: lazy(() => import('./TaskPage.tsx').then((m) => ({ default: m.TaskPage }))),
    },
  ],
  newActions: [
    {
      label: label(tasksWords, (words) => words.task),
      icon: IconChecklist,
      order: 20,
      form: lazy(() => import('./TaskForm.tsx').then((m) => ({ default: m.TaskForm }))),
    },
  ],
  groupTab: {
    label: title,
    order: 20,
    path: 'tasks',
    tool: {
      name: 'tasks',
      adders: label(tasksWords, (words) => words.tool.adders),
      changers: label(tasksWords, (words) => words.tool.changers),
      things: (language, n) => say(tasksWords, language).tool.things(n),
    },
    component: lazy(() => import('./GroupTasks.tsx').then((m) => ({ default: m.GroupTasks }))),
  },
  feedEntries: {
    'tasks.created': {
      icon: IconChecklist,
      says: (language, n) => say(tasksWords, language).entry.set(n),
      path: (id) => `/tasks/${id}`,
    },
    'tasks.completed': {
      icon: IconCircleCheck,
      says: (language, n) => say(tasksWords, language).entry.completed(n),
      path: (id) => `/tasks/${id}`,
    },
  },
  refreshedBy: ['comments'],
  hearing: {
    reach: ({ kind, about }) => (about.kind === 'task' ? 'one' : kind.startsWith('comments.') ? 'nothing' : 'all'),
    thing: (call, { id }) => (call === 'get' ? id : null),
  },
}
