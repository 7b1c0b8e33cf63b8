import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { catchUp, forgetEverything, waitBefore } from './live.ts'
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
