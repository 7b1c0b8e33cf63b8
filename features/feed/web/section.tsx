import { IconMessage, IconMessage2Plus, IconNews } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { feedHearing } from '../reading/web/hearing.ts'
import { findPosts } from '../search/web/findPosts.ts'
import { appreciationsWords } from '../appreciations/words.ts'
import { feedWords } from '../words.ts'
import { DeletedPost } from './DeletedPost.tsx'

const title = label(feedWords, (words) => words.title)
const post = label(feedWords, (words) => words.post)

const UnreadCount = lazy(() => import('../marks/web/UnreadCount.tsx').then((m) => ({ default: m.UnreadCount })))

/** The feed of all one's groups, the tab of each group, and the page of a post. */
export const feedSection: WebSection = {
  name: 'feed',
  openTo: 'everyone',
  menu: { label: title, icon: IconNews, path: '/feed', order: 10, badge: UnreadCount },
  groupMenuBadge: UnreadCount,
  pages: [{ path: '/feed', page: lazy(() => import('./FeedPage.tsx').then((m) => ({ default: m.FeedPage }))) }],
  records: [
    {
      path: '/posts/$id',
      label: post,
      page: lazy(() => import('./PostPage.tsx').then((m) => ({ default: m.PostPage }))),
    },
  ],
  newActions: [
    {
      label: post,
      icon: IconMessage2Plus,
      order: 10,
      form: lazy(() => import('./PostForm.tsx').then((m) => ({ default: m.PostForm }))),
    },
  ],
  groupTab: {
    label: title,
    order: 10,
    path: '',
    tool: {
      name: 'feed',
      adders: label(feedWords, (words) => words.tool.adders),
      changers: label(feedWords, (words) => words.tool.changers),
      things: (language, n) => say(feedWords, language).tool.things(n),
    },
    component: lazy(() => import('./GroupFeed.tsx').then((m) => ({ default: m.GroupFeed }))),
  },
  search: { label: label(feedWords, (words) => words.search.palette), icon: IconMessage, order: 30, find: findPosts },
  personPart: {
    label: label(appreciationsWords, (words) => words.title),
    order: 5,
    ofColleagues: true,
    component: lazy(() =>
      import('../appreciations/web/PersonAppreciations.tsx').then((m) => ({ default: m.PersonAppreciations })),
    ),
  },
  personAct: lazy(() => import('../addressing/web/WriteTo.tsx').then((m) => ({ default: m.WriteTo }))),
  refreshedBy: ['comments', 'tasks', 'groups'],
  hearing: feedHearing,
  beside: DeletedPost,
}
