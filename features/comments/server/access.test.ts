import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audiences } from '#access/tables.ts'
import { groups } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { addComment, listComments } from './door.ts'
import { openThread } from './actions.ts'
import { comments, threads } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'

describe('who reads and writes comments', () => {
  let portal: TestPortal
  let place: { everyone: Thread; team: Thread; carriers: Thread }
  type Thread = { id: string; spaceId: string; audienceId: string }

  beforeAll(async () => {
    portal = await openTestPortal()
    place = {
      everyone: await thread('acme', 'everyone', '0190a000-0000-7000-8000-000000000001'),
      team: await thread('acme', 'team', '0190a000-0000-7000-8000-000000000002'),
      carriers: await thread('carriers', 'everyone', '0190a000-0000-7000-8000-000000000003'),
    }
    await portal.under('liam', (tx) =>
      addComment(tx, { id: portal.person('liam') }, place.everyone.id, { text: 'To everyone' }),
    )
    await portal.under('liam', (tx) =>
      addComment(tx, { id: portal.person('liam') }, place.team.id, { text: 'To the team' }),
    )
  })
  afterAll(() => portal.close())

  const thread = async (group: 'acme' | 'carriers', kind: 'everyone' | 'team', id: string): Promise<Thread> => {
    const owner = group === 'acme' ? 'liam' : 'paula'
    return portal.under(owner, async (tx) => {
      const [found] = await tx
        .select({ spaceId: audiences.spaceId, audienceId: audiences.id })
        .from(audiences)
        .innerJoin(groups, eq(groups.spaceId, audiences.spaceId))
        .where(and(eq(groups.id, portal.group(group)), eq(audiences.kind, kind)))
      if (!found) throw new Error('The sample has no such audience.')
      await openThread(tx, { ...found, id, kind: 'task' })
      return { ...found, id }
    })
  }
  const read = (who: Parameters<TestPortal['as']>[0], id: string) =>
    portal
      .as(who)
      .then((client) => client.comments.list({ threadId: id }))
      .then(({ items }) => items.map((comment) => comment.text))
      .catch((error: unknown) => JSON.stringify(error))
  const write = (who: Parameters<TestPortal['as']>[0], id: string) =>
    portal
      .as(who)
      .then((client) => client.comments.add({ threadId: id, text: 'A word' }))
      .then(() => 'written')
      .catch((error: unknown) => JSON.stringify(error))
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
    )

  it('a comment is read by whoever reads what it hangs below', async () => {
    expect(await read('kim', place.everyone.id)).toEqual(['To everyone'])
    expect(await read('liam', place.team.id)).toEqual(['To the team'])
    expect(await read('hana', place.team.id)).toEqual(['To the team'])
  })

  it('team talk, another group and a thread that is not there are one answer to an external', async () => {
    const missing = await read('kim', randomId)
    expect(missing).toContain('NOT_FOUND')
    expect(await read('kim', place.team.id)).toBe(missing)
    expect(await read('kim', place.carriers.id)).toBe(missing)
    expect(await read('lena', place.everyone.id)).toBe(missing)
    expect(await read('gita', place.everyone.id)).toBe(missing)
  })

  it('nobody comments on what they do not see, and learns nothing by trying', async () => {
    const missing = await write('kim', randomId)
    expect(missing).toContain('NOT_FOUND')
    expect(await write('kim', place.team.id)).toBe(missing)
    expect(await write('piotr', place.everyone.id)).toBe(missing)
    expect(await write('noel', place.everyone.id)).toBe(missing)
  })

  it('a comment is never read by more than its thread: with it, or with the team below it, by whoever reads both', async () => {
    const put = (
      who: 'liam' | 'kim',
      threadId: string,
      { spaceId, audienceId }: Thread,
      authorId = portal.person(who),
    ) =>
      refusal(
        portal.under(who, (tx) =>
          tx.insert(comments).values({ threadId, spaceId, audienceId, authorId, text: 'Elsewhere' }),
        ),
      )
    expect(await put('liam', place.team.id, place.everyone)).toBe('42501')
    expect(await put('liam', place.everyone.id, place.team)).toBe('done')
    expect(await put('kim', place.everyone.id, place.team)).toBe('42501')
    expect(await put('liam', place.everyone.id, place.everyone, portal.person('kim'))).toBe('42501')
    expect(await put('liam', place.everyone.id, place.carriers)).toBe('42501')
  })

  it('the key to the thread tells nothing: a hidden thread and a missing one refuse alike', async () => {
    const { spaceId, audienceId } = place.everyone
    const put = (threadId: string) =>
      refusal(
        portal.under('kim', (tx) =>
          tx
            .insert(comments)
            .values({ threadId, spaceId, audienceId, authorId: portal.person('kim'), text: 'Is it there?' }),
        ),
      )
    expect(await put(place.team.id)).toBe(await put(randomId))
    expect(await put(place.team.id)).toBe('42501')
  })

  it('words are changed by their author alone; whoever keeps the group empties them, and nobody removes a row', async () => {
    const id = await portal.keep(async (tx) => {
      const [row] = await tx.select({ id: comments.id }).from(comments).where(eq(comments.text, 'To everyone'))
      return row?.id ?? ''
    })
    const change = (who: 'kim' | 'hana' | 'ruth' | 'liam', set: Partial<typeof comments.$inferInsert>) =>
      refusal(
        portal.under(who, async (tx) => {
          const changed = await tx.update(comments).set(set).where(eq(comments.id, id)).returning()
          if (changed.length === 0) throw new Error('none', { cause: { code: 'none' } })
        }),
      )
    expect(await change('kim', { text: 'Never said' })).toBe('none')
    expect(await change('hana', { text: '', deletedAt: new Date(), deletedBy: portal.person('hana') })).toBe('none')
    expect(await change('ruth', { text: 'Never said' })).toBe('42501')
    expect(await change('ruth', { text: '', deletedBy: portal.person('hana') })).toBe('42501')
    expect(await change('liam', { audienceId: place.team.audienceId })).toBe('42501')
    expect(await change('liam', { text: 'As liam says now' })).toBe('done')
    expect(await change('ruth', { text: '', deletedAt: new Date(), deletedBy: portal.person('ruth') })).toBe('done')
    expect(await refusal(portal.under('liam', (tx) => tx.delete(comments).where(eq(comments.id, id))))).toBe('42501')
  })

  it('who left reads nothing any more, and is nobody by name to those who stay outside', async () => {
    await portal.under('ingrid', (tx) =>
      addComment(tx, { id: portal.person('ingrid') }, place.everyone.id, { text: 'Goodbye' }),
    )
    await (await portal.as('liam')).groups.removeMember({ id: portal.group('acme'), personId: portal.person('ingrid') })
    expect(await read('ingrid', place.everyone.id)).toBe(await read('ingrid', randomId))
    const asKim = await portal.under('kim', (tx) => listComments(tx, place.everyone.id, { limit: 10 }))
    expect(asKim.items.find((comment) => comment.text === 'Goodbye')?.author).toBeNull()
    expect(await portal.under('ingrid', (tx) => tx.select().from(threads))).toEqual([])
  })
})
