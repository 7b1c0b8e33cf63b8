import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from '#tests/rules/inputs.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf, ruleCodeOf } from '#tests/refusal.ts'
import { comments, reactions } from '../../server/tables.ts'

type Key = Parameters<TestPortal['as']>[0]

describe('who reacts, and who knows of it', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const post = async (who: Key, group: 'acme' | 'carriers', audience: 'everyone' | 'team' = 'everyone') =>
    (await (await portal.as(who)).feed.add({ groupId: portal.group(group), text: 'Shall we?', audience })).id
  const say = async (who: Key, threadId: string, audience: 'everyone' | 'team' = 'everyone') =>
    (await (await portal.as(who)).comments.add({ threadId, text: 'I think so', audience })).id

  it('FEED-4: comments get reactions like posts, below tasks too, one of each kind from everybody', async () => {
    const [liam, kim] = [await portal.as('liam'), await portal.as('kim')]
    const task = await liam.tasks.create({
      groupId: portal.group('acme'),
      title: 'Measure the lobby',
      responsibleId: portal.person('kim'),
    })
    for (const threadId of [await post('liam', 'acme'), task.id]) {
      const id = await say('liam', threadId)
      await kim.comments.react({ id, kind: 'love' })
      await kim.comments.react({ id, kind: 'love' })
      expect((await kim.comments.react({ id })).reactions).toMatchObject([
        { kind: 'like', count: 1, mine: true },
        { kind: 'love', count: 1, mine: true },
      ])
      const { items } = await liam.comments.list({ threadId })
      expect(items[0]?.reactions).toMatchObject([{ mine: false }, { mine: false }])
      expect((await liam.comments.reactions({ id })).items.map(({ person }) => person?.id)).toEqual([
        portal.person('kim'),
        portal.person('kim'),
      ])
      expect((await kim.comments.takeReaction({ id, kind: 'love' })).reactions).toHaveLength(1)
    }
  })

  it('a hidden comment and a missing one are one answer, to whoever would react or ask who did', async () => {
    const hidden = await say('liam', await post('liam', 'acme'), 'team')
    for (const who of ['kim', 'lena', 'gita'] as const) {
      const client = await portal.as(who)
      for (const id of [hidden, crypto.randomUUID()])
        expect(
          await Promise.all([
            codeOf(client.comments.react({ id })),
            codeOf(client.comments.takeReaction({ id })),
            codeOf(client.comments.reactions({ id })),
          ]),
        ).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    }
  })

  it('the database takes no reaction that more people would read than what it is to, and none in the name of another', async () => {
    const threadId = await post('liam', 'acme')
    const [open, team] = [await say('liam', threadId), await say('liam', threadId, 'team')]
    const rows = await portal.keep((tx) => tx.select().from(comments).where(eq(comments.threadId, threadId)))
    const place = (id: string) => {
      const row = rows.find((one) => one.id === id)
      if (!row) throw new Error('The comment was not kept.')
      return { threadId, commentId: id, spaceId: row.spaceId, audienceId: row.audienceId, kind: 'wow' as const }
    }
    const put = (who: Key, values: Partial<typeof reactions.$inferInsert>) =>
      ruleCodeOf(
        portal.under(who, (tx) =>
          tx.insert(reactions).values({ ...place(open), authorId: portal.person(who), ...values }),
        ),
      )
    expect(await put('hana', place(team))).toBe('done')
    expect(await put('hana', { ...place(team), audienceId: place(open).audienceId })).toBe('42501')
    expect(await put('kim', { ...place(team), audienceId: place(open).audienceId })).toBe('42501')
    expect(await put('kim', { commentId: crypto.randomUUID() })).toBe('42501')
    expect(await put('kim', { authorId: portal.person('omar') })).toBe('42501')
    expect(await put('kim', { emojiId: crypto.randomUUID(), kind: null })).toBe('42501')
    expect(await put('kim', {})).toBe('done')
  })

  it('GRP-7: competitors kept apart neither see, count nor name each other’s reactions, to posts and to comments', async () => {
    const [lena, piotr, paula] = [await portal.as('lena'), await portal.as('piotr'), await portal.as('paula')]
    const threadId = await post('paula', 'carriers')
    const id = await say('paula', threadId)
    for (const client of [lena, piotr, paula]) {
      await client.feed.react({ id: threadId })
      await client.comments.react({ id })
    }
    const known = async (client: typeof lena) => [
      (await client.feed.get({ id: threadId })).reactions[0]?.count,
      (await client.comments.list({ threadId })).items[0]?.reactions[0]?.count,
      ...(await client.comments.reactions({ id })).items.map(({ person }) => person?.name),
    ]
    expect(await known(lena)).toEqual([2, 2, 'Lena Hoffmann', 'Paula Ferreira'])
    expect(await known(piotr)).toEqual([2, 2, 'Piotr Zawada', 'Paula Ferreira'])
    expect(await known(paula)).toEqual([3, 3, 'Lena Hoffmann', 'Piotr Zawada', 'Paula Ferreira'])
  })

  it('GRP-7: reactions that were given before go where whoever gave them speaks, when companies are kept apart', async () => {
    const [liam, kim, sofia] = [await portal.as('liam'), await portal.as('kim'), await portal.as('sofia')]
    const threadId = await post('liam', 'acme')
    const [byTeam, byKim] = [await say('liam', threadId), await say('kim', threadId)]
    for (const id of [byTeam, byKim]) for (const client of [kim, sofia, liam]) await client.comments.react({ id })
    await liam.groups.isolate({ id: portal.group('acme'), isolation: 'company' })
    await portal.settled()
    const seen = async (client: typeof kim) =>
      (await client.comments.list({ threadId })).items.map(({ reactions: given }) => given[0]?.count)
    expect(await seen(kim)).toEqual([2, 2])
    expect(await seen(sofia)).toEqual([2])
    expect(await seen(liam)).toEqual([3, 3])
    const strays = await portal.under('sofia', async (tx) => {
      const { rows } = await tx.execute(
        sql`select from reactions where thread_id = ${threadId} and person_id = ${portal.person('kim')}`,
      )
      return rows
    })
    expect(strays).toEqual([])
  })

  it('the portal’s own reactions are added by administrators alone, offered to everybody, and stay where they were given', async () => {
    const [anna, kim] = [await portal.as('anna'), await portal.as('kim')]
    expect(await codeOf(kim.comments.emojis.add({ name: 'Ours', text: '🦀' }))).toBe('NOT_FOUND')
    for (const wrong of [{}, { text: 'no' }, { text: '🦀🦀' }, { text: '🦀', picture: picture('x') }])
      expect(await codeOf(anna.comments.emojis.add({ name: 'Ours', ...wrong }))).toBe('INVALID')
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.png', { type: 'image/png' })
    expect(await codeOf(anna.comments.emojis.add({ name: 'Ours', picture: svg }))).toBe('INVALID')
    const crab = await anna.comments.emojis.add({ name: 'Crab', text: '🦀' })
    const logo = await anna.comments.emojis.add({ name: 'Logo', picture: picture('secret place') })
    expect((await kim.comments.emojis.list()).items).toEqual([crab, logo])
    const { body } = await kim.comments.emojis.picture({ id: logo.id })
    expect(await body.text()).not.toContain('secret place')
    const id = await post('kim', 'acme')
    await kim.feed.react({ id, emojiId: crab.id })
    await anna.comments.emojis.remove({ id: crab.id })
    expect((await kim.feed.get({ id })).reactions).toEqual([{ kind: null, emoji: crab, count: 1, mine: true }])
    expect((await kim.comments.emojis.list()).items).toEqual([logo])
    expect(await codeOf((await portal.as('omar')).feed.react({ id, emojiId: crab.id }))).toBe('NOT_FOUND')
    expect((await kim.feed.takeReaction({ id, emojiId: crab.id })).reactions).toEqual([])
  })
})
