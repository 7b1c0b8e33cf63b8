import { expect, it } from 'vitest'
import { letterTime } from './pace.ts'

const at = (pace: 'once' | 'hourly' | 'daily', now: string, timeZone = 'UTC') =>
  letterTime(pace, { now: new Date(now), hold: 120, timeZone }).toISOString()

it('at once is after the time in which it can be taken back', () => {
  expect(at('once', '2027-05-03T10:00:30.000Z')).toBe('2027-05-03T10:02:30.000Z')
})

it('every hour is the next full one, also for what happens on the stroke of it', () => {
  expect(at('hourly', '2027-05-03T10:00:30.000Z')).toBe('2027-05-03T11:00:00.000Z')
  expect(at('hourly', '2027-05-03T11:00:00.000Z')).toBe('2027-05-03T12:00:00.000Z')
})

it.each([
  ['2027-05-03T05:59:59.500Z', 'Europe/Warsaw', '2027-05-03T06:00:00.000Z'],
  ['2027-05-03T06:00:00.000Z', 'Europe/Warsaw', '2027-05-04T06:00:00.000Z'],
  ['2027-05-03T23:30:00.000Z', 'Asia/Kolkata', '2027-05-04T02:30:00.000Z'],
  ['2027-05-03T23:30:00.000Z', 'America/Los_Angeles', '2027-05-04T15:00:00.000Z'],
  ['2027-05-03T10:00:00.000Z', 'Nowhere/Land', '2027-05-04T08:00:00.000Z'],
  // Summer time begins on 28 March 2027 and ends on 31 October.
  ['2027-03-27T12:00:00.000Z', 'Europe/Warsaw', '2027-03-28T06:00:00.000Z'],
  ['2027-10-30T12:00:00.000Z', 'Europe/Warsaw', '2027-10-31T07:00:00.000Z'],
])('the morning after %s in %s is %s', (now, zone, then) => {
  expect(at('daily', now, zone)).toBe(then)
})
