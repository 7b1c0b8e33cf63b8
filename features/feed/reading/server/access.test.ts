import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import type { FeedItem } from '../contract.ts'
import { rankOf } from './rank.ts'
import { activities } from './tables.ts'

let portal: TestPortal
let acme: string
let carriers: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
  carriers = portal.group('carriers')
})
afterAll(() => portal.close())

const feedOf = async (who: PersonKey, group?: string, limit = 100) =>
  (await (await portal.as(who)).feed.items({ limit, ...(group ? { group } : {}) })).items
const said = ({ post, entry }: FeedItem): string =>
  post?.text ??
  `${entry?.kind}: ${[...(entry?.things ?? []), ...(entry?.people ?? [])].map(({ name }) => name).join(', ')}`
const readsOf = async (who: PersonKey, group?: string, limit?: number) => (await feedOf(who, group, limit)).map(said)
const taskBy = async (who: PersonKey, title: string, more: { groupId?: string; audience?: 'team' } = {}) => {
  const task = await (await portal.as(who)).tasks.create({ title, responsibleId: portal.person(who), ...more })
  await portal.settled()
  return task
}
const postBy = async (who: PersonKey, groupId: string, text: string) =>
  (await portal.as(who)).feed.add({ groupId, text })

describe('what happened elsewhere stands in the feed of those who may know of it', () => {
  it('FEED-3: a task that is set or completed in a group is an entry for its members, by its title as it is now', async () => {
    const task = await taskBy('liam', 'Order the lights', { groupId: acme })
    await (await portal.as('liam')).tasks.change({ id: task.id, title: 'Order the lamps' })
    const [first] = await feedOf('kim')
    expect(first?.entry).toMatchObject({
      kind: 'tasks.created',
      group: { id: acme },
      actor: { id: portal.person('liam') },
      count: 1,
      things: [{ id: task.id, name: 'Order the lamps' }],
    })
    await (await portal.as('kim')).tasks.complete({ id: task.id })
    await portal.settled()
    expect((await feedOf('hana', acme))[0]?.entry).toMatchObject({
      kind: 'tasks.completed',
      actor: { id: portal.person('kim') },
    })
    expect((await readsOf('gita')).join()).not.toContain('Order the lamps')
  })

  it('FEED-3: several in a row are one entry, and each reader counts what they may see', async () => {
    await taskBy('liam', 'Measure the hall', { groupId: acme })
    await taskBy('liam', 'Speak about the price', { groupId: acme, audience: 'team' })
    await taskBy('liam', 'Paint the hall', { groupId: acme })
    expect((await feedOf('kim', acme))[0]?.entry).toMatchObject({
      count: 2,
      things: [{ name: 'Paint the hall' }, { name: 'Measure the hall' }],
    })
    expect((await readsOf('hana', acme)).slice(0, 3)).toEqual([
      'tasks.created: Paint the hall',
      'tasks.created: Speak about the price',
      'tasks.created: Measure the hall',
    ])
  })

  it('FEED-3: a task in no group is an entry in no feed, not even that of whoever set it', async () => {
    await taskBy('liam', 'Think it over alone')
    expect((await readsOf('liam')).join()).not.toContain('Think it over alone')
  })

  it('FEED-3: expert mode hides the tasks, and nothing else', async () => {
    const kim = await portal.as('kim')
    const all = await feedOf('kim')
    const { items } = await kim.feed.items({ limit: 100, hide: 'tasks' })
    expect(items).toEqual(all.filter(({ entry }) => !entry?.kind.startsWith('tasks.')))
    expect(items.length).toBeLessThan(all.length)
  })

  it('FEED-3: who joined is an entry for those who know of them, and none once they are known no more', async () => {
    await letIn(portal, acme, 'lena', 'liam')
    await letIn(portal, acme, 'piotr', 'liam')
    await portal.settled()
    const [first] = await feedOf('kim', acme)
    expect(first?.entry).toMatchObject({
      kind: 'groups.memberJoined',
      count: 2,
      people: [{ id: portal.person('piotr') }, { id: portal.person('lena') }],
    })
    for (const key of ['lena', 'piotr'] as const)
      await (await portal.as('liam')).groups.removeMember({ id: acme, personId: portal.person(key) })
    expect((await feedOf('kim', acme)).flatMap(({ entry }) => entry?.people ?? []).map(({ id }) => id)).not.toContain(
      portal.person('lena'),
    )
    expect(await feedOf('lena', carriers)).not.toEqual([])
  })

  it('GRP-4: where tasks are not for all, their entries are not either; where the feed is off, nothing is', async () => {
    const liam = await portal.as('liam')
    await liam.groups.changeTool({
      id: acme,
      tool: 'tasks',
      viewers: 'team',
      on: true,
      adders: 'team',
      changers: 'team',
    })
    expect((await readsOf('kim')).join()).not.toContain('tasks.')
    expect((await readsOf('hana', acme)).join()).toContain('tasks.')
    await liam.groups.changeTool({
      id: acme,
      tool: 'feed',
      on: false,
      viewers: 'members',
      adders: 'members',
      changers: 'members',
    })
    // What is said to her by name is no matter of the group.
    expect((await feedOf('kim')).map(({ post, entry }) => (post ?? entry)?.group ?? null)).toEqual([null])
    expect((await feedOf('hana')).some(({ post, entry }) => (post ?? entry)?.group?.id === acme)).toBe(false)
    for (const tool of ['feed', 'tasks'] as const)
      await liam.groups.changeTool({
        id: acme,
        tool,
        on: true,
        viewers: 'members',
        adders: 'members',
        changers: 'members',
      })
  })
})

