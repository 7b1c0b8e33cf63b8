import { describe, expect, it } from 'vitest'
import { nearnessOf } from './dueGroups.ts'

describe('how near a deadline is', () => {
  it('goes by the days of the person', () => {
    const now = new Date('2027-03-01T20:00:00Z')
    const near = (deadline: string) => nearnessOf(new Date(deadline), now, 'Europe/Warsaw')
    expect(near('2027-03-01T19:59:00Z')).toBe('overdue')
    expect(near('2027-03-01T22:30:00Z')).toBe('today')
    expect(near('2027-03-01T23:30:00Z')).toBe('week')
    expect(near('2027-03-20T10:00:00Z')).toBe('later')
    expect(nearnessOf(null, now, 'UTC')).toBe('none')
  })
})
