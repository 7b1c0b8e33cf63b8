import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { favourites, pins, readMarks, readPosts } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'
let portal: TestPortal
let acme: string
let carriers: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
  carriers = portal.group('carriers')
})
afterAll(() => portal.close())

const feed = async (who: PersonKey) => (await portal.as(who)).feed
const postBy = async (who: PersonKey, text: string, more: { groupId?: string; audience?: 'team' } = {}) =>
  (await feed(who)).add({ groupId: acme, text, ...more })
const comment = async (who: PersonKey, threadId: string, audience: 'team' | 'everyone' = 'everyone') => {
  await (await portal.as(who)).comments.add({ threadId, text: 'A word', audience })
  await portal.settled()
}
const unreadIn = async (who: PersonKey, group: string) =>
  (await (await feed(who)).unread()).groups.find(({ id }) => id === group)?.count ?? 0
const readAll = async (...all: PersonKey[]) => {
  for (const who of all) await (await feed(who)).readAll({})
}

describe('what one has read', () => {
  it('is counted for each reader by what they may read, and one’s own words are none of it', async () => {
    await readAll('kim', 'hana', 'liam')
    const { id } = await postBy('liam', 'Everyone, please read')
    await postBy('liam', 'Only the team', { audience: 'team' })
    expect([await unreadIn('kim', acme), await unreadIn('hana', acme), await unreadIn('liam', acme)]).toEqual([1, 2, 0])
    await (await feed('kim')).readPost({ id })
    expect(await unreadIn('kim', acme)).toBe(0)
    await comment('hana', id, 'team')
    expect([await unreadIn('kim', acme), await unreadIn('liam', acme)]).toEqual([0, 1])
    await comment('hana', id)
    expect(await unreadIn('kim', acme)).toBe(1)
    expect((await (await feed('kim')).marks({ id })).unread).toBe(true)
    await comment('kim', id)
    expect((await (await feed('kim')).marks({ id })).unread).toBe(false)
    const { items } = await (await feed('hana')).items({ unread: true })
    expect(items.map(({ post }) => post?.text)).toEqual(['Everyone, please read', 'Only the team'])
  })

  it('is one row for a group once nothing is left unread, and reading up to a place leaves what came after', async () => {
    const first = await postBy('liam', 'One to read')
    const second = await postBy('liam', 'Two to read')
    await readAll('kim')
    const third = await postBy('liam', 'Three to read')
    const fourth = await postBy('liam', 'Four to read')
    const kim = await feed('kim')
    const rows = () => portal.under('kim', (tx) => tx.select().from(readPosts))
    await kim.readPost({ id: fourth.id })
    expect((await rows()).map(({ postId }) => postId)).toEqual([fourth.id])
    await kim.readPost({ id: third.id })
    expect(await rows()).toEqual([])
    // And one for all that is addressed to her.
    expect(await portal.under('kim', (tx) => tx.select().from(readMarks))).toHaveLength(2)
    await portal.keep((tx) => tx.delete(readMarks).where(eq(readMarks.personId, portal.person('hana'))))
    await (await feed('hana')).readAll({ group: acme, upTo: second.createdAt.toISOString() })
    expect(await unreadIn('hana', acme)).toBe(2)
    expect((await (await feed('hana')).marks({ id: first.id })).unread).toBe(false)
  })

  it('begins with one’s coming: nothing of before is unread', async () => {
    await letIn(portal, acme, 'lena', 'liam')
    expect(await unreadIn('lena', acme)).toBe(0)
    await postBy('liam', 'Welcome')
    expect(await unreadIn('lena', acme)).toBe(1)
    await (await portal.as('liam')).groups.removeMember({ id: acme, personId: portal.person('lena') })
    expect(await unreadIn('lena', acme)).toBe(0)
  })

  it.each(['company', 'staff', 'voice'] as const)(
    'GRP-7, %s: nothing becomes unread by a competitor',
    async (isolation) => {
      const paula = await portal.as('paula')
      await paula.groups.isolate({ id: carriers, isolation })
      const post = await postBy('paula', 'To all carriers', { groupId: carriers })
      await readAll('piotr')
      await comment('lena', post.id)
      await postBy('lena', 'From Beta', { groupId: carriers })
      expect(await unreadIn('piotr', carriers)).toBe(0)
      expect((await (await feed('piotr')).items({ unread: true })).items).toEqual([])
      expect(await unreadIn('paula', carriers)).toBeGreaterThan(0)
    },
  )
})

