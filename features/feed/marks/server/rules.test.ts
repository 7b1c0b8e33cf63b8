import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { ruleCodeOf } from '#tests/refusal.ts'
import { posts } from '../../server/tables.ts'
import { favourites, feedSettings, pins, readMarks, readPosts } from './tables.ts'

const upTo = '0190a000-0000-7000-8000-000000000000'
let portal: TestPortal
let post: typeof posts.$inferSelect
beforeAll(async () => {
  portal = await openTestPortal()
  const { feed } = await portal.as('liam')
  const { id } = await feed.add({ groupId: portal.group('acme'), text: 'To mark' })
  const [row] = await portal.keep((tx) => tx.select().from(posts).where(eq(posts.id, id)))
  if (!row) throw new Error('The post was not kept.')
  post = row
})
afterAll(() => portal.close())

/** What the rules say to somebody who writes rows past the procedures. */
const put = (who: PersonKey, work: Parameters<typeof portal.under<unknown>>[1]) => ruleCodeOf(portal.under(who, work))

it('nobody keeps, or has read, a post that they do not read, nor for anybody else', async () => {
  const { id: postId, spaceId } = post
  const keep = async (who: PersonKey, of = who) => {
    const mine = { personId: portal.person(of), postId, spaceId }
    return [
      await put(who, (tx) => tx.insert(favourites).values(mine)),
      await put(who, (tx) => tx.insert(readPosts).values({ ...mine, upTo })),
    ]
  }
  expect(await keep('lena')).toEqual(['42501', '42501'])
  expect(await keep('kim', 'omar')).toEqual(['42501', '42501'])
  expect(await keep('kim')).toEqual(['done', 'done'])
  for (const who of ['liam', 'omar', 'anna'] as const)
    for (const table of [favourites, readPosts])
      expect(await portal.under(who, (tx) => tx.$count(table, eq(table.personId, portal.person('kim')))), who).toBe(0)
})

it('up to where somebody has read is theirs alone: set where they are, seen and moved by nobody else', async () => {
  const mark = (who: PersonKey) =>
    put(who, (tx) =>
      tx
        .insert(readMarks)
        .values({ personId: portal.person(who), spaceId: post.spaceId, upTo })
        .onConflictDoUpdate({ target: [readMarks.personId, readMarks.spaceId], set: { upTo } }),
    )
  expect([await mark('lena'), await mark('gita'), await mark('kim')]).toEqual(['42501', '42501', 'done'])
  const ofKim = eq(readMarks.personId, portal.person('kim'))
  for (const who of ['liam', 'omar', 'anna'] as const) {
    expect(await portal.under(who, (tx) => tx.$count(readMarks, ofKim)), who).toBe(0)
    await portal.under(who, (tx) => tx.update(readMarks).set({ upTo: post.id }))
    await portal.under(who, (tx) => tx.delete(readMarks))
  }
  const kept = await portal.keep((tx) => tx.select().from(readMarks).where(ofKim))
  expect(kept.filter(({ spaceId }) => spaceId === post.spaceId)).toMatchObject([{ upTo }])
})

it('how somebody reads feeds is theirs alone', async () => {
  await (await portal.as('kim')).feed.set({ hideTasks: true })
  for (const who of ['liam', 'anna'] as const) {
    expect(await portal.under(who, (tx) => tx.select().from(feedSettings)), who).toEqual([])
    await portal.under(who, (tx) => tx.update(feedSettings).set({ tasksHiddenAt: null }))
  }
  expect(await portal.under('kim', (tx) => tx.select().from(feedSettings))).not.toMatchObject([{ tasksHiddenAt: null }])
})

it('a post is pinned by who keeps its group, where it stands, and in their own name', async () => {
  const { id: postId, spaceId, audienceId } = post
  const pin = (who: PersonKey, of = who) =>
    put(who, (tx) => tx.insert(pins).values({ postId, spaceId, audienceId, authorId: portal.person(of) }))
  expect([await pin('hana'), await pin('kim'), await pin('ruth', 'liam')]).toEqual(['42501', '42501', '42501'])
  expect(await pin('ruth')).toBe('done')
  await portal.under('hana', (tx) => tx.delete(pins))
  expect(await portal.keep((tx) => tx.$count(pins, eq(pins.postId, postId)))).toBe(1)
})
