import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { eventReminder } from './jobs.ts'
import { calendarEvents } from './tables.ts'

let portal: TestPortal
let workshop: string
beforeAll(async () => {
  portal = await openTestPortal()
  workshop = portal.group('workshop')
})
afterAll(() => portal.close())

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const feed = async (who: PersonKey) => (await portal.as(who)).feed
const saw = (startsIn: number) => ({
  title: 'Saw training',
  place: 'Hall B',
  when: { startsAt: inHours(startsIn), endsAt: inHours(startsIn + 2) },
})
const invite = async () => (await feed('stefan')).add({ groupId: workshop, text: 'Come along', calendarEvent: saw(48) })
const told = async (who: PersonKey, id: string) =>
  (await (await portal.as(who)).notices.list({})).items
    .filter(({ about }) => about.id === id)
    .map(({ happened }) => happened)
const sequenceOf = async (id: string) =>
  /SEQUENCE:(\d+)/.exec(await (await (await feed('hana')).eventFile({ id })).body.text())?.[1]

describe('FEED-4: whoever invites changes what, when and where it is', () => {
  it('whoever comes or may come is told, others hear it, calendars know which is newer, and its words have no other version', async () => {
    const { id } = await invite()
    for (const [who, answer] of [
      ['hana', 'yes'],
      ['nora', 'maybe'],
      ['tomasz', 'no'],
      ['stefan', 'yes'],
    ] as const)
      await (await feed(who)).answerEvent({ id, answer })
    expect(await sequenceOf(id)).toBe('0')
    await portal.settled()
    const ear = await listenAs(portal, (await signIn(portal, 'jakub')).cookie)
    const later = saw(72)
    const post = await (
      await feed('stefan')
    ).change({ id, text: 'Come along', calendarEvent: { ...later, place: 'Hall A' } })
    expect(post).toMatchObject({
      editedAt: null,
      calendarEvent: { place: 'Hall A', answers: { yes: 2, maybe: 1, no: 1 } },
    })
    expect(post.calendarEvent?.startsAt.toISOString()).toBe(later.when.startsAt)
    await portal.settled()
    await ear.hears(({ kind, about }) => kind === 'feed.eventChanged' && about?.id === id)
    ear.close()
    for (const who of ['hana', 'nora'] as const) expect(await told(who, id)).toContain('eventChanged')
    for (const who of ['tomasz', 'stefan', 'jakub'] as const) expect(await told(who, id)).not.toContain('eventChanged')
    expect(await sequenceOf(id)).toBe('1')
    // The same once more is no change.
    await (await feed('stefan')).change({ id, text: 'Come along', calendarEvent: { ...later, place: 'Hall A' } })
    expect(await sequenceOf(id)).toBe('1')
  })

  it('the reminder goes with it: the one for the moment before reminds nobody', async () => {
    const { id, calendarEvent } = await invite()
    await (await feed('hana')).answerEvent({ id, answer: 'yes' })
    await portal.settled()
    const { calendarEvent: next } = await (
      await feed('stefan')
    ).change({ id, text: 'Come along', calendarEvent: saw(24) })
    await portal.settled()
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ at: string }>(
        sql`select start_after as at from jobs.job where name = 'feed.remind' and data ->> 'postId' = ${id} and state = 'created'`,
      ),
    )
    expect(rows.map(({ at }) => new Date(at).getTime())).toContain((next?.startsAt.getTime() ?? 0) - 3_600_000)
    const remind = async (startsAt: Date | undefined) => {
      await eventReminder.run({ postId: id, startsAt: startsAt?.toISOString() ?? '' }, portal.platform)
      await portal.settled()
      return (await told('hana', id)).includes('eventBegins')
    }
    expect([await remind(calendarEvent?.startsAt), await remind(next?.startsAt)]).toEqual([false, true])
  })

  it('whole days stay those of the zone in which it was begun', async () => {
    const { feed: stefan } = await portal.as('stefan')
    const fair = { title: 'Fair', place: '', when: { firstDay: '2031-03-29', lastDay: '2031-03-30' } }
    const { id } = await stefan.add({ groupId: workshop, text: 'The fair', calendarEvent: fair })
    const when = { firstDay: '2031-03-30', lastDay: '2031-03-30' }
    const { calendarEvent } = await stefan.change({ id, text: 'The fair', calendarEvent: { ...fair, when } })
    expect(calendarEvent?.days).toEqual({ first: '2031-03-30', last: '2031-03-30' })
  })

  it('nobody else changes it, and nobody once it has begun; the table says so too', async () => {
    const { id } = await invite()
    const change = async (who: PersonKey) =>
      refusal((await feed(who)).change({ id, text: 'Come along', calendarEvent: saw(96) }))
    expect([await change('hana'), await change('gita')]).toEqual(['NOT_THE_AUTHOR 403', 'NOT_FOUND 404'])
    const put = (who: PersonKey) =>
      portal.under(who, async (tx) => {
        const set = { place: 'Elsewhere' }
        return (await tx.update(calendarEvents).set(set).where(eq(calendarEvents.postId, id)).returning()).length
      })
    expect([await put('hana'), await put('gita'), await put('kim'), await put('stefan')]).toEqual([0, 0, 0, 1])
    await expect(
      portal.under('stefan', (tx) => tx.update(calendarEvents).set({ authorId: portal.person('hana') })),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    await portal.keep((tx) =>
      tx
        .update(calendarEvents)
        .set({ startsAt: new Date(Date.now() - 1000) })
        .where(eq(calendarEvents.postId, id)),
    )
    expect([await change('stefan'), await put('stefan')]).toEqual(['EVENT_STAYS 403', 0])
    const { id: plain } = await (await feed('stefan')).add({ groupId: workshop, text: 'No event' })
    expect(await refusal((await feed('stefan')).change({ id: plain, text: 'No event', calendarEvent: saw(5) }))).toBe(
      'INVALID 400',
    )
  })
})
