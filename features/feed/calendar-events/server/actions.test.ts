import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewCalendarEvent } from '../contract.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'

describe('what a post invites to', () => {
  let portal: TestPortal
  let stefan: Client
  let groupId: string
  beforeAll(async () => {
    portal = await openTestPortal()
    stefan = await portal.as('stefan')
    groupId = portal.group('workshop')
  })
  afterAll(() => portal.close())

  const invite = (calendarEvent: Pick<NewCalendarEvent, 'title' | 'when'> & { place?: string }) =>
    stefan.feed.add({ groupId, text: 'Come along', calendarEvent })
  const fileOf = async (id: string) => {
    const { headers, body } = await stefan.feed.eventFile({ id })
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body.type).toContain('text/calendar')
    return (await body.text()).replaceAll('\r\n ', '').split('\r\n')
  }

  it('is answered, changed and taken back, with numbers and names, live for colleagues', async () => {
    const { id } = await invite({
      title: 'Saw',
      when: { startsAt: '2031-05-04T10:00:00Z', endsAt: '2031-05-04T11:30:00Z' },
    })
    const ear = await listenAs(portal, (await signIn(portal, 'nora')).cookie)
    const hana = await portal.as('hana')
    await hana.feed.answerEvent({ id, answer: 'yes' })
    await ear.hears(({ kind, about }) => kind === 'feed.answered' && about?.id === id)
    ear.close()
    await stefan.feed.answerEvent({ id, answer: 'yes' })
    expect((await stefan.feed.get({ id })).calendarEvent).toMatchObject({
      answers: { yes: 2, maybe: 0, no: 0 },
      mine: 'yes',
    })
    const names = async (answer: 'yes' | 'no', after?: string) =>
      stefan.feed.eventAnswers({ id, answer, limit: 1, ...(after ? { after } : {}) })
    const first = await names('yes')
    const second = await names('yes', first.next ?? '')
    expect([...first.items, ...second.items].map(({ person }) => person?.id)).toEqual([
      portal.person('hana'),
      portal.person('stefan'),
    ])
    expect(second.next).toBeNull()
    expect((await hana.feed.answerEvent({ id, answer: 'no' })).answers).toEqual({ yes: 1, maybe: 0, no: 1 })
    expect(await hana.feed.takeEventAnswer({ id })).toMatchObject({ answers: { yes: 1, maybe: 0, no: 0 }, mine: null })
    expect(await refusal(hana.feed.takeEventAnswer({ id }))).toBe('done')
  })

  it('is on whole days of its author’s zone, or from a moment to another; anything else is refused in one sentence', async () => {
    const { calendarEvent } = await invite({ title: 'Fair', when: { firstDay: '2031-03-29', lastDay: '2031-03-30' } })
    expect(calendarEvent).toMatchObject({
      days: { first: '2031-03-29', last: '2031-03-30' },
      timeZone: 'Europe/Warsaw',
      // Summer time begins on the second of these nights.
      startsAt: new Date('2031-03-28T23:00:00Z'),
      endsAt: new Date('2031-03-30T22:00:00Z'),
    })
    for (const when of [
      { firstDay: '2031-03-30', lastDay: '2031-03-29' },
      { startsAt: '2031-05-04T10:00:00Z', endsAt: '2031-05-04T10:00:00Z' },
      { firstDay: '2031-01-01', lastDay: '2032-03-29' },
    ])
      expect(await refusal(invite({ title: 'Never', when }))).toBe('INVALID 400')
    const mixed = { firstDay: '2031-03-30', endsAt: '2031-05-04T10:00:00Z' }
    expect(await refusal(invite({ title: 'Never', when: mixed as never }))).toBe('BAD_REQUEST 400')
    expect((await stefan.feed.list({ group: groupId, limit: 1 })).items[0]?.calendarEvent?.title).toBe('Fair')
  })

  it('is given to calendars (RFC 5545): moments in UTC, days as days, text escaped and folded', async () => {
    const timed = await invite({
      title: `Piła; „nowa”, hala B\nDESCRIPTION:no ${'ą'.repeat(60)}`.replace('\n', ' '),
      place: 'Hala B, wejście 2',
      when: { startsAt: '2031-07-04T10:00:00+02:00', endsAt: '2031-07-04T11:30:00+02:00' },
    })
    const file = await fileOf(timed.id)
    expect(file).toEqual(
      expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR']),
    )
    expect(file).toContain('DTSTART:20310704T080000Z')
    expect(file).toContain('DTEND:20310704T093000Z')
    expect(file).toContain('LOCATION:Hala B\\, wejście 2')
    expect(file.find((line) => line.startsWith('SUMMARY:'))).toMatch(
      /^SUMMARY:Piła\\; „nowa”\\, hala B DESCRIPTION:no ą+$/,
    )
    expect(file.find((line) => line.startsWith('UID:'))).toBe(`UID:${timed.id}@${portal.platform.settings.url.host}`)
    expect(file.some((line) => line.includes('TZID'))).toBe(false)
    const raw = await (await stefan.feed.eventFile({ id: timed.id })).body.text()
    expect(raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const days = await invite({ title: 'Fair', when: { firstDay: '2031-03-29', lastDay: '2031-03-30' } })
    const whole = await fileOf(days.id)
    expect(whole).toContain('DTSTART;VALUE=DATE:20310329')
    expect(whole).toContain('DTEND;VALUE=DATE:20310331')
  })
})