describe('posts of a person', () => {
  it('GRP-7: of whoever is not named to the reader there are none, as of somebody who is not there', async () => {
    await (await portal.as('paula')).groups.isolate({ id: carriers, isolation: 'voice' })
    const by = async (who: PersonKey, person: string) => (await feed(who)).items({ person })
    const nobody = await by('lena', randomId)
    expect(nobody).toEqual({ items: [], next: null })
    for (const key of ['paula', 'piotr', 'gita'] as const) expect(await by('lena', portal.person(key))).toEqual(nobody)
    const ofLiam = await by('kim', portal.person('liam'))
    expect(ofLiam.items.length).toBeGreaterThan(1)
    expect(new Set(ofLiam.items.map(({ post }) => post?.author?.id))).toEqual(new Set([portal.person('liam')]))
    const page = await (await feed('kim')).items({ person: portal.person('liam'), limit: 1 })
    const next = await (await feed('kim')).items({ person: portal.person('liam'), limit: 1, after: page.next ?? '' })
    expect([...page.items, ...next.items]).toEqual(ofLiam.items.slice(0, 2))
  })
})

describe('favourites, pins and how one reads', () => {
  it('FEED-4: a favourite is one’s own, and is found among them', async () => {
    const { id } = await postBy('liam', 'Worth keeping')
    const kim = await feed('kim')
    expect(await kim.favour({ id })).toMatchObject({ favourite: true })
    expect((await kim.items({ favourites: true })).items.map(({ post }) => post?.id)).toEqual([id])
    expect((await (await feed('liam')).marks({ id })).favourite).toBe(false)
    expect(await portal.under('liam', (tx) => tx.select().from(favourites))).toEqual([])
    expect(await kim.unfavour({ id })).toMatchObject({ favourite: false })
  })

  it('FEED-4: owner and moderators pin up to three posts of a group, each seen by whoever reads the post', async () => {
    const [open, team] = [
      await postBy('liam', 'On top for all'),
      await postBy('liam', 'On top for the team', { audience: 'team' }),
    ]
    const ruth = await feed('ruth')
    expect(await ruth.pin({ id: open.id })).toMatchObject({ pinned: true, mayPin: true })
    await ruth.pin({ id: team.id })
    await ruth.pin({ id: team.id })
    const pinned = async (who: PersonKey) => (await (await feed(who)).pins({ id: acme })).items.map(({ text }) => text)
    expect(await pinned('hana')).toEqual(['On top for the team', 'On top for all'])
    expect(await pinned('kim')).toEqual(['On top for all'])
    expect(await refusal((await feed('kim')).pin({ id: open.id }))).toBe('done')
    const other = await postBy('kim', 'Mine, please')
    expect(await refusal((await feed('kim')).pin({ id: other.id }))).toContain('KEEPERS_PIN')
    expect(await refusal((await feed('hana')).unpin({ id: open.id }))).toContain('KEEPERS_PIN')
    await ruth.pin({ id: other.id })
    expect(await refusal(ruth.pin({ id: (await postBy('liam', 'One too many')).id }))).toContain('PINS_ARE_FULL')
    await ruth.unpin({ id: team.id })
    expect(await pinned('liam')).toEqual(['Mine, please', 'On top for all'])
    const put = portal.under('hana', (tx) =>
      tx
        .insert(pins)
        .values({ postId: team.id, authorId: portal.person('hana'), spaceId: randomId, audienceId: randomId }),
    )
    await expect(put).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('FEED-3: whoever reads without tasks does so until they say otherwise', async () => {
    const kim = await feed('kim')
    const told = async () =>
      (await kim.items({ limit: 100 })).items.some(({ entry }) => entry?.kind.startsWith('tasks.'))
    expect([await told(), await kim.set({ hideTasks: true }), await told()]).toEqual([true, { hideTasks: true }, false])
    expect((await kim.items({ kind: 'tasks' })).items.length).toBeGreaterThan(0)
    expect(
      (await kim.items({ hide: 'nothing', limit: 100 })).items.some(({ entry }) => entry?.kind.startsWith('tasks.')),
    ).toBe(true)
    expect([await kim.set({ hideTasks: false }), await told()]).toEqual([{ hideTasks: false }, true])
  })

  it('hidden and missing are one answer, for every procedure', async () => {
    const { id } = await postBy('liam', 'Hidden', { audience: 'team' })
    for (const who of ['kim', 'lena', 'gita'] as const) {
      const client = await feed(who)
      for (const ask of [client.marks, client.readPost, client.favour, client.unfavour, client.pin, client.unpin])
        expect(await refusal(ask({ id }))).toBe(await refusal(ask({ id: randomId })))
    }
    const lena = await feed('lena')
    for (const ask of [
      (group: string) => lena.readAll({ group }),
      (group: string) => lena.pins({ id: group }),
      (group: string) => lena.items({ group }),
    ])
      expect(await refusal(ask(acme))).toBe(await refusal(ask(randomId)))
  })
})
