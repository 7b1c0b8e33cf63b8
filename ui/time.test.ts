import { describe, expect, it } from 'vitest'
import { exactTime, relativeTime } from './time.ts'

const now = new Date('2026-11-22T13:00:00Z')
const zone = 'Europe/Warsaw'

describe('a time', () => {
  it.each([
    ['2026-11-22T12:59:40Z', 'now'],
    ['2026-11-22T12:55:00Z', '5 minutes ago'],
    ['2026-11-22T10:00:00Z', '3 hours ago'],
    ['2026-11-21T10:00:00Z', 'yesterday'],
    ['2026-11-24T10:00:00Z', 'in 2 days'],
    ['2026-05-03T10:00:00Z', '3 May'],
    ['2024-05-03T10:00:00Z', '3 May 2024'],
  ])('%s is "%s"', (at, words) => {
    expect(relativeTime(new Date(at), now, 'en', zone)).toBe(words)
  })

  it('counts days as the person does, not as Greenwich does', () => {
    const early = new Date('2026-11-22T23:30:00Z')
    expect(relativeTime(new Date('2026-11-22T13:00:00Z'), early, 'en', zone)).toBe('yesterday')
    expect(relativeTime(new Date('2026-11-22T13:00:00Z'), early, 'en', 'UTC')).toBe('10 hours ago')
  })

  it('is exact in the zone and language of the person', () => {
    expect(exactTime(now, 'ru', zone)).toContain('14:00')
  })
})
