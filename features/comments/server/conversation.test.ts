import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { codeOf } from '#tests/refusal.ts'
import { forgetComment } from './jobs.ts'
import { comments, commentVersions, deletedComments } from './tables.ts'

type Key = Parameters<TestPortal['as']>[0]

describe('editing, deleting, replying, quoting', () => {
  let portal: TestPortal
  let as: Record<'liam' | 'kim' | 'hana' | 'ruth' | 'omar', Client>
  beforeAll(async () => {
    portal = await openTestPortal()
    const [liam, kim, hana, ruth, omar] = await Promise.all(
      (['liam', 'kim', 'hana', 'ruth', 'omar'] as const).map((key) => portal.as(key)),
    )
    if (!liam || !kim || !hana || !ruth || !omar) throw new Error('Somebody is missing.')
    as = { liam, kim, hana, ruth, omar }
  })
  afterAll(() => portal.close())

  const post = async (audience: 'everyone' | 'team' = 'everyone', groupId = portal.group('acme'), who: Key = 'liam') =>
    (await (await portal.as(who)).feed.add({ groupId, text: 'What do you say?', audience })).id
  const lastEvent = () =>
    portal.keep(async (tx) => (await tx.select().from(events).orderBy(desc(events.id)).limit(1))[0])
  const talk = async (who: keyof typeof as, threadId: string) =>
    (await as[who].comments.conversation({ threadId })).items.toReversed()

  it('an edited comment says so and keeps what it said, for its readers; nobody edits another’s', async () => {
    const threadId = await post()
    const { id } = await as.kim.comments.add({ threadId, text: 'First' })
    expect(await as.kim.comments.edit({ id, text: 'Second' })).toMatchObject({
      text: 'Second',
      editedAt: expect.any(Date) as Date,
    })
    expect(await lastEvent()).toMatchObject({ kind: 'comments.edited', aboutId: threadId, data: { commentId: id } })
    expect((await as.omar.comments.versions({ id })).items.map(({ text }) => text)).toEqual(['First'])
    for (const who of ['omar', 'ruth'] as const)
      expect(await codeOf(as[who].comments.edit({ id, text: 'Never said' }))).toBe('COMMENT_OF_ANOTHER')
    const team = await as.liam.comments.add({ threadId, text: 'Ours', audience: 'team' })
    await as.liam.comments.edit({ id: team.id, text: 'Ours still' })
    for (const hidden of [team.id, crypto.randomUUID()])
      expect([
        await codeOf(as.kim.comments.versions({ id: hidden })),
        await codeOf(as.kim.comments.edit({ id: hidden, text: 'x' })),
        await codeOf(as.kim.comments.remove({ id: hidden })),
        await codeOf(as.kim.comments.restore({ id: hidden })),
        await codeOf(as.kim.comments.get({ id: hidden })),
      ]).toEqual(Array(5).fill('NOT_FOUND'))
    expect(await portal.under('kim', (tx) => tx.select({ text: commentVersions.text }).from(commentVersions))).toEqual([
      { text: 'First' },
    ])
  })

  it('a deleted comment is gone from every answer at once, is put back by whoever deleted it, and then is forgotten', async () => {
    const threadId = await post()
    const { id } = await as.kim.comments.add({ threadId, text: 'Take this back' })
    expect(await codeOf(as.omar.comments.remove({ id }))).toBe('COMMENT_KEPT')
    await as.ruth.comments.remove({ id })
    const gone = async () => [
      (await as.liam.comments.list({ threadId })).items.length,
      (await talk('kim', threadId)).length,
      (await as.liam.feed.get({ id: threadId })).comments,
      await codeOf(as.kim.comments.react({ id })),
      await codeOf(as.kim.comments.versions({ id })),
    ]
    expect(await gone()).toEqual([0, 0, 0, 'NOT_FOUND', 'NOT_FOUND'])
    const texts = await portal.keep((tx) => tx.select().from(comments).where(eq(comments.id, id)))
    expect(texts).toMatchObject([{ text: '' }])
    expect(await codeOf(as.kim.comments.restore({ id }))).toBe('NOT_FOUND')
    expect(await as.ruth.comments.restore({ id })).toMatchObject({ text: 'Take this back', deletedAt: null })
    expect(await lastEvent()).toMatchObject({ kind: 'comments.restored', actorId: portal.person('ruth') })
    await as.kim.comments.remove({ id })
    expect(await lastEvent()).toMatchObject({ kind: 'comments.deleted' })
    await forgetComment.run({ id }, portal.platform)
    expect(await portal.keep((tx) => tx.$count(deletedComments))).toBe(1)
    await portal.keep((tx) =>
      tx.execute(sql`update comments set deleted_at = deleted_at - interval '2 minutes' where id = ${id}`),
    )
    expect(await codeOf(as.kim.comments.restore({ id }))).toBe('NOT_FOUND')
    await forgetComment.run({ id }, portal.platform)
    expect(await portal.keep((tx) => tx.select().from(comments).where(eq(comments.id, id)))).toEqual([])
  })

  it('replies go one level deep, come with their comment, and hold its place when it is deleted', async () => {
    const threadId = await post()
    const top = await as.kim.comments.add({ threadId, text: 'A question' })
    const first = await as.liam.comments.add({ threadId, text: 'One', commentId: top.id })
    await as.kim.comments.add({ threadId, text: 'Two', commentId: first.id })
    await as.omar.comments.add({ threadId, text: 'Three', commentId: top.id })
    expect(await talk('hana', threadId)).toMatchObject([
      { id: top.id, commentId: null, replies: 3, latest: [{ text: 'Two', commentId: top.id }, { text: 'Three' }] },
    ])
    const { items } = await as.hana.comments.list({ threadId, commentId: top.id })
    expect(items.map(({ text }) => text)).toEqual(['One', 'Two', 'Three'])
    await as.kim.comments.remove({ id: top.id })
    expect(await talk('hana', threadId)).toMatchObject([
      { text: '', author: null, deletedAt: expect.any(Date) as Date, replies: 3 },
    ])
    await portal.keep((tx) =>
      tx.execute(sql`update comments set deleted_at = deleted_at - interval '2 minutes' where id = ${top.id}`),
    )
    await forgetComment.run({ id: top.id }, portal.platform)
    expect(await talk('hana', threadId)).toHaveLength(1)
    const long = await post()
    for (const text of ['1', '2', '3', '4']) await as.kim.comments.add({ threadId: long, text })
    const [last, begun] = [
      await as.liam.comments.conversation({ threadId: long, limit: 2 }),
      await as.liam.comments.conversation({ threadId: long, limit: 1, order: 'oldest' }),
    ]
    expect([last.total, ...last.items.map(({ text }) => text)]).toEqual([4, '4', '3'])
    expect(begun.items.map(({ text }) => text)).toEqual(['1'])
    const other = await post()
    expect(await codeOf(as.kim.comments.add({ threadId: other, text: 'x', commentId: first.id }))).toBe('NOT_FOUND')
  })

  it('GRP-8: a reply is never read by more people than its comment: below team talk everything is for the team', async () => {
    const threadId = await post()
    const team = await as.liam.comments.add({ threadId, text: 'Between us', audience: 'team' })
    const reply = await as.hana.comments.add({ threadId, text: 'Agreed', commentId: team.id })
    expect(reply.apart).toEqual({ audience: 'team', lane: null })
    expect((await as.kim.comments.list({ threadId })).items).toEqual([])
    expect(await codeOf(as.kim.comments.add({ threadId, text: 'Who is there?', commentId: team.id }))).toBe('NOT_FOUND')
    const put = (who: Key, parentId: string) =>
      portal
        .under(who, async (tx) => {
          const [row] = await tx
            .execute<{ s: string; a: string }>(
              sql`select space_id as s, audience_id as a from threads where id = ${threadId}`,
            )
            .then(({ rows }) => rows)
          await tx.insert(comments).values({
            threadId,
            parentId,
            spaceId: row?.s ?? '',
            audienceId: row?.a ?? '',
            authorId: portal.person(who),
            text: 'Straight into the table',
          })
        })
        .then(
          () => 'done',
          (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
        )
    expect(await put('liam', team.id)).toBe('42501')
    expect(await put('kim', team.id)).toBe('42501')
    expect(await put('kim', crypto.randomUUID())).toBe('42501')
  })

  it('FEED-4: words of a comment are quoted as they stand there, and never into an answer that more people read', async () => {
    const threadId = await post()
    const said = await as.kim.comments.add({ threadId, text: 'The lift is too small.\nMeasure it again, please.' })
    const quoting = { threadId, quotedId: said.id, quote: 'too small. Measure it again' }
    const answer = await as.liam.comments.add({ ...quoting, text: 'Tomorrow' })
    expect(answer.quote).toMatchObject({
      commentId: said.id,
      author: { id: portal.person('kim') },
      text: quoting.quote,
    })
    expect(await codeOf(as.liam.comments.add({ ...quoting, quote: 'large enough', text: 'x' }))).toBe('INVALID')
    const team = await as.hana.comments.add({ threadId, text: 'They will not pay for it', audience: 'team' })
    const leak = { threadId, quotedId: team.id, quote: 'will not pay' }
    expect(await codeOf(as.hana.comments.add({ ...leak, text: 'See here' }))).toBe('QUOTED_BY_FEWER')
    expect(await codeOf(as.kim.comments.add({ ...leak, text: 'See here' }))).toBe('NOT_FOUND')
    expect((await as.hana.comments.add({ ...leak, text: 'See here', audience: 'team' })).quote?.text).toBe(leak.quote)
    await as.kim.comments.remove({ id: said.id })
    expect((await as.liam.comments.get({ id: answer.id })).quote).toEqual({ commentId: null, author: null, text: '' })
  })

  it('GRP-7: nobody answers or quotes one company to another, and what was said before goes apart with its replies', async () => {
    const carriers = portal.group('carriers')
    const [paula, lena, piotr] = [await portal.as('paula'), await portal.as('lena'), await portal.as('piotr')]
    const threadId = await post('everyone', carriers, 'paula')
    const lanes = (await paula.groups.lanes({ id: carriers })).items
    const laneId = lanes.find(({ name }) => name.startsWith('Gamma'))?.id ?? ''
    const said = await lena.comments.add({ threadId, text: 'Our price is four hundred' })
    const reply = await paula.comments.add({ threadId, text: 'Thank you', commentId: said.id })
    expect(reply.apart?.lane?.name).toBe('Beta Logistics')
    const refused = [
      await codeOf(paula.comments.add({ threadId, text: 'x', commentId: said.id, laneId })),
      await codeOf(paula.comments.add({ threadId, text: 'x', quotedId: said.id, quote: 'four hundred' })),
      await codeOf(paula.comments.add({ threadId, text: 'x', quotedId: said.id, quote: 'four hundred', laneId })),
    ]
    expect(refused).not.toContain('done')
    expect((await piotr.comments.conversation({ threadId })).items).toEqual([])
    expect((await lena.comments.conversation({ threadId })).items).toMatchObject([{ replies: 1 }])

    const acme = portal.group('acme')
    const sofia = await portal.as('sofia')
    const open = await post()
    const word = await as.kim.comments.add({ threadId: open, text: 'A word of Acme' })
    await as.kim.comments.edit({ id: word.id, text: 'Another word of Acme' })
    await as.liam.comments.add({ threadId: open, text: 'To Acme', commentId: word.id })
    const below = await sofia.comments.add({ threadId: open, text: 'From Bench', commentId: word.id })
    await sofia.comments.add({ threadId: open, text: 'As they say', quotedId: word.id, quote: 'Another word' })
    await as.liam.groups.isolate({ id: acme, isolation: 'company' })
    await portal.settled()
    const seen = (await sofia.comments.conversation({ threadId: open })).items.toReversed()
    expect(seen.map(({ text, commentId, quote }) => [text, commentId, quote])).toEqual([
      ['From Bench', null, null],
      ['As they say', null, null],
    ])
    expect(seen[0]?.id).toBe(below.id)
    expect((await as.kim.comments.conversation({ threadId: open })).items).toMatchObject([
      { text: 'Another word of Acme', replies: 1, latest: [{ text: 'To Acme' }] },
    ])
    const versions = await portal.under('sofia', (tx) =>
      tx.select().from(commentVersions).where(eq(commentVersions.commentId, word.id)),
    )
    expect(versions).toEqual([])
    expect((await as.kim.comments.versions({ id: word.id })).items).toHaveLength(1)
  })
})
