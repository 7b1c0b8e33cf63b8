import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { comments } from '#features/comments/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { feedForget } from './jobs.ts'
import { postDeletions, posts, postVersions } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'

describe('changing and deleting what one posted', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const feed = async (who: PersonKey) => (await portal.as(who)).feed
  const post = async (who: PersonKey, audience: 'everyone' | 'team' = 'everyone') =>
    (await (await feed(who)).add({ groupId: acme, audience, text: 'As it was' })).id
  const answer = (work: Promise<unknown>) =>
    work.then(
      (said) => JSON.stringify(said),
      (error: { code?: string }) => String(error.code),
    )
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
    )
  const told = (id: string) =>
    portal.keep(async (tx) =>
      (await tx.select().from(events).where(eq(events.aboutId, id)).orderBy(events.id)).map(({ kind }) => kind),
    )

  it('FEED-4: its author changes it, and its readers see that, and what it said before', async () => {
    const id = await post('kim')
    const kim = await feed('kim')
    const changed = await kim.change({ id, text: 'As it is' })
    expect(changed).toMatchObject({ text: 'As it is', may: { edit: true, delete: true } })
    expect(changed.editedAt).toBeInstanceOf(Date)
    await kim.change({ id, text: 'As it is' })
    const seen = await feed('hana')
    expect(await seen.get({ id })).toMatchObject({ text: 'As it is', may: { edit: false, delete: false } })
    const { items } = await seen.versions({ id })
    expect(items).toMatchObject([{ text: 'As it was', writtenAt: changed.createdAt }])
    expect(await told(id)).toEqual(['feed.posted', 'feed.edited'])
  })

  it('what it said before is read by nobody else: not by the tables either', async () => {
    const id = await post('liam', 'team')
    await (await feed('liam')).change({ id, text: 'Changed among us' })
    for (const who of ['kim', 'lena', 'gita'] as const) {
      expect(await answer((await feed(who)).versions({ id }))).toBe(
        await answer((await feed(who)).versions({ id: randomId })),
      )
      const rows = await portal.under(who, (tx) => tx.select().from(postVersions).where(eq(postVersions.postId, id)))
      expect(rows).toEqual([])
    }
  })

  it('whoever manages the group deletes posts of others and changes none; other members do neither', async () => {
    const id = await post('kim')
    expect(await answer((await feed('ruth')).change({ id, text: 'Otherwise' }))).toBe('NOT_THE_AUTHOR')
    expect(await answer((await feed('omar')).change({ id, text: 'Otherwise' }))).toBe('NOT_THE_AUTHOR')
    expect(await answer((await feed('omar')).remove({ id }))).toBe('NOT_YOURS_TO_DELETE')
    const [row] = await portal.keep((tx) => tx.select().from(posts).where(eq(posts.id, id)))
    if (!row) throw new Error('The post was not kept.')
    const place = { postId: id, spaceId: row.spaceId, audienceId: row.audienceId }
    const remove = (who: PersonKey, authorId: PersonKey) =>
      refusal(
        portal.under(who, (tx) => tx.insert(postDeletions).values({ ...place, authorId: portal.person(authorId) })),
      )
    const forge = (who: PersonKey) =>
      refusal(
        portal.under(who, (tx) =>
          tx
            .insert(postVersions)
            .values({ ...place, authorId: portal.person(who), text: 'Never said', writtenAt: new Date() }),
        ),
      )
    expect(await remove('omar', 'omar')).toBe('42501')
    expect(await remove('kim', 'omar')).toBe('42501')
    expect(await forge('omar')).toBe('42501')
    expect(await forge('ruth')).toBe('42501')
    await (await feed('ruth')).remove({ id })
    expect(await answer((await feed('kim')).restore({ id }))).toBe('NOT_FOUND')
    expect((await (await feed('ruth')).restore({ id })).text).toBe('As it was')
  })

  it('a deleted post is nobody’s, its author’s neither, comes back while one may, and then goes with all below it', async () => {
    const id = await post('kim')
    const [kim, hana] = [await feed('kim'), await feed('hana')]
    await kim.addComment({ id, text: 'Below' })
    await kim.remove({ id })
    for (const who of ['kim', 'hana', 'ruth'] as const) {
      expect(await answer((await feed(who)).get({ id }))).toBe('NOT_FOUND')
      expect((await (await feed(who)).list({ group: acme, limit: 200 })).items.map((one) => one.id)).not.toContain(id)
      expect(await portal.under(who, (tx) => tx.select().from(posts).where(eq(posts.id, id)))).toEqual([])
    }
    expect(await answer(hana.react({ id, kind: 'like' }))).toBe('NOT_FOUND')
    expect(await answer(kim.remove({ id }))).toBe('NOT_FOUND')
    // Too early: whoever deleted it may still take that back.
    await feedForget.run({ postId: id }, portal.platform)
    expect((await kim.restore({ id })).comments).toBe(1)
    expect(await answer(kim.restore({ id }))).toBe('NOT_FOUND')
    expect((await hana.get({ id })).text).toBe('As it was')
    await kim.remove({ id })
    expect(await told(id)).toEqual(['feed.posted', 'comments.added', 'feed.deleted', 'feed.restored', 'feed.deleted'])
    await portal.keep((tx) =>
      tx.execute(sql`update post_deletions set created_at = now() - interval '1 minute' where post_id = ${id}`),
    )
    await feedForget.run({ postId: id }, portal.platform)
    expect(await answer(kim.restore({ id }))).toBe('NOT_FOUND')
    expect(await portal.keep((tx) => tx.select().from(comments).where(eq(comments.threadId, id)))).toEqual([])
  })

  it('what is said below a post is gone with it at once, by whatever way, and comes back with it', async () => {
    const id = await post('kim')
    const [kim, liam] = [await portal.as('kim'), await portal.as('liam')]
    const said = await liam.comments.add({ threadId: id, text: 'Below it' })
    await liam.comments.edit({ id: said.id, text: 'Below it, still' })
    const ways = (threadId: string, commentId: string) => [
      liam.comments.list({ threadId }),
      liam.comments.conversation({ threadId }),
      liam.comments.get({ id: commentId }),
      liam.comments.versions({ id: commentId }),
      liam.comments.reactions({ id: commentId }),
      liam.comments.react({ id: commentId }),
      liam.comments.edit({ id: commentId, text: 'Anything' }),
      liam.comments.add({ threadId, text: 'More' }),
      liam.comments.remove({ id: commentId }),
    ]
    await kim.feed.remove({ id })
    const missing = await Promise.all(ways(randomId, randomId).map(answer))
    expect(await Promise.all(ways(id, said.id).map(answer))).toEqual(missing)
    expect(new Set(missing)).toEqual(new Set(['NOT_FOUND']))
    await kim.feed.restore({ id })
    expect((await liam.comments.list({ threadId: id })).items.map(({ text }) => text)).toEqual(['Below it, still'])
  })
})
