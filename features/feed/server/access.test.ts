import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import { comments, reactions } from '#features/comments/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { posts } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'
type Key = Parameters<TestPortal['as']>[0]

describe('who reads and writes posts', () => {
  let portal: TestPortal
  let team: typeof posts.$inferSelect
  let everyone: typeof posts.$inferSelect

  beforeAll(async () => {
    portal = await openTestPortal()
    const liam = await portal.as('liam')
    const groupId = portal.group('acme')
    const write = async (audience: 'everyone' | 'team') => {
      const { id } = await liam.feed.add({ groupId, audience, text: `For ${audience} of Ferry House` })
      await liam.comments.add({ threadId: id, text: `Below, for ${audience}` })
      await liam.feed.react({ id })
      const [row] = await portal.keep((tx) => tx.select().from(posts).where(eq(posts.id, id)))
      if (!row) throw new Error('The post was not kept.')
      return row
    }
    everyone = await write('everyone')
    team = await write('team')
  })
  afterAll(() => portal.close())

  const answer = (work: Promise<unknown>) =>
    work.then(
      (said) => said,
      (error: unknown) => JSON.stringify(error),
    )
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
    )
  const all = async (who: Key, group?: string) =>
    (await (await portal.as(who)).feed.list({ limit: 200, ...(group ? { group } : {}) })).items

  it('an external reads the posts of their groups, and none that are for the team (GRP-8)', async () => {
    for (const who of ['kim', 'omar', 'sofia'] as const) {
      const read = await all(who)
      expect(read.length).toBeGreaterThan(0)
      expect(read.every((post) => post.audience === 'everyone')).toBe(true)
      expect(read.map((post) => post.id)).toContain(everyone.id)
      expect(JSON.stringify(read)).not.toContain('For team')
    }
    const inGroups = (await all('kim')).flatMap(({ group }) => group?.id ?? [])
    expect(new Set(inGroups)).toEqual(new Set([portal.group('acme')]))
    expect((await all('liam', portal.group('acme'))).map((post) => post.id)).toContain(team.id)
  })

  it('a competitor, a former member and a colleague outside the group read none of it', async () => {
    for (const who of ['lena', 'piotr', 'gita', 'anna'] as const)
      expect(JSON.stringify(await all(who))).not.toContain('Ferry House')
    await expect(all('noel')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await portal.under('noel', async (tx) => (await tx.execute('select from posts')).rows)).toEqual([])
  })

  it('hidden and missing are one answer, for every procedure', async () => {
    for (const who of ['kim', 'lena', 'noel', 'gita'] as const) {
      const { feed, comments: said } = await portal.as(who)
      const asked = (id: string) =>
        Promise.all([
          answer(feed.get({ id })),
          answer(feed.react({ id })),
          answer(feed.takeReaction({ id })),
          answer(feed.reactions({ id })),
          answer(feed.change({ id, text: 'Anything' })),
          answer(feed.versions({ id })),
          answer(feed.remove({ id })),
          answer(feed.restore({ id })),
          answer(feed.comments({ id })),
          answer(feed.addComment({ id, text: 'Anybody here?' })),
          answer(said.list({ threadId: id })),
          answer(said.add({ threadId: id, text: 'Anybody here?' })),
        ])
      const missing = await asked(randomId)
      expect(missing.every((one) => String(one).includes('NOT_FOUND'))).toBe(true)
      expect(await asked(team.id)).toEqual(missing)
    }
    const lena = await portal.as('lena')
    expect(await answer(lena.feed.list({ group: portal.group('acme') }))).toBe(
      await answer(lena.feed.list({ group: randomId })),
    )
  })

  it('one posts only into groups one is in (FEED-2), and a hidden group is a missing one', async () => {
    const post = async (who: Key, groupId: string) =>
      answer((await portal.as(who)).feed.add({ groupId, text: 'Hello there' }))
    const missing = await post('kim', randomId)
    expect(missing).toContain('NOT_FOUND')
    for (const key of ['carriers', 'suppliers', 'everyone', 'heron'] as const)
      expect(await post('kim', portal.group(key))).toBe(missing)
    expect(await post('gita', portal.group('acme'))).toBe(await post('gita', randomId))
    expect(await post('noel', portal.group('acme'))).toBe(missing)
    expect(await post('gita', portal.group('almaty'))).toContain('MEMBERS_ONLY')
  })

  it('to an external "team" is a wrong word and tells nothing', async () => {
    const kim = await portal.as('kim')
    const said = await answer(kim.feed.add({ groupId: portal.group('acme'), text: 'Psst', audience: 'team' }))
    expect(said).toContain('There is no such audience here.')
    expect(String(said).replaceAll('audience', '')).not.toMatch(/team|employee|colleague/)
  })

  it('the database refuses what the code would not do: other audiences, other authors, other groups', async () => {
    const put = (who: Key, values: Partial<typeof posts.$inferInsert>) =>
      refusal(
        portal.under(who, (tx) =>
          tx.insert(posts).values({
            spaceId: everyone.spaceId,
            audienceId: everyone.audienceId,
            groupId: everyone.groupId,
            authorId: portal.person(who),
            text: 'Straight into the table',
            ...values,
          }),
        ),
      )
    expect(await put('kim', {})).toBe('done')
    expect(await put('kim', { audienceId: team.audienceId })).toBe('42501')
    expect(await put('kim', { authorId: portal.person('liam') })).toBe('42501')
    expect(await put('liam', { groupId: portal.group('everyone') })).toBe('42501')
    expect(await put('lena', {})).toBe('42501')
    expect(await put('kim', { groupId: portal.group('carriers') })).toBe(await put('kim', { groupId: randomId }))
    expect(
      await refusal(
        portal.under('liam', (tx) =>
          tx.update(posts).set({ audienceId: everyone.audienceId }).where(eq(posts.id, team.id)),
        ),
      ),
    ).toBe('42501')
  })

  it('words are changed by their author alone; a manager may take them away', async () => {
    const { id } = await (await portal.as('kim')).feed.add({ groupId: portal.group('acme'), text: 'As kim wrote it' })
    const rewrite = (who: Key) =>
      portal.under(
        who,
        async (tx) =>
          (await tx.update(posts).set({ text: 'As somebody else wants it' }).where(eq(posts.id, id)).returning())
            .length,
      )
    const remove = (who: Key) =>
      portal.under(who, async (tx) => (await tx.delete(posts).where(eq(posts.id, id)).returning()).length)
    expect([await rewrite('omar'), await rewrite('ruth'), await rewrite('kim')]).toEqual([0, 0, 1])
    expect([await remove('omar'), await remove('hana'), await remove('ruth')]).toEqual([0, 0, 1])
  })

  it('a reaction stands where its post stands, is one’s own, and tells nothing of a hidden post', async () => {
    const put = (who: Key, reaction: Partial<typeof reactions.$inferInsert>) =>
      refusal(
        portal.under(who, (tx) =>
          tx.insert(reactions).values({
            kind: 'like',
            threadId: everyone.id,
            spaceId: everyone.spaceId,
            audienceId: everyone.audienceId,
            authorId: portal.person(who),
            ...reaction,
          }),
        ),
      )
    expect(await put('kim', { authorId: portal.person('omar') })).toBe('42501')
    expect(await put('kim', { threadId: team.id })).toBe('42501')
    expect(await put('kim', { threadId: randomId })).toBe('42501')
    expect(await put('hana', { threadId: team.id })).toBe('42501')
    const taken = await portal.under('kim', (tx) =>
      tx.delete(reactions).where(eq(reactions.threadId, everyone.id)).returning(),
    )
    expect(taken).toEqual([])
  })

  it('what is told of team talk is read by the team alone', async () => {
    const told = (who: Key) =>
      portal.under(who, (tx) => tx.select({ id: events.id }).from(events).where(eq(events.aboutId, team.id)))
    expect((await told('hana')).length).toBe(3)
    for (const who of ['kim', 'sofia', 'lena', 'gita'] as const) expect(await told(who)).toEqual([])
  })

  it('whoever looks straight into the tables sees no more', async () => {
    for (const who of ['kim', 'lena', 'noel', 'gita'] as const) {
      const rows = await portal.under(who, async (tx) => [
        ...(await tx.select({ at: posts.audienceId }).from(posts)),
        ...(await tx.select({ at: comments.audienceId }).from(comments)),
        ...(await tx.select({ at: reactions.audienceId }).from(reactions)),
      ])
      const { rows: mine } = await portal.under(who, (tx) => tx.execute<{ id: string }>(sql`select id from audiences`))
      const readable = new Set(mine.map((one) => one.id))
      expect(rows.every(({ at }) => readable.has(at))).toBe(true)
      expect(rows.some(({ at }) => at === team.audienceId)).toBe(false)
    }
  })
})
