import { describe, expect, it } from 'vitest'
import { exactlyIn, leafOf, whenOf } from './eventTime.ts'

const now = new Date('2031-01-01T12:00:00Z')
const timed = { startsAt: new Date('2031-05-04T22:30:00Z'), endsAt: new Date('2031-05-04T23:30:00Z'), days: null }
const days = {
  startsAt: new Date('2031-05-03T22:00:00Z'),
  endsAt: new Date('2031-05-05T22:00:00Z'),
  days: { first: '2031-05-04', last: '2031-05-05' },
}
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('when something is', () => {
  it('is said in the hours of whoever reads it', () => {
    expect(plain(whenOf(timed, 'en', 'Europe/Dublin', now))).toMatch(/^Sun,? 4 May.* 23:30 – Mon,? 5 May.* 00:30$/)
    expect(plain(whenOf(timed, 'en', 'UTC', now))).toContain('22:30')
    expect(plain(whenOf(timed, 'en', 'UTC', new Date('2030-12-31T12:00:00Z')))).toContain('2031')
    expect(plain(exactlyIn(timed, 'pl', 'Europe/Warsaw'))).toContain('00:30')
    expect(leafOf(timed, 'ru', 'Asia/Almaty')).toEqual({ month: 'май', day: '5' })
  })

  it('is the same days everywhere where it is on whole days', () => {
    for (const zone of ['Pacific/Auckland', 'Europe/Warsaw', 'America/Los_Angeles']) {
      expect(plain(whenOf(days, 'en', zone, now))).toMatch(/^Sun,? 4( May)? ?– ?Mon,? 5 May$/)
      expect(leafOf(days, 'en', zone)).toEqual({ month: 'May', day: '4' })
      expect(exactlyIn(days, 'en', zone)).not.toMatch(/\d:\d/)
    }
  })
})
