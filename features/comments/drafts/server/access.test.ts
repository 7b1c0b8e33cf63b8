import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { drafts } from '#features/writing/drafts/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf } from '#tests/refusal.ts'
import { commentDraftsForget } from './jobs.ts'

describe('FEED-4: a comment that is begun', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const post = async (who: PersonKey, group: 'acme' | 'carriers', audience: 'everyone' | 'team' = 'everyone') =>
    (await (await portal.as(who)).feed.add({ groupId: portal.group(group), audience, text: 'Who knows?' })).id
  const comments = async (who: PersonKey) => (await portal.as(who)).comments
  const at = (key: PersonKey) => `@[${portal.person(key)}]`

  it('stands below its thing or in reply to a comment, for its writer alone, and is gone when it is sent', async () => {
    const threadId = await post('liam', 'acme')
    const liam = await comments('liam')
    const { id: commentId } = await liam.add({ threadId, text: 'First' })
    const below = await liam.keepDraft({ threadId, text: `Ask ${at('kim')}`, began: null })
    await liam.keepDraft({
      threadId,
      commentId,
      text: 'In reply',
      began: null,
      beside: { address: { audience: 'team' } },
    })
    expect((await liam.draft({ threadId })).draft).toMatchObject({
      text: 'Ask @Kim Lee',
      mentions: [{ person: { id: portal.person('kim') } }],
      address: null,
    })
    expect((await liam.draft({ threadId, commentId })).draft).toMatchObject({
      text: 'In reply',
      address: { audience: 'team', lane: null },
    })
    for (const who of ['kim', 'boris', 'anna'] as const) {
      expect(await portal.under(who, (tx) => tx.select().from(drafts))).toEqual([])
    }
    expect((await (await comments('kim')).draft({ threadId })).draft).toBeNull()
    await liam.add({ threadId, text: 'Sent', draft: { id: below.id } })
    expect((await liam.draft({ threadId })).draft).toBeNull()
    expect((await liam.draft({ threadId, commentId })).draft).not.toBeNull()
  })

  it('keeps what it quotes, as long as that comment is there for its writer', async () => {
    const threadId = await post('liam', 'acme')
    const liam = await comments('liam')
    const { id: commentId } = await (await comments('kim')).add({ threadId, text: 'The lift is too small' })
    const team = await liam.add({ threadId, text: 'The price is too high', audience: 'team' })
    const quoteOf = async (who: PersonKey, quoted: string, text: string) => {
      const { keepDraft, draft, throwDraft } = await comments(who)
      await throwDraft({ threadId, commentId })
      const beside = { quote: { commentId: quoted, text } }
      await keepDraft({ threadId, commentId, text: 'See', began: null, beside })
      return (await draft({ threadId, commentId })).draft?.quote
    }
    expect(await quoteOf('liam', commentId, 'too small')).toMatchObject({
      commentId,
      author: { id: portal.person('kim') },
      text: 'too small',
    })
    expect(await quoteOf('liam', team.id, 'too high')).toMatchObject({ author: { id: portal.person('liam') } })
    for (const unread of [team.id, randomUUID()]) expect(await quoteOf('kim', unread, 'too high')).toBeNull()
    await liam.remove({ id: team.id })
    expect((await liam.draft({ threadId, commentId })).draft?.quote).toBeNull()
  })

  it('below what was deleted is forgotten, and stays below all else', async () => {
    const [gone, stays] = [await post('liam', 'acme'), await post('liam', 'acme')]
    const { id: commentId } = await (await comments('liam')).add({ threadId: stays, text: 'Stays too' })
    const kim = await comments('kim')
    for (const begun of [{ threadId: gone }, { threadId: stays }, { threadId: stays, commentId }])
      await kim.keepDraft({ ...begun, text: 'Begun', began: null })
    const kept = async () =>
      (await portal.under('kim', (tx) => tx.select({ placeId: drafts.placeId }).from(drafts))).map(
        ({ placeId }) => placeId,
      )
    const before = await kept()
    expect(before).toEqual(expect.arrayContaining([gone, stays, commentId]))
    await portal.platform.database.keeper.query('delete from posts where id = $1', [gone])
    await portal.platform.database.keeper.query('delete from threads where id = $1', [gone])
    await commentDraftsForget.run({}, portal.platform)
    expect(await kept()).toEqual(before.filter((id) => id !== gone))
  })

  it('below what one does not read there is none, as below nothing', async () => {
    const hidden = await post('liam', 'acme', 'team')
    const inTeam = await (await comments('liam')).add({ threadId: hidden, text: 'Among us' })
    const open = await post('liam', 'acme')
    for (const who of ['kim', 'lena', 'noel'] as const) {
      const { draft, keepDraft, throwDraft } = await comments(who)
      const asked = (below: { threadId: string; commentId?: string }) =>
        Promise.all([
          codeOf(draft(below)),
          codeOf(keepDraft({ ...below, text: 'Psst', began: null })),
          codeOf(throwDraft(below)),
        ])
      expect(await asked({ threadId: hidden })).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
      expect(await asked({ threadId: randomUUID() })).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
      expect(await asked({ threadId: open, commentId: inTeam.id })).toEqual(
        await asked({ threadId: open, commentId: randomUUID() }),
      )
    }
  })

  it('GRP-7: strangers and competitors who are named in it by their ids are as nobody at all', async () => {
    const threadId = await post('paula', 'carriers').catch(() => post('kasia', 'carriers'))
    const lena = await comments('lena')
    const shown = async (id: string) => {
      await lena.throwDraft({ threadId })
      await lena.keepDraft({ threadId, text: `Ask @[${id}]`, began: null })
      const { draft } = await lena.draft({ threadId })
      return { text: draft?.text, mentions: draft?.mentions }
    }
    const nobody = { text: 'Ask @…', mentions: [] }
    for (const id of [randomUUID(), portal.person('piotr'), portal.person('gita')])
      expect(await shown(id)).toEqual(nobody)
  })

  it('a task between two people keeps one too', async () => {
    const liam = await portal.as('liam')
    const { id: threadId } = await liam.tasks.create({ title: 'Between us', responsibleId: portal.person('gita') })
    await liam.comments.keepDraft({ threadId, text: 'Half a', began: null })
    expect((await liam.comments.draft({ threadId })).draft?.text).toBe('Half a')
    expect((await (await comments('gita')).draft({ threadId })).draft).toBeNull()
    expect(await codeOf((await comments('boris')).draft({ threadId }))).toBe('NOT_FOUND')
  })
})