describe('newest activity first', () => {
  it('FEED-1: a post rises by a comment', async () => {
    const post = await postBy('liam', acme, 'First of two')
    await postBy('liam', acme, 'Second of two')
    expect((await readsOf('kim', acme)).slice(0, 2)).toEqual(['Second of two', 'First of two'])
    await (await portal.as('kim')).comments.add({ threadId: post.id, text: 'Good' })
    await portal.settled()
    for (const who of ['kim', 'hana'] as const)
      expect((await readsOf(who, acme)).slice(0, 2)).toEqual(['First of two', 'Second of two'])
  })

  it('GRP-8: a comment for the team lets a post rise for the team, and to others nothing has happened', async () => {
    const post = await postBy('liam', acme, 'Third')
    await postBy('liam', acme, 'Fourth')
    const before = await feedOf('kim')
    await (await portal.as('hana')).comments.add({ threadId: post.id, text: 'Psst', audience: 'team' })
    await portal.settled()
    expect(await feedOf('kim')).toEqual(before)
    expect((await readsOf('liam', acme)).slice(0, 2)).toEqual(['Third', 'Fourth'])
    const rows = await portal.under('kim', (tx) => tx.select().from(activities))
    // Of the group, and of what is addressed to her.
    expect(rows.every(({ part }) => part)).toBe(true)
    expect(new Set(rows.map(({ spaceId }) => spaceId)).size).toBe(2)
  })

  it('pages follow each other without doubles and without gaps, whoever reads', async () => {
    for (const who of ['liam', 'kim', 'lena', 'paula'] as const) {
      const client = await portal.as(who)
      const read: string[] = []
      let after: string | null | undefined
      while (after !== null) {
        const page = await client.feed.items({ limit: 4, ...(after ? { after } : {}) })
        read.push(...page.items.flatMap(({ post }) => post?.id ?? []))
        after = page.next
      }
      const whole = (await feedOf(who, undefined, 200)).flatMap(({ post }) => post?.id ?? [])
      expect(read).toEqual(whole)
      expect(new Set(read).size).toBe(read.length)
    }
  })

  it('a place in the feed is begun by whoever wrote the post, for that post alone', async () => {
    const post = await postBy('liam', acme, 'Whose place is this')
    const [row] = await portal.under('kim', (tx) => tx.select().from(activities))
    if (!row) throw new Error('Kim reads nothing.')
    const put = (who: PersonKey, more: Partial<typeof activities.$inferInsert>) =>
      portal
        .under(who, (tx) =>
          tx.insert(activities).values({
            ...row,
            postId: post.id,
            thingId: post.id,
            actorId: portal.person(who),
            rose: rankOf(new Date(), post.id),
            whole: true,
            part: true,
            eventId: null,
            kind: null,
            ...more,
          }),
        )
        .then(
          () => 'done',
          (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
        )
    expect([await put('kim', {}), await put('kim', { postId: '0190a000-0000-7000-8000-000000000000' })]).toEqual([
      '42501',
      '42501',
    ])
    expect(await put('liam', { actorId: portal.person('kim') })).toBe('42501')
  })
})

describe('one post alone, as a page that heard of it asks', () => {
  it('FEED-1: is answered where it stands in that feed, and nowhere else', async () => {
    const { id } = await postBy('liam', acme, 'Alone')
    const asked = async (who: PersonKey, more: object = {}) => {
      const { items } = await (await portal.as(who)).feed.items({ limit: 1, post: id, ...more })
      return items.map(said)
    }
    expect(await asked('kim')).toEqual(['Alone'])
    expect(await asked('kim', { group: acme, kind: 'posts' })).toEqual(['Alone'])
    expect(await asked('kim', { kind: 'tasks' })).toEqual([])
    expect(await asked('kim', { person: portal.person('kim') })).toEqual([])
    expect(await asked('lena')).toEqual([])
    expect(await asked('gita')).toEqual([])
  })

  it('GRP-8: does not tell by its place that the team spoke', async () => {
    const { id } = await postBy('liam', acme, 'Alone, and spoken of')
    const placeFor = async (who: PersonKey) =>
      (await (await portal.as(who)).feed.items({ limit: 1, post: id })).items[0]?.id
    const before = await placeFor('kim')
    await (await portal.as('liam')).feed.addComment({ id, text: 'Among us', audience: 'team' })
    await portal.settled()
    expect(await placeFor('kim')).toBe(before)
    expect(await placeFor('liam')).not.toBe(before)
  })
})

describe('GRP-7: competitors who are kept apart', () => {
  it.each(['company', 'staff', 'voice', 'readonly'] as const)(
    '%s: nothing in the feed of one moves by another',
    async (isolation) => {
      const paula = await portal.as('paula')
      await paula.groups.isolate({ id: carriers, isolation })
      const post = await postBy('paula', carriers, `Rates, ${isolation}`)
      await postBy('paula', carriers, `And dates, ${isolation}`)
      await portal.settled()
      const before = await feedOf('piotr', carriers)
      if (isolation !== 'readonly') {
        await (await portal.as('lena')).comments.add({ threadId: post.id, text: 'Ours are lower' })
        await postBy('lena', carriers, `Offer of Beta, ${isolation}`)
        await (
          await portal.as('lena')
        ).tasks.create({ title: 'Beta alone', groupId: carriers, responsibleId: portal.person('lena') })
      }
      await letIn(portal, carriers, 'omar', 'paula')
      await portal.settled()
      expect(await feedOf('piotr', carriers)).toEqual(before)
      expect((await feedOf('paula', carriers)).map(said).join()).toContain('groups.memberJoined: Omar')
      if (isolation !== 'readonly') {
        expect((await readsOf('lena', carriers)).slice(0, 3)).toEqual([
          'tasks.created: Beta alone',
          `Offer of Beta, ${isolation}`,
          `Rates, ${isolation}`,
        ])
        expect((await readsOf('paula', carriers)).join()).toContain('Beta alone')
      }
      await paula.groups.removeMember({ id: carriers, personId: portal.person('omar') })
    },
  )

  it('what rose by a competitor while they met stands where it stood, once they are kept apart', async () => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: carriers, isolation: 'open' })
    const post = await postBy('paula', carriers, 'While all met')
    await postBy('paula', carriers, 'A word after it')
    await (await portal.as('piotr')).comments.add({ threadId: post.id, text: 'From Gamma' })
    const { id } = await (
      await portal.as('lena')
    ).tasks.create({ title: 'Of Beta', groupId: carriers, responsibleId: portal.person('lena') })
    await letIn(portal, carriers, 'sofia', 'paula')
    await portal.settled()
    expect((await readsOf('lena', carriers)).slice(0, 3)).toEqual([
      'groups.memberJoined: Sofia Marques',
      'tasks.created: Of Beta',
      'While all met',
    ])
    await paula.groups.isolate({ id: carriers, isolation: 'company' })
    await portal.settled()
    expect((await readsOf('lena', carriers)).slice(0, 3)).toEqual([
      'tasks.created: Of Beta',
      'A word after it',
      'While all met',
    ])
    expect((await readsOf('piotr', carriers)).slice(0, 2)).toEqual(['While all met', 'A word after it'])
    expect(
      (await feedOf('piotr', carriers)).flatMap(({ entry }) => entry?.things ?? []).map((one) => one.id),
    ).not.toContain(id)
  })
})

it('GRP-9: whoever begins with the day of joining reads of nobody who came before', async () => {
  const liam = await portal.as('liam')
  const { id } = await liam.groups.create({
    name: 'Fountain',
    external: true,
    visibility: 'secret',
    history: 'joining',
  })
  await letIn(portal, id, 'kim', 'liam')
  await portal.settled()
  await letIn(portal, id, 'omar', 'liam')
  await portal.settled()
  const came = async (who: PersonKey) =>
    (await feedOf(who, id)).flatMap(({ entry }) => entry?.people ?? []).map((one) => one.id)
  expect(await came('omar')).toEqual([portal.person('omar')])
  expect(await came('kim')).toEqual([portal.person('omar'), portal.person('kim')])
  await liam.groups.change({ id, history: 'everything' })
  expect(await came('omar')).toEqual(await came('kim'))
})
