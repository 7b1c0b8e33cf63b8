import { describe, expect, it } from 'vitest'
import { wayBack } from '../signedOut.ts'
import { partAddress, readQuery, wordsOf, writeQuery } from './address.ts'

describe('an address', () => {
  it('keeps its query as plain texts', () => {
    expect(readQuery('?state=5&q=true')).toEqual({ state: '5', q: 'true' })
    expect(writeQuery({ state: '5', q: '', none: undefined })).toBe('?state=5')
    expect(writeQuery({})).toBe('')
    expect(partAddress('/groups/1?tab=tasks')).toEqual({ path: '/groups/1', query: { tab: 'tasks' }, hash: '' })
    expect(partAddress('/posts/1#comment-2')).toEqual({ path: '/posts/1', query: {}, hash: 'comment-2' })
  })

  it('fits a pattern or does not', () => {
    expect(wordsOf('/tasks/$id', '/tasks/42')).toEqual({ id: '42' })
    expect(wordsOf('/tasks/$id', '/tasks')).toBeNull()
    expect(wordsOf('/tasks/$id', '/posts/42')).toBeNull()
  })

  it('leads back after signing in to this portal only', () => {
    expect(wayBack('/tasks/1?a=b')).toBe('/tasks/1?a=b')
    for (const elsewhere of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/.\\.\\evil.example',
      'https://evil.example',
      '',
      null,
    ]) {
      expect(wayBack(elsewhere)).toBe('/')
    }
  })
})
