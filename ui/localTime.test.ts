import { describe, expect, it } from 'vitest'
import { endOfDay, fieldText, momentOf } from './localTime.ts'

describe('times are written and read in the zone of the person', () => {
  it('there and back, in summer and in winter', () => {
    for (const zone of ['Europe/Warsaw', 'Asia/Almaty', 'Europe/Dublin', 'America/New_York', 'UTC']) {
      for (const text of ['2027-01-15T09:30', '2027-07-15T00:00', '2027-12-31T23:59']) {
        expect(fieldText(momentOf(text, zone) ?? new Date(0), zone)).toBe(text)
      }
    }
    expect(momentOf('2027-03-01T15:00', 'Europe/Warsaw')?.toISOString()).toBe('2027-03-01T14:00:00.000Z')
  })

  it('an hour that does not exist is the one after, and what is no date is none', () => {
    expect(momentOf('2027-03-28T02:30', 'Europe/Warsaw')?.toISOString()).toMatch(/^2027-03-28T0[01]:30/)
    for (const text of ['', 'tomorrow', '2027-13-01T10:00']) expect(momentOf(text, 'UTC')).toBeNull()
  })

  it('the end of tomorrow is tomorrow where the person is', () => {
    expect(endOfDay(1, new Date('2027-03-01T23:30:00Z'), 'Asia/Almaty')).toBe('2027-03-03T18:00')
  })
})
