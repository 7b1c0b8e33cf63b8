import { listPosts, getPost } from '#features/feed/server/queries.ts'
import { listGroups, listMembers } from '#features/groups/server/queries.ts'
import { listPeople } from '#features/people/server/queries.ts'
import { countTasks, getTask, listTasks } from '#features/tasks/server/queries.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Reader } from './readers.ts'

/** One thing that people open many times a day, by the very function that the server answers with. */
export interface HotList {
  name: string
  run: (tx: Tx, reader: Reader) => Promise<unknown>
  /** Left out for those who do not have it. */
  only?: 'employee' | 'external'
}

const limit = 25
const tasks = { limit, state: 'open', mine: false, setByMe: false, sort: 'newest' } as const

/** The lists a person opens: a page of 25 each, as the screens ask for them. */
export const hotLists: HotList[] = [
  { name: 'feed, all that one reads', run: (tx) => listPosts(tx, { limit }) },
  { name: 'feed of one group', run: (tx, { group }) => listPosts(tx, { limit, group }) },
  { name: 'one post', run: (tx, { post }) => getPost(tx, post) },
  { name: 'open tasks, all', run: (tx) => listTasks(tx, tasks) },
  { name: 'open tasks, nearest deadline', run: (tx) => listTasks(tx, { ...tasks, sort: 'deadline' }) },
  { name: 'open tasks, mine', run: (tx) => listTasks(tx, { ...tasks, mine: true, sort: 'deadline' }) },
  { name: 'tasks of one group', run: (tx, { group }) => listTasks(tx, { ...tasks, state: 'all', group }) },
  { name: 'counters of tasks', run: (tx) => countTasks(tx) },
  { name: 'one task', run: (tx, { task }) => getTask(tx, task) },
  { name: 'groups, mine', run: (tx) => listGroups(tx, { limit: 200, mine: true }) },
  { name: 'groups one can find', only: 'employee', run: (tx) => listGroups(tx, { limit, mine: false }) },
  { name: 'members of a group', run: (tx, { group }) => listMembers(tx, group, { limit }) },
  { name: 'directory, first page', only: 'employee', run: (tx, { me }) => listPeople(tx, me, { limit }) },
  {
    name: 'directory, search',
    only: 'employee',
    run: (tx, { me }) => listPeople(tx, me, { limit, search: 'anna kowal' }),
  },
  { name: 'contacts', only: 'external', run: (tx, { me }) => listPeople(tx, me, { limit }) },
]
