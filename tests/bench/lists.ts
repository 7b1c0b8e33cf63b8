import { readFeed } from '#features/feed/reading/server/queries.ts'
import { search } from '#features/feed/search/server/queries.ts'
import { listPosts, getPost } from '#features/feed/server/queries.ts'
import { listGroups, listMembers } from '#features/groups/server/queries.ts'
import { listPeople } from '#features/people/server/queries.ts'
import { countTasks, getTask, listTasks } from '#features/tasks/server/queries.ts'
import { pageOf } from '#features/oversight/externals/server/queries.ts'
import type { Sight } from '#features/oversight/externals/server/matching.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Reader } from './readers.ts'

/** One thing that people open many times a day, by the very function that the server answers with. */
export interface HotList {
  name: string
  run: (tx: Tx, reader: Reader) => Promise<unknown>
  /** Asked by the keeper for the reader: what they may know is said by the query. */
  byKeeper?: true
  /** Left out for those who do not have it. */
  only?: 'employee' | 'external'
}

const limit = 25
const tasks = { limit, state: 'open', mine: false, setByMe: false, sort: 'newest' } as const

const all: Sight = { sponsorId: null, invited: false, spaces: null }
const everybody = { mine: false, never: false, sponsorLeft: false, expiring: false, many: false, none: false }

/** External people, as an administrator sees all of them or (null) a reader those they answer for. */
function overseen(name: string, sight: Sight | null, query: Partial<Parameters<typeof pageOf>[2]> = {}): HotList {
  const run: HotList['run'] = (tx, { me }) =>
    pageOf(tx, sight ?? { sponsorId: me.id, invited: true, spaces: [] }, {
      ...everybody,
      limit: 60,
      order: 'name',
      ...query,
    })
  return { name: `external people, ${name}`, only: 'employee', byKeeper: true, run }
}

/** The lists a person opens: a page of 25 each, as the screens ask for them. */
export const hotLists: HotList[] = [
  { name: 'feed, all that one reads', run: (tx, { me }) => readFeed(tx, me, { limit }) },
  { name: 'feed of one group', run: (tx, { me, group }) => readFeed(tx, me, { limit, group }) },
  { name: 'search in the feed, in every post', run: (tx, { me }) => search(tx, me, { limit, words: 'agreed' }) },
  { name: 'search in the feed, in few', run: (tx, { me }) => search(tx, me, { limit, words: 'seldom' }) },
  { name: 'search in the feed, in one', run: (tx, { me, word }) => search(tx, me, { limit, words: word }) },
  {
    name: 'search in the feed of one group',
    run: (tx, { me, group, word }) => search(tx, me, { limit, group, words: word }),
  },
  { name: 'posts, all that one reads', run: (tx) => listPosts(tx, { limit }) },
  { name: 'posts of one group', run: (tx, { group }) => listPosts(tx, { limit, group }) },
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
  overseen('all', all),
  overseen('all, last seen first', all, { order: 'seen' }),
  overseen('all, ending first', all, { order: 'until' }),
  overseen('expiring', all, { expiring: true }),
  overseen('never came', all, { never: true }),
  overseen('in many groups', all, { many: true }),
  overseen('search', all, { search: 'anna kowal' }),
  overseen('mine', null),
  { name: 'contacts', only: 'external', run: (tx, { me }) => listPeople(tx, me, { limit }) },
]
