import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf } from '#tests/refusal.ts'
import type { Doc } from '../contract.ts'

const missing = '0190a000-0000-7000-8000-000000000000'

describe('FEED-4: a link that not everybody who reads it can open is sent by whoever says that they know it', () => {
  let portal: TestPortal
  let acme: string
  let inTeam: string
  let forAll: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
    const { feed } = await portal.as('liam')
    inTeam = (await feed.add({ groupId: acme, audience: 'team', text: 'Among us' })).id
    forAll = (await feed.add({ groupId: acme, text: 'For all' })).id
  })
  afterAll(() => portal.close())

  const client = (who: PersonKey) => portal.as(who)
  const linking = (href: string): Doc => ({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'this', marks: [{ type: 'link', attrs: { href } }] }] },
    ],
  })
  const address = (id: string) => `https://portal.example/posts/${id}`

  it('in a post, with its looks and as lines, and when it is changed', async () => {
    const { feed } = await client('liam')
    const link = { document: linking(address(inTeam)) }
    expect(await codeOf(feed.add({ groupId: acme, ...link }))).toBe('LINK_UNOPENED')
    expect(await codeOf(feed.add({ groupId: acme, text: `See /posts/${inTeam}.` }))).toBe('LINK_UNOPENED')
    expect(await codeOf(feed.add({ groupId: acme, audience: 'team', ...link }))).toBe('done')
    expect(await codeOf(feed.add({ groupId: acme, document: linking(address(forAll)) }))).toBe('done')
    expect(await codeOf(feed.add({ groupId: acme, document: linking(address(missing)) }))).toBe('done')
    const { id } = await feed.add({ groupId: acme, text: 'Before' })
    expect(await codeOf(feed.change({ id, ...link }))).toBe('LINK_UNOPENED')
    expect(await codeOf(feed.change({ id, ...link, unread: true }))).toBe('done')
  })

  it('in what is said to several', async () => {
    const { feed } = await client('liam')
    const to = [{ kind: 'person' as const, id: portal.person('kim') }]
    expect(await codeOf(feed.add({ to, document: linking(address(inTeam)) }))).toBe('LINK_UNOPENED')
    const said = await feed.add({ to, document: linking(address(inTeam)), unread: true })
    const { writing } = await client('liam')
    expect(await writing.unopenedBelow({ id: said.id, linkIds: [inTeam, forAll, missing] })).toEqual({
      items: [{ id: inTeam, title: 'Among us' }],
    })
  })

  it('in a comment, below a task between two people too, and when it is changed', async () => {
    const { comments, tasks, writing } = await client('liam')
    const text = `As in ${address(inTeam)}`
    expect(await codeOf(comments.add({ threadId: forAll, text }))).toBe('LINK_UNOPENED')
    expect(await codeOf(comments.add({ threadId: forAll, text, audience: 'team' }))).toBe('done')
    const { id: threadId } = await tasks.create({ title: 'Between us', responsibleId: portal.person('gita') })
    expect(await codeOf(comments.add({ threadId, text }))).toBe('LINK_UNOPENED')
    expect((await writing.unopenedBelow({ id: threadId, linkIds: [inTeam] })).items).toHaveLength(1)
    const { id } = await comments.add({ threadId, text: 'Before' })
    expect(await codeOf(comments.edit({ id, text }))).toBe('LINK_UNOPENED')
    expect(await codeOf(comments.edit({ id, text, unread: true }))).toBe('done')
  })

  it('GRP-8: to whoever cannot open it themselves it is as one that is not there', async () => {
    const { feed, comments, writing } = await client('kim')
    for (const id of [inTeam, missing]) {
      expect(await codeOf(feed.add({ groupId: acme, document: linking(address(id)) }))).toBe('done')
      expect(await codeOf(comments.add({ threadId: forAll, text: address(id) }))).toBe('done')
      expect(await writing.unopenedBelow({ id: forAll, linkIds: [id] })).toEqual({ items: [] })
    }
    for (const id of [inTeam, missing, acme])
      expect(await codeOf(writing.unopenedBelow({ id, linkIds: [forAll] }))).toBe('NOT_FOUND')
  })
})
