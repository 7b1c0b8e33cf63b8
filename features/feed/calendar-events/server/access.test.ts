import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { eventReminder } from './jobs.ts'
import { calendarAnswers, calendarEvents } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'
let portal: TestPortal
let acme: string
let workshop: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
  workshop = portal.group('workshop')
})
afterAll(() => portal.close())

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
const feed = async (who: PersonKey) => (await portal.as(who)).feed
const invite = async (who: PersonKey, where: { groupId: string; audience?: 'team' }, startsIn = 48) =>
  (await feed(who)).add({
    text: 'Come along',
    calendarEvent: {
      title: 'Saw training',
      place: 'Hall B',
      when: { startsAt: inHours(startsIn), endsAt: inHours(startsIn + 2) },
    },
    ...where,
  })
const place = async (id: string) => {
  const { rows } = await portal.keep((tx) =>
    tx.execute<{ spaceId: string; audienceId: string }>(
      sql`select space_id as "spaceId", audience_id as "audienceId" from posts where id = ${id}`,
    ),
  )
  const [row] = rows
  if (!row) throw new Error(`There is no post ${id}.`)
  return { ...row, postId: id }
}
const put = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
  )
const told = async (who: PersonKey, id: string) =>
  (await (await portal.as(who)).notices.list({})).items
    .filter(({ about }) => about.id === id)
    .map(({ happened, about }) => `${happened} ${about.title}`)

