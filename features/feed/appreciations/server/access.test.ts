import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { appreciated, appreciations } from './tables.ts'

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

const feed = async (who: PersonKey) => (await portal.as(who)).feed
const people = (...keys: PersonKey[]) => keys.map((key) => portal.person(key))
const thank = async (who: PersonKey, whom: PersonKey[], where: { groupId: string; audience?: 'team' }) =>
  (await feed(who)).add({ text: 'Well done', appreciation: { badge: 'rescue', people: people(...whom) }, ...where })
const put = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
  )
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

describe('FEED-1: appreciations are for those who work here', () => {
  it('colleagues are appreciated where nobody from outside reads, are told so, and have it on their profile', async () => {
    const post = await thank('stefan', ['hana', 'nora'], { groupId: workshop })
    expect(post.appreciation?.badge).toBe('rescue')
    expect(post.appreciation?.people.map(({ id }) => id)).toEqual(people('hana', 'nora'))
    await portal.settled()
    const told = async (who: PersonKey) =>
      (await (await portal.as(who)).notices.list({})).items.filter(({ about }) => about.id === post.id)
    expect((await told('hana')).map(({ happened }) => happened)).toEqual(['appreciated'])
    expect(await told('jakub')).toEqual([])
    const ofHana = async (who: PersonKey) => (await feed(who)).appreciations({ id: portal.person('hana') })
    expect((await ofHana('jakub')).items[0]).toMatchObject({
      postId: post.id,
      badge: 'rescue',
      author: { id: portal.person('stefan') },
      text: 'Well done',
    })
    // Gita is not in the workshop and reads nothing that is said there.
    expect((await ofHana('gita')).items.map(({ postId }) => postId)).not.toContain(post.id)
    const page = await (await feed('jakub')).appreciations({ id: portal.person('hana'), limit: 1 })
    expect(page.next).toBeNull()
    await (await feed('stefan')).remove({ id: post.id })
    expect((await ofHana('jakub')).items).toEqual([])
    expect(await told('hana')).toEqual([])
  })

  it('not beside people from outside, not to them, not by them, not for oneself, and for those who read it', async () => {
    expect((await thank('liam', ['hana'], { groupId: acme, audience: 'team' })).appreciation?.people).toHaveLength(1)
    expect(await refusal(thank('liam', ['hana'], { groupId: acme }))).toBe('NOT_BESIDE_OUTSIDE 403')
    expect(await refusal(thank('kim', ['hana'], { groupId: acme }))).toBe('STAFF_ALONE 403')
    expect(await refusal(thank('liam', ['kim'], { groupId: acme, audience: 'team' }))).toBe('INVALID 400')
    expect(await refusal(thank('stefan', ['stefan', 'hana'], { groupId: workshop }))).toBe('INVALID 400')
    expect(await refusal(thank('stefan', ['gita'], { groupId: workshop }))).toBe('INVALID 400')
    const { feed: stefan } = await portal.as('stefan')
    const asked = { groupId: workshop, text: 'Well done' }
    const to = (badge: string, ids: string[]) =>
      refusal(stefan.add({ ...asked, appreciation: { badge: badge as 'care', people: ids } }))
    expect(await to('care', [randomId])).toBe('INVALID 400')
    expect(await to('gold', people('hana'))).toBe('BAD_REQUEST 400')
    expect(await to('care', [])).toBe('BAD_REQUEST 400')
    expect((await stefan.list({ group: workshop, limit: 1 })).items[0]?.text).not.toBe('Well done')
  })

  it('the tables refuse what the code would not do', async () => {
    const open = await (await feed('liam')).add({ groupId: acme, text: 'With Acme' })
    const team = await (await feed('liam')).add({ groupId: acme, text: 'Team', audience: 'team' })
    const give = async (who: PersonKey, id: string) => {
      const row = { ...(await place(id)), authorId: portal.person(who), badge: 'care' as const }
      return put(portal.under(who, (tx) => tx.insert(appreciations).values(row)))
    }
    const name = async (who: PersonKey, id: string, personId: string) => {
      const row = { ...(await place(id)), personId }
      return put(portal.under(who, (tx) => tx.insert(appreciated).values(row)))
    }
    expect(await give('liam', open.id)).toBe('42501')
    expect(await give('hana', team.id)).toBe('42501')
    expect(await give('kim', open.id)).toBe('42501')
    expect(await give('liam', team.id)).toBe('done')
    expect(await name('liam', team.id, portal.person('kim'))).toBe('42501')
    expect(await name('liam', team.id, randomId)).toBe('42501')
    expect(await name('hana', team.id, portal.person('nora'))).toBe('42501')
    expect(await name('liam', team.id, portal.person('hana'))).toBe('done')
  })

  it('to people from outside there are none, on no profile and by no address', async () => {
    const kim = await feed('kim')
    expect(await refusal(kim.appreciations({ id: portal.person('hana') }))).toBe('NOT_FOUND 404')
    expect(await refusal(kim.appreciations({ id: randomId }))).toBe('NOT_FOUND 404')
    for (const table of [appreciations, appreciated])
      expect(await portal.under('kim', (tx) => tx.select({ id: table.postId }).from(table))).toEqual([])
  })

  it('GRP-3: opened with everything, a group shows the words of a post and never whom it appreciates', async () => {
    const post = await thank('stefan', ['wiktor'], { groupId: workshop })
    await portal.settled()
    await (await portal.as('stefan')).groups.open({ id: workshop, from: 'everything' })
    await letIn(portal, workshop, 'kim', 'stefan')
    const kim = await portal.as('kim')
    expect(await kim.feed.get({ id: post.id })).toMatchObject({ text: 'Well done', appreciation: null })
    expect(
      (await kim.feed.items({ group: workshop, limit: 50 })).items.map((one) => one.post?.appreciation),
    ).not.toContain(expect.anything())
    expect(await portal.under('kim', (tx) => tx.select().from(appreciated))).toEqual([])
    expect((await (await feed('jakub')).get({ id: post.id })).appreciation?.people).toHaveLength(1)
    expect(await refusal(thank('stefan', ['wiktor'], { groupId: workshop }))).toBe('NOT_BESIDE_OUTSIDE 403')
    expect((await thank('stefan', ['wiktor'], { groupId: workshop, audience: 'team' })).audience).toBe('team')
  })

  it('whoever came to be from outside is told of none any more', async () => {
    const { id } = await thank('liam', ['hana'], { groupId: acme, audience: 'team' })
    await portal.settled()
    const told = async () => {
      const { items } = await (await portal.as('hana')).notices.list({})
      return items.some(({ about }) => about.id === id)
    }
    expect(await told()).toBe(true)
    await portal.keep((tx) => tx.execute(sql`delete from seats where person_id = ${portal.person('hana')}`))
    await portal.keep((tx) => tx.execute(sql`delete from circle_members where person_id = ${portal.person('hana')}`))
    expect(await told()).toBe(false)
    expect(await portal.keep((tx) => tx.$count(appreciated, eq(appreciated.postId, id)))).toBe(1)
  })
})
