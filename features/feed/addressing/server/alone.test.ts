import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seats } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { appreciated, appreciations } from '../../appreciations/server/tables.ts'
import { eventReminder } from '../../calendar-events/server/jobs.ts'
import { calendarAnswers, calendarEvents } from '../../calendar-events/server/tables.ts'
import { posts } from '../../server/tables.ts'
import type { AddresseeAsked } from '../contract.ts'

let portal: TestPortal
let sales: string
beforeAll(async () => {
  portal = await openTestPortal()
  const { items } = await (await portal.as('anna')).people.departments.list()
  sales = items.find(({ name }) => name === 'Sales and clients')?.id ?? ''
})
afterAll(() => portal.close())

const hour = 3_600_000
const everyone: AddresseeAsked = { kind: 'everyone' }
const department = (): AddresseeAsked => ({ kind: 'department', id: sales, below: true })
const group = (key: 'acme' | 'workshop', team = false): AddresseeAsked => ({
  kind: 'group',
  id: portal.group(key),
  team,
})
const person = (key: PersonKey): AddresseeAsked => ({ kind: 'person', id: portal.person(key) })
const feed = async (who: PersonKey) => (await portal.as(who)).feed
const thank = async (who: PersonKey, whom: PersonKey[], to: AddresseeAsked[]) =>
  (await feed(who)).add({
    to,
    text: 'Well done',
    appreciation: { badge: 'rescue', people: whom.map((key) => portal.person(key)) },
  })
const invite = async (who: PersonKey, to: AddresseeAsked[]) =>
  (await feed(who)).add({
    to,
    text: 'Come along',
    calendarEvent: {
      title: 'Town hall',
      place: 'Hall B',
      when: {
        startsAt: new Date(Date.now() + 48 * hour).toISOString(),
        endsAt: new Date(Date.now() + 50 * hour).toISOString(),
      },
    },
  })
const told = async (who: PersonKey, id: string) =>
  (await (await portal.as(who)).notices.list({})).items
    .filter(({ about }) => about.id === id)
    .map(({ happened }) => happened)
const placeOf = async (id: string) => {
  const [row] = await portal.keep((tx) => tx.select().from(posts).where(eq(posts.id, id)))
  if (!row) throw new Error(`There is no post ${id}.`)
  return { spaceId: row.spaceId, audienceId: row.audienceId }
}
const reads = async (who: PersonKey, id: string) =>
  (await portal.under(who, (tx) => tx.select().from(posts).where(eq(posts.id, id)))).length === 1
const put = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
  )

describe('FEED-1: appreciations and events are addressed to those who work here', () => {
  it('colleagues are appreciated before everyone, a department, people, groups without people from outside and teams', async () => {
    const post = await thank('helena', ['stefan'], [everyone])
    expect(post).toMatchObject({ group: null, to: [{ kind: 'everyone' }], appreciation: { badge: 'rescue' } })
    await portal.settled()
    expect(await told('stefan', post.id)).toEqual(['appreciated'])
    expect(await told('gita', post.id)).toEqual(['writtenToAll'])
    const received = await (await feed('gita')).appreciations({ id: portal.person('stefan') })
    expect(received.items[0]?.postId).toBe(post.id)
    for (const [whom, ...to] of [
      ['sean', department(), person('stefan')],
      ['nora', group('workshop'), person('helena')],
      ['boris', group('acme', true), group('workshop')],
    ] as const)
      expect((await thank('hana', [whom], to)).appreciation?.people).toHaveLength(1)
  })

  it('not beside people from outside, not by them, not for who does not read it', async () => {
    for (const to of [
      [everyone, person('kim')],
      [group('acme'), department()],
    ]) {
      expect(await refusal(thank('liam', ['sean'], to))).toBe('NOT_BESIDE_OUTSIDE 403')
      expect(await refusal(invite('liam', to))).toBe('NOT_BESIDE_OUTSIDE 403')
    }
    expect(await refusal(thank('kim', ['liam'], [person('liam'), person('omar')]))).toBe('STAFF_ALONE 403')
    expect(await refusal(invite('kim', [person('liam'), person('omar')]))).toBe('STAFF_ALONE 403')
    expect(await refusal(thank('helena', ['stefan'], [department()]))).toBe('INVALID 400')
    expect(await refusal(thank('helena', ['kim'], [everyone]))).toBe('INVALID 400')
  })

  it('the tables refuse them where something else is addressed, whoever reads it', async () => {
    const { id } = await (await feed('helena')).add({ to: [department()], text: 'Plain words' })
    const row = { ...(await placeOf(id)), postId: id, authorId: portal.person('helena') }
    const give = () =>
      portal.under('helena', (tx) => tx.insert(appreciations).values({ ...row, badge: 'care' as const }))
    expect(await put(give())).toBe('42501')
    const when = { startsAt: new Date(Date.now() + hour), endsAt: new Date(Date.now() + 2 * hour) }
    const event = { ...row, ...when, title: 'Secret', place: '', wholeDays: false, timeZone: 'UTC' }
    expect(await put(portal.under('helena', (tx) => tx.insert(calendarEvents).values(event)))).toBe('42501')
    expect((await placeOf((await thank('helena', ['sean'], [department()])).id)).audienceId).not.toBe(row.audienceId)
  })
})

