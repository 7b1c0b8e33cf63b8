import { focusManager, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Hearing } from './hearing.ts'
import { catchUp, forgetEverything, refresher, waitBefore } from './live.ts'
import { featureOf } from './queries.ts'

describe('listening', () => {
  it('waits longer after each failure, but never more than half a minute', () => {
    expect(waitBefore(0, 1)).toBe(500)
    expect(waitBefore(3, 1)).toBe(4000)
    expect(waitBefore(20, 1)).toBe(30_000)
    expect(waitBefore(20, 0)).toBe(15_000)
  })

  it('knows the feature of a query by the first word of its key', () => {
    expect(featureOf([['tasks', 'list'], { type: 'query' }])).toBe('tasks')
    expect(featureOf(['people', 'palette', 'kim'])).toBe('people')
    expect(featureOf([])).toBeNull()
  })

  it('asks again what was answered before anybody listened, but not who one is and not what is being asked', () => {
    const queries = new QueryClient()
    queries.setQueryData([['feed', 'items'], { type: 'query' }], ['before'])
    queries.setQueryData([['account', 'me'], { type: 'query' }], { name: 'Kim' })
    void queries.prefetchQuery({ queryKey: [['tasks', 'list']], queryFn: () => new Promise(() => undefined) })
    catchUp(queries)
    const isStale = (key: unknown[]) => queries.getQueryState(key)?.isInvalidated
    expect(isStale([['feed', 'items'], { type: 'query' }])).toBe(true)
    expect(isStale([['account', 'me'], { type: 'query' }])).toBe(false)
    expect(isStale([['tasks', 'list']])).toBe(false)
  })

  it('forgets all that was heard when what one may see has changed, but not who one is', () => {
    const queries = new QueryClient()
    queries.setQueryData([['account', 'me'], { type: 'query' }], { name: 'Kim' })
    queries.setQueryData([['tasks', 'list'], { type: 'query' }], ['hidden now'])
    forgetEverything(queries)
    expect(queries.getQueryData([['tasks', 'list'], { type: 'query' }])).toBeUndefined()
    expect(queries.getQueryData([['account', 'me'], { type: 'query' }])).toEqual({ name: 'Kim' })
  })
})

describe('what is heard', () => {
  const post = [['feed', 'get'], { input: { id: 'p1' }, type: 'query' }]
  const otherPost = [['feed', 'get'], { input: { id: 'p2' }, type: 'query' }]
  const pages = [['feed', 'items'], { input: {}, type: 'infinite' }]
  const counts = [['feed', 'unread'], { type: 'query' }]
  const talk = [['comments', 'conversation'], { input: { threadId: 'p1' }, type: 'query' }]
  const otherTalk = [['comments', 'conversation'], { input: { threadId: 'p2' }, type: 'query' }]
  const task = [['tasks', 'list'], { input: {}, type: 'query' }]
  const all = { post, otherPost, pages, counts, talk, otherTalk, task }

  const asked: string[][] = []
  const hearing = new Map<string, Hearing>([
    ['comments', { reach: () => 'one', thing: (_call, { threadId }) => threadId }],
    [
      'feed',
      {
        reach: ({ about }) => (about.kind === 'post' ? 'one' : 'all'),
        thing: (_call, { id }) => id,
        list: { call: 'items', refresh: async (_queries, ids) => asked.push([...ids]) },
      },
    ],
    ['tasks', { reach: ({ about }) => (about.kind === 'task' ? 'one' : 'nothing'), thing: () => null }],
  ])
  const alsoRefresh = new Map([['comments', ['feed', 'tasks']]])
  let queries: QueryClient
  let refresh: ReturnType<typeof refresher>
  const staleAfter = (...told: { kind: string; about?: { kind: string; id: string } }[]) => {
    for (const one of told) refresh(one)
    vi.runAllTimers()
    return Object.entries(all).flatMap(([name, key]) => (queries.getQueryState(key)?.isInvalidated ? [name] : []))
  }
  const commented = (kind: string, id: string) => ({ kind: 'comments.added', about: { kind, id } })

  beforeEach(() => {
    vi.useFakeTimers()
    asked.length = 0
    queries = new QueryClient()
    for (const key of Object.values(all)) queries.setQueryData(key, 'heard before')
    refresh = refresher({ queries, alsoRefresh, hearing })
  })
  afterEach(() => {
    vi.useRealTimers()
    focusManager.setFocused(undefined)
  })

  it('of one thing leaves what shows another as it is, and a list asks for that thing alone', () => {
    expect(staleAfter(commented('post', 'p1'))).toEqual(['post', 'counts', 'talk'])
    expect(asked).toEqual([['p1']])
  })

  it('of several things in a row is asked once, and of many the whole list', () => {
    expect(staleAfter(commented('post', 'p1'), commented('post', 'p2'), commented('post', 'p1'))).toEqual([
      'post',
      'otherPost',
      'counts',
      'talk',
      'otherTalk',
    ])
    expect(asked).toEqual([['p1', 'p2']])
    expect(staleAfter(...['p3', 'p4', 'p5', 'p6'].map((id) => commented('post', id)))).toContain('pages')
    expect(asked).toHaveLength(1)
  })

  it('reaches everything where nothing says how far it reaches', () => {
    expect(staleAfter({ kind: 'feed.settings' })).toEqual(['post', 'otherPost', 'pages', 'counts'])
    expect(staleAfter({ kind: 'people.changed', about: { kind: 'person', id: 'kim' } })).toEqual([
      'post',
      'otherPost',
      'pages',
      'counts',
    ])
    expect(staleAfter(commented('task', 't1'))).toEqual(Object.keys(all).filter((name) => !name.includes('alk')))
  })

  it('while nobody looks is asked when somebody does', () => {
    focusManager.setFocused(false)
    expect(staleAfter(commented('post', 'p1'))).toEqual(['post', 'pages', 'counts', 'talk'])
    expect(asked).toEqual([])
  })
})
