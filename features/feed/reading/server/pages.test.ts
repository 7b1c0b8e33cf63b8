import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listShelves } from '#access/shelves.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { posts } from '../../server/tables.ts'
import { readFeed } from './queries.ts'
import { walkFeed } from './shelves.ts'

/** A page from its size and the place where the one before ended; it answers places. */
type Read = (limit: number, after?: string) => Promise<string[]>

/** All places, page by page of this size. */
async function pageByPage(read: Read, limit: number): Promise<string[]> {
  const places: string[] = []
  for (let page = await read(limit); page.length > 0; page = await read(limit, page.at(-1))) places.push(...page)
  return places
}

describe.each(['liam', 'paula', 'kim', 'lena'] as const)('whatever the size of its pages, %s reads the same', (who) => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  // Fewer than there are shelves, as many, and more.
  const sizes = [1, 2, 3, 4, 5, 7, 11, 30]

  it('list of posts: what the rules let them read, newest first', async () => {
    await portal.under(who, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`select id from posts order by id desc`)
      expect(rows.length).toBeGreaterThan(3)
      const read: Read = async (limit, after) =>
        (await listShelves(tx, posts, { tool: 'feed', limit, ...(after ? { after } : {}) })).map(({ id }) => id)
      for (const size of sizes) expect(await pageByPage(read, size), `${size} a page`).toEqual(rows.map(({ id }) => id))
    })
  })

  it('feed: what a page that holds everything has', async () => {
    await portal.under(who, async (tx) => {
      const read: Read = async (limit, after) => (await walkFeed(tx, { limit, after })).map(({ rose }) => rose)
      const all = await read(1000)
      expect(all.length).toBeGreaterThan(3)
      for (const size of sizes) expect(await pageByPage(read, size), `${size} a page`).toEqual(all)
    })
  })

  it('feed as it is answered: each post once, where it stands highest', async () => {
    await portal.under(who, async (tx) => {
      const page = (limit: number, after?: string) =>
        readFeed(tx, { id: portal.person(who) }, { limit, after, hide: 'nothing' })
      const all = await page(200)
      expect(all.next).toBeNull()
      const posts = all.items.flatMap(({ post }) => post?.id ?? [])
      expect(posts.length).toBeGreaterThan(3)
      expect(posts).toEqual([...new Set(posts)])
      for (const size of sizes) {
        const items: typeof all.items = []
        for (let after: string | null | undefined; after !== null;) {
          const { items: more, next } = await page(size, after)
          items.push(...more)
          after = next
        }
        expect(items, `${size} a page`).toEqual(all.items)
      }
    })
  })
})