describe('who answers to an event', () => {
  it('whoever reads it answers, others hear it, those who come are reminded as long as they read it, and it goes into a calendar', async () => {
    const { id } = await invite('paula', [department(), person('stefan'), group('workshop')])
    const ear = await listenAs(portal, (await signIn(portal, 'sean')).cookie)
    for (const [who, answer] of [
      ['gita', 'yes'],
      ['stefan', 'maybe'],
      ['ruth', 'no'],
      ['asel', 'yes'],
    ] as const)
      await (await feed(who)).answerEvent({ id, answer })
    await portal.settled()
    await ear.hears(({ kind, about }) => kind === 'feed.answered' && about?.id === id)
    ear.close()
    expect((await (await feed('sean')).get({ id })).calendarEvent?.answers).toEqual({ yes: 2, maybe: 1, no: 1 })
    const come = await (await feed('sean')).eventAnswers({ id, answer: 'yes' })
    expect(come.items.map((one) => one.person?.id)).toEqual([portal.person('asel'), portal.person('gita')])
    await (await portal.freshly('anna')).people.change({ id: portal.person('asel'), departmentId: null })
    await eventReminder.run({ postId: id }, portal.platform)
    await portal.settled()
    for (const who of ['gita', 'stefan'] as const) expect(await told(who, id)).toContain('eventBegins')
    for (const who of ['ruth', 'asel', 'sean'] as const) expect(await told(who, id)).not.toContain('eventBegins')
    expect(await (await (await feed('gita')).eventFile({ id })).body.text()).toContain('SUMMARY:Town hall')
    for (const who of ['kim', 'ben'] as const) {
      const client = await feed(who)
      expect(await refusal(client.answerEvent({ id, answer: 'yes' }))).toBe('NOT_FOUND 404')
    }
  })
})

describe('nobody from outside ever reads what is addressed to those who work here alone', () => {
  /** By every way there is. */
  const learnsNothing = async (who: PersonKey, id: string) => {
    expect(await reads(who, id)).toBe(false)
    for (const table of [appreciations, appreciated, calendarEvents, calendarAnswers])
      expect(await portal.under(who, (tx) => tx.select({ id: table.postId }).from(table))).toEqual([])
    const { rows } = await portal.under(who, (tx) => tx.execute(sql`select 1 from events where about_id = ${id}`))
    expect(rows).toEqual([])
    expect(JSON.stringify(await (await portal.as(who)).notices.list({}))).not.toContain(id)
    expect(await refusal((await feed(who)).get({ id }))).toBe('NOT_FOUND 404')
    const { audienceId } = await placeOf(id)
    const readers = await portal.keep((tx) =>
      tx.execute<{ id: string }>(sql`select person_id as id from access.readers(${audienceId}, 'feed')
        union all select access.readers_among(${audienceId}, array[${portal.person(who)}]::uuid[], 'feed')`),
    )
    expect(readers.rows.map((row) => row.id)).not.toContain(portal.person(who))
  }

  it('not with a seat by name, and they hear no answer', async () => {
    const { id } = await invite('helena', [department()])
    const place = await placeOf(id)
    await portal.keep((tx) =>
      tx.insert(seats).values({ ...place, personId: portal.person('kim'), level: 3, because: 'planted' }),
    )
    const ear = await listenAs(portal, (await signIn(portal, 'kim')).cookie)
    await (await feed('gita')).answerEvent({ id, answer: 'yes' })
    await portal.settled()
    await ear.caughtUp()
    expect(ear.frames.filter(({ kind }) => !kind.startsWith('live.'))).toEqual([])
    ear.close()
    await learnsNothing('kim', id)
  })

  it('GRP-3: not in a group of the mix that is opened to them later; and it is addressed so no more', async () => {
    const to = [group('workshop'), department()]
    const { id } = await invite('stefan', to)
    const stefan = await portal.freshly('stefan')
    await stefan.groups.open({ id: portal.group('workshop'), from: 'everything' })
    await letIn(portal, portal.group('workshop'), 'omar', 'stefan')
    await learnsNothing('omar', id)
    expect(await reads('sean', id)).toBe(true)
    expect(await refusal(invite('stefan', to))).toBe('NOT_BESIDE_OUTSIDE 403')
  })

  it('PPL-8: not as somebody who was a colleague, until that is undone', async () => {
    const { id } = await thank('liam', ['nora'], [person('nora'), person('ruth')])
    await portal.settled()
    const anna = await portal.freshly('anna')
    await anna.people.move({ id: portal.person('nora'), kind: 'external', heirId: portal.person('celine') })
    await learnsNothing('nora', id)
    await anna.people.undoMove({ id: portal.person('nora') })
    expect(await reads('nora', id)).toBe(true)
  })
})