describe('FEED-1: events in the feed are for those who work here', () => {
  it('not beside people from outside and not by them; the table says so too', async () => {
    expect((await invite('liam', { groupId: acme, audience: 'team' })).calendarEvent?.title).toBe('Saw training')
    expect(await refusal(invite('liam', { groupId: acme }))).toBe('NOT_BESIDE_OUTSIDE 403')
    expect(await refusal(invite('kim', { groupId: acme }))).toBe('STAFF_ALONE 403')
    const { id } = await (await feed('liam')).add({ groupId: acme, text: 'With Acme' })
    const event = {
      ...(await place(id)),
      title: 'Secret',
      place: '',
      startsAt: new Date(inHours(1)),
      endsAt: new Date(inHours(2)),
      wholeDays: false,
      timeZone: 'UTC',
    }
    for (const who of ['liam', 'kim', 'hana'] as const) {
      const row = { ...event, authorId: portal.person(who) }
      expect(await put(portal.under(who, (tx) => tx.insert(calendarEvents).values(row)))).toBe('42501')
    }
  })

  it('hidden and missing are one answer, for every procedure', async () => {
    const { id } = await invite('liam', { groupId: acme, audience: 'team' })
    for (const who of ['kim', 'lena', 'gita'] as const) {
      const client = await feed(who)
      for (const ask of [
        (one: { id: string }) => client.answerEvent({ ...one, answer: 'yes' }),
        client.takeEventAnswer,
        (one: { id: string }) => client.eventAnswers({ ...one, answer: 'yes' }),
        client.eventFile,
      ])
        expect(await refusal(ask({ id }))).toBe(await refusal(ask({ id: randomId })))
    }
  })

  it('whoever reads it answers for themselves and no longer than until it begins', async () => {
    const { id } = await invite('stefan', { groupId: workshop })
    const answer = async (who: PersonKey, personId = portal.person(who)) => {
      const row = { ...(await place(id)), personId, answer: 'no' as const }
      return put(portal.under(who, (tx) => tx.insert(calendarAnswers).values(row)))
    }
    expect(await answer('hana', portal.person('nora'))).toBe('42501')
    expect(await answer('gita')).toBe('42501')
    expect(await answer('hana')).toBe('done')
    expect(
      await portal.under(
        'nora',
        async (tx) =>
          (await tx.update(calendarAnswers).set({ answer: 'yes' }).where(eq(calendarAnswers.postId, id)).returning())
            .length,
      ),
    ).toBe(0)
    const hana = await feed('hana')
    expect(await hana.answerEvent({ id, answer: 'maybe' })).toMatchObject({
      mine: 'maybe',
      answers: { yes: 0, maybe: 1, no: 0 },
    })
    await portal.keep((tx) =>
      tx
        .update(calendarEvents)
        .set({ startsAt: new Date(Date.now() - 1000) })
        .where(eq(calendarEvents.postId, id)),
    )
    expect(await refusal(hana.answerEvent({ id, answer: 'no' }))).toBe('EVENT_HAS_BEGUN 403')
    expect(await refusal(hana.takeEventAnswer({ id }))).toBe('EVENT_HAS_BEGUN 403')
    expect(await answer('nora')).toBe('42501')
    expect(
      await portal.under(
        'hana',
        async (tx) => (await tx.delete(calendarAnswers).where(eq(calendarAnswers.postId, id)).returning()).length,
      ),
    ).toBe(0)
  })

  it('an hour before, those are reminded who come or may come and still read it', async () => {
    const { id } = await invite('stefan', { groupId: workshop })
    for (const [who, answer] of [
      ['hana', 'yes'],
      ['nora', 'maybe'],
      ['tomasz', 'no'],
      ['paula', 'yes'],
      ['stefan', 'yes'],
    ] as const)
      await (await feed(who)).answerEvent({ id, answer })
    await (await portal.as('stefan')).groups.removeMember({ id: workshop, personId: portal.person('paula') })
    await eventReminder.run({ postId: id }, portal.platform)
    await portal.settled()
    for (const who of ['hana', 'nora', 'stefan'] as const)
      expect(await told(who, id)).toContain('eventBegins Saw training')
    for (const who of ['tomasz', 'paula', 'jakub'] as const)
      expect((await told(who, id)).filter((one) => one.startsWith('eventBegins'))).toEqual([])
  })

  it('what is deleted, or has begun while the portal stood still, reminds nobody', async () => {
    const [gone, begun] = [await invite('stefan', { groupId: workshop }), await invite('stefan', { groupId: workshop })]
    for (const { id } of [gone, begun]) await (await feed('hana')).answerEvent({ id, answer: 'yes' })
    await (await feed('stefan')).remove({ id: gone.id })
    await portal.keep((tx) =>
      tx
        .update(calendarEvents)
        .set({ startsAt: new Date(Date.now() - 1000) })
        .where(eq(calendarEvents.postId, begun.id)),
    )
    for (const { id } of [gone, begun]) {
      await eventReminder.run({ postId: id }, portal.platform)
      await portal.settled()
      expect((await told('hana', id)).filter((one) => one.startsWith('eventBegins'))).toEqual([])
    }
  })

  it('the reminder waits in the queue for its hour, and there is none for what begins sooner', async () => {
    const [later, soon] = [
      await invite('stefan', { groupId: workshop }),
      await invite('stefan', { groupId: workshop }, 0.5),
    ]
    await portal.settled()
    const queued = async (id: string) => {
      const { rows } = await portal.keep((tx) =>
        tx.execute<{ at: string }>(
          sql`select start_after as at from jobs.job where name = 'feed.remind' and data ->> 'postId' = ${id} and state = 'created'`,
        ),
      )
      return rows.map(({ at }) => new Date(at).getTime())
    }
    expect(await queued(later.id)).toEqual([(later.calendarEvent?.startsAt.getTime() ?? 0) - hour])
    expect(await queued(soon.id)).toEqual([])
  })

  it('GRP-3: opened with everything, a group tells people from outside nothing of it, and they hear no answer', async () => {
    const { id } = await invite('stefan', { groupId: workshop })
    await (await portal.as('stefan')).groups.open({ id: workshop, from: 'everything' })
    await letIn(portal, workshop, 'kim', 'stefan')
    await portal.settled()
    const kim = await portal.as('kim')
    expect(await kim.feed.get({ id })).toMatchObject({ text: 'Come along', calendarEvent: null })
    const ear = await listenAs(portal, (await signIn(portal, 'kim')).cookie)
    await (await feed('hana')).answerEvent({ id, answer: 'yes' })
    await portal.settled()
    await ear.caughtUp()
    expect(ear.frames.filter(({ kind }) => kind.startsWith('feed.'))).toEqual([])
    ear.close()
    for (const table of [calendarEvents, calendarAnswers])
      expect(await portal.under('kim', (tx) => tx.select({ id: table.postId }).from(table))).toEqual([])
    expect(await refusal(kim.feed.answerEvent({ id, answer: 'yes' }))).toBe(
      await refusal(kim.feed.answerEvent({ id: randomId, answer: 'yes' })),
    )
    expect(JSON.stringify(await kim.notices.list({}))).not.toContain('Saw training')
  })
})
