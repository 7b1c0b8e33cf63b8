import type { QueryClient } from '@tanstack/react-query'
import type { Hearing } from '#ui/hearing.ts'
import { reading } from './api.ts'
import { withPiece, type Pages } from './pieces.ts'
import type { Asked } from './useFeed.ts'

/** Queries that ask for one post. */
const ofOne = new Set(['get', 'versions', 'reactions', 'readers', 'confirmations', 'votes', 'eventAnswers', 'marks'])

/** What the feed asks again: of what is heard about a post that post alone, wherever it stands by now. Comments on anything else stand in no feed. */
export const feedHearing: Hearing = {
  reach: ({ kind, about }) => (about.kind === 'post' ? 'one' : kind.startsWith('comments.') ? 'nothing' : 'all'),
  thing: (call, { id }) => (ofOne.has(call) ? id : null),
  list: { call: 'items', refresh: (queries, ids) => Promise.all(ids.map((id) => refreshPost(queries, id))) },
}

/** Asks for a post once for each feed that is kept, under what that feed is narrowed to, and puts it where it stands. Who cannot be answered asks for the whole feed. */
async function refreshPost(queries: QueryClient, post: string): Promise<void> {
  const lists = queries.getQueryCache().findAll({ queryKey: reading.items.key({ type: 'infinite' }) })
  await Promise.all(
    lists.map(async (list) => {
      const { queryKey } = list
      const again = () => queries.invalidateQueries({ queryKey, exact: true })
      // Whoever left this feed asks when they come back; what is being asked may be older than what was heard.
      if (!list.isActive() || list.state.fetchStatus !== 'idle' || !list.state.data) return again()
      const asked = (queryKey[1] as { input: Asked }).input
      try {
        const { items } = await reading.items.call({ ...asked, post, limit: 1 })
        if (list.state.fetchStatus !== 'idle') return await again()
        queries.setQueryData<Pages>(queryKey, (pages) => pages && withPiece(pages, post, items[0] ?? null))
      } catch {
        await again()
      }
    }),
  )
}
