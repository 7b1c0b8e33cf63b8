import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf } from '#tests/refusal.ts'
import { comments } from './tables.ts'

type Key = Parameters<TestPortal['as']>[0]

describe('FEED-4: people mentioned in comments', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const post = async (who: Key, group: 'acme' | 'carriers') =>
    (await (await portal.as(who)).feed.add({ groupId: portal.group(group), text: 'Who knows?' })).id
  const at = (key: Key) => `@[${portal.person(key)}]`

  it('are kept by id, named to each reader as they know them, and told of it once', async () => {
    const [liam, kim] = [await portal.as('liam'), await portal.as('kim')]
    const threadId = await post('liam', 'acme')
    const said = await liam.comments.add({ threadId, text: `Ask ${at('kim')} and ${at('hana')}.` })
    expect(said.text).toBe('Ask @Kim Lee and @Hana Novak.'.replace('Hana Novak', said.mentions[1]?.person.name ?? ''))
    expect(
      said.mentions.map(({ person, at: from, length }) => [person.id, said.text.slice(from, from + length)]),
    ).toEqual([
      [portal.person('kim'), '@Kim Lee'],
      [portal.person('hana'), `@${said.mentions[1]?.person.name ?? ''}`],
    ])
    const [kept] = await portal.keep((tx) => tx.select().from(comments).where(eq(comments.id, said.id)))
    expect(kept?.text).not.toContain('Kim')
    await portal.settled()
    const { items } = await kim.notices.list({ limit: 5 })
    expect(
      items.filter(({ about }) => about.id === threadId).map(({ happened, said: words }) => [happened, words]),
    ).toContainEqual(['mentioned', said.text])
    const answer = await kim.comments.add({ threadId, text: 'Here', quotedId: said.id, quote: 'Ask @Kim Lee and' })
    expect(answer.quote?.text).toBe('Ask @… and')
  })

  it('are people whom the writer knows and who will read it; hidden and missing are one answer', async () => {
    const [liam, kim] = [await portal.as('liam'), await portal.as('kim')]
    const threadId = await post('liam', 'acme')
    for (const text of [`Hello ${at('gita')}`, `Hello @[${crypto.randomUUID()}]`])
      expect(await codeOf(kim.comments.add({ threadId, text }))).toBe('MENTION_UNKNOWN')
    const team = { threadId, audience: 'team' as const, text: `Not a word to ${at('kim')}` }
    expect(await codeOf(liam.comments.add(team))).toBe('MENTION_UNREAD')
    const { id } = await liam.comments.add({ ...team, unread: true })
    await portal.settled()
    expect((await kim.notices.list({ limit: 20 })).items.some(({ said }) => said?.startsWith('Not a word'))).toBe(false)
    expect(await codeOf(liam.comments.edit({ id, text: `Nor to ${at('omar')}` }))).toBe('MENTION_UNREAD')
  })

  it('GRP-7: competitors kept apart are named to each other nowhere, and cannot be tried', async () => {
    const [paula, lena] = [await portal.as('paula'), await portal.as('lena')]
    const threadId = await post('paula', 'carriers')
    const said = await paula.comments.add({ threadId, text: `Welcome ${at('piotr')}` })
    expect(said.text).toContain('Piotr')
    const { items } = await lena.comments.list({ threadId })
    expect(items).toMatchObject([{ text: 'Welcome @…', mentions: [] }])
    expect(JSON.stringify(items)).not.toContain(portal.person('piotr'))
    const answers = [at('piotr'), `@[${crypto.randomUUID()}]`].map((text) =>
      codeOf(lena.comments.add({ threadId, text })),
    )
    expect(await Promise.all(answers)).toEqual(['MENTION_UNKNOWN', 'MENTION_UNKNOWN'])
  })
})
