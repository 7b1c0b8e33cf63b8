import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { commentCounts } from './door.ts'

describe('commenting', () => {
  let portal: TestPortal
  let kim: Client
  let threadId: string

  beforeAll(async () => {
    portal = await openTestPortal()
    kim = await portal.as('kim')
    const liam = await portal.as('liam')
    threadId = (await liam.feed.add({ groupId: portal.group('acme'), text: 'Three comments, please' })).id
  })
  afterAll(() => portal.close())

  it('answers what was said, with author and time, and keeps line breaks', async () => {
    const said = await kim.comments.add({ threadId, text: '  One\nand a half  ' })
    expect(said).toMatchObject({
      text: 'One\nand a half',
      author: { id: portal.person('kim'), kind: 'external', company: 'Acme' },
    })
    expect(Math.abs(Date.now() - said.createdAt.getTime())).toBeLessThan(10_000)
  })

  it('tells it about the thing, to the audience of the thing, with no words of it', async () => {
    const said = await kim.comments.add({ threadId, text: 'Two' })
    const [told] = await portal.keep((tx) =>
      tx.select().from(events).where(eq(events.kind, 'comments.added')).orderBy(desc(events.id)).limit(1),
    )
    expect(told).toMatchObject({
      aboutKind: 'post',
      aboutId: threadId,
      actorId: portal.person('kim'),
      data: { threadId, commentId: said.id },
    })
    const [posted] = await portal.keep((tx) =>
      tx.select().from(events).where(eq(events.kind, 'feed.posted')).orderBy(desc(events.id)).limit(1),
    )
    expect(told?.audienceId).toBe(posted?.audienceId)
  })

  it('lists them oldest first or newest first, page by page', async () => {
    await kim.comments.add({ threadId, text: 'Three' })
    const first = await kim.comments.list({ threadId, limit: 2 })
    expect(first.items.map((one) => one.text)).toEqual(['One\nand a half', 'Two'])
    const rest = await kim.comments.list({ threadId, limit: 2, after: first.next ?? '' })
    expect(rest).toMatchObject({ items: [{ text: 'Three' }], next: null })
    const last = await kim.comments.list({ threadId, limit: 1, order: 'newest' })
    expect(last.items.map((one) => one.text)).toEqual(['Three'])
    const before = await kim.comments.list({ threadId, limit: 5, order: 'newest', after: last.next ?? '' })
    expect(before.items.map((one) => one.text)).toEqual(['Two', 'One\nand a half'])
  })

  it('counts them for several things at once', async () => {
    const counts = await portal.under('kim', (tx) => commentCounts(tx, [threadId, portal.group('acme')]))
    expect([...counts]).toEqual([[threadId, 3]])
  })

  it('refuses an empty comment and one that is too long', async () => {
    await expect(kim.comments.add({ threadId, text: ' \n ' })).rejects.toThrow('Write something first.')
    await expect(kim.comments.add({ threadId, text: 'a'.repeat(20_001) })).rejects.toThrow('Input validation failed')
  })
})
