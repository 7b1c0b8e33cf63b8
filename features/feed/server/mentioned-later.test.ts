import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { and, eq, sql } from 'drizzle-orm'
import { notices } from '#features/notices/server/tables.ts'
import type { Doc } from '#features/writing/contract.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

describe('FEED-4: who is first mentioned by an edit', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const naming = (...keys: PersonKey[]): Doc => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Ask ' },
          ...keys.map((key) => ({ type: 'person' as const, attrs: { id: portal.person(key) } })),
        ],
      },
    ],
  })
  const told = async (who: PersonKey, id: string) => {
    await portal.settled()
    const mine = and(eq(notices.personId, portal.person(who)), eq(notices.aboutId, id))
    return portal.keep((tx) => tx.$count(notices, and(mine, eq(notices.happened, 'mentioned'))))
  }

  it('in a post is told of it once, and those who stood there before are not told again', async () => {
    const { feed } = await portal.as('liam')
    const { id } = await feed.add({ groupId: acme, document: naming('kim') })
    await feed.change({ id, document: naming('kim', 'boris') })
    await feed.change({ id, document: naming('boris') })
    await feed.change({ id, document: naming('boris', 'kim', 'omar') })
    expect([await told('kim', id), await told('boris', id), await told('omar', id)]).toEqual([1, 1, 1])
    expect(await told('liam', id)).toBe(0)
  })

  it('GRP-8: is not told where they do not read it, whatever their writer knows', async () => {
    const { feed } = await portal.as('liam')
    const { id } = await feed.add({ groupId: acme, audience: 'team', text: 'Among us' })
    await feed.change({ id, document: naming('kim', 'boris'), unread: true })
    expect([await told('kim', id), await told('boris', id)]).toEqual([0, 1])
  })

  it('in a comment is told of it too, once and by its words', async () => {
    const { feed, comments } = await portal.as('liam')
    const at = (key: PersonKey) => `@[${portal.person(key)}]`
    const { id: threadId } = await feed.add({ groupId: acme, text: 'Who knows?' })
    const { id } = await comments.add({ threadId, text: `Ask ${at('kim')}` })
    await comments.edit({ id, text: `Ask ${at('kim')} or ${at('omar')}` })
    await comments.edit({ id, text: `Ask ${at('kim')} or ${at('omar')}, please` })
    expect([await told('kim', threadId), await told('omar', threadId)]).toEqual([1, 1])
    const inTeam = await comments.add({ threadId, audience: 'team', text: 'Among us' })
    await comments.edit({ id: inTeam.id, text: `Not ${at('omar')}`, unread: true })
    expect(await told('omar', threadId)).toBe(1)
  })

  it('and is told once, too, when it is edited before anybody was told of it', async () => {
    const { feed, comments } = await portal.as('liam')
    // Nobody is told of anything while the notices are held, and then of all that was said in the meantime.
    const { post, threadId } = await portal.keep(async (tx) => {
      await tx.execute(sql`lock table notices in share mode`)
      const { id: post } = await feed.add({ groupId: acme, document: naming('kim') })
      const { id: threadId } = await feed.add({ groupId: acme, text: 'Who knows?' })
      await feed.change({ id: threadId, document: naming('omar') })
      const { id } = await comments.add({ threadId: post, text: 'Whoever knows' })
      await comments.edit({ id, text: `@[${portal.person('omar')}], then` })
      return { post, threadId }
    })
    expect([await told('omar', threadId), await told('omar', post), await told('kim', post)]).toEqual([1, 1, 1])
  })

  it('and is told no more when they stand there no more', async () => {
    const { feed } = await portal.as('liam')
    const { id } = await feed.add({ groupId: acme, text: 'Nobody yet' })
    await portal.settled()
    await feed.change({ id, document: naming('ingrid') })
    await feed.change({ id, document: naming('kim') })
    expect(await told('kim', id)).toBe(1)
  })
})
