import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { newToken } from '#access/sessions.ts'
import { tokens } from '#access/sign-in-tables.ts'
import { events } from '#events/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { sample } from '#app/sample/sample.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'

describe('posting, reacting, reading the feed', () => {
  let portal: TestPortal
  let liam: Client
  let kim: Client
  let acme: string

  beforeAll(async () => {
    portal = await openTestPortal()
    liam = await portal.as('liam')
    kim = await portal.as('kim')
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const token = async (key: PersonKey): Promise<string> => {
    const { shown, hash } = newToken()
    await portal.keep((tx) => tx.insert(tokens).values({ personId: portal.person(key), name: 'test', hash }))
    return shown
  }
  const kindsAbout = (id: string) =>
    portal.keep(async (tx) => {
      const rows = await tx.select().from(events).where(eq(events.aboutId, id)).orderBy(events.id)
      return rows.map((row) => row.kind)
    })

  it('a post is answered with its group, its audience and its author', async () => {
    const post = await kim.feed.add({ groupId: acme, text: '  First line\n\nSecond line  ' })
    expect(post).toMatchObject({
      text: 'First line\n\nSecond line',
      group: { id: acme, name: 'Acme headquarters, Dublin', external: true },
      audience: 'everyone',
      author: { id: portal.person('kim'), kind: 'external', company: 'Acme' },
      reactions: [],
      comments: 0,
    })
    const { may } = await liam.feed.get({ id: post.id })
    expect(may).toEqual({ edit: false, delete: true })
    expect(await liam.feed.get({ id: post.id })).toEqual({ ...post, may })
    expect((await liam.feed.list({ group: acme, limit: 1 })).items).toEqual([{ ...post, may }])
    expect(await kindsAbout(post.id)).toEqual(['feed.posted'])
  })

  it('what cannot be kept is told to nobody', async () => {
    await expect(kim.feed.add({ groupId: acme, text: 'Psst', audience: 'team' })).rejects.toThrow(
      'There is no such audience here.',
    )
    await expect(kim.feed.add({ groupId: acme, text: ' ' })).rejects.toThrow('Input validation failed')
    await expect(kim.feed.add({ groupId: acme, text: 'a'.repeat(20_001) })).rejects.toThrow('Input validation failed')
    const { items } = await kim.feed.list({ group: acme, limit: 1 })
    expect(items[0]?.text).toBe('First line\n\nSecond line')
  })

  it('a reaction counts once, is one of each kind, names who gave it, and can be taken back', async () => {
    const { id } = await liam.feed.add({ groupId: acme, text: 'Shall we begin on Monday?' })
    await kim.feed.react({ id })
    await kim.feed.react({ id })
    await kim.feed.react({ id, kind: 'celebrate' })
    for (const key of ['omar', 'hana'] as const) await (await portal.as(key)).feed.react({ id })
    const tally = async () => (await kim.feed.get({ id })).reactions.map(({ kind, count, mine }) => [kind, count, mine])
    expect(await tally()).toEqual([
      ['like', 3, true],
      ['celebrate', 1, true],
    ])
    const { items, next } = await kim.feed.reactions({ id, limit: 3 })
    expect(items.map(({ person, kind }) => [person?.id, kind])).toEqual([
      [portal.person('kim'), 'like'],
      [portal.person('kim'), 'celebrate'],
      [portal.person('omar'), 'like'],
    ])
    expect((await kim.feed.reactions({ id, limit: 3, after: next ?? '' })).items).toMatchObject([{ kind: 'like' }])
    await kim.feed.takeReaction({ id })
    await kim.feed.takeReaction({ id })
    expect(await tally()).toEqual([
      ['like', 2, false],
      ['celebrate', 1, true],
    ])
    expect(await kindsAbout(id)).toEqual([
      'feed.posted',
      ...Array<string>(4).fill('comments.reacted'),
      'comments.reactionTaken',
    ])
  })

  it('comments are counted, and programs find them below the post', async () => {
    const { id } = await liam.feed.add({ groupId: acme, text: 'Any questions?' })
    const said = await kim.feed.addComment({ id, text: 'None' })
    expect((await liam.feed.get({ id })).comments).toBe(1)
    expect((await kim.feed.comments({ id })).items).toEqual([said])
  })

  it('the feed of all groups runs newest first, page by page, with nothing twice', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<Client['feed']['list']>> = await liam.feed.list({
        limit: 7,
        ...(after ? { after } : {}),
      })
      seen.push(...page.items.map((post) => post.id))
      after = page.next
    } while (after)
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
    const groups = (await liam.groups.list({ limit: 50, mine: true })).items.map((group) => group.name)
    const { items } = await liam.feed.list({ limit: 200 })
    expect(items.map((post) => post.id)).toEqual(seen)
    expect(new Set(items.flatMap((post) => post.group?.name ?? []))).toEqual(new Set(groups))
  })

  it('the sample is there: in its order, with its days, and a former participant without a name', async () => {
    const { items } = await kim.feed.list({ group: acme, limit: 200 })
    const photos = items.find((post) => post.text.startsWith('Photographs of both floors'))
    expect(photos?.author).toBeNull()
    expect(photos?.comments).toBe(1)
    expect(Math.round((Date.now() - (photos?.createdAt.getTime() ?? 0)) / 86_400_000)).toBe(62)
    const written = sample.posts.filter((post) => post.group === 'acme' && post.audience === 'everyone')
    expect(items.length).toBeGreaterThanOrEqual(written.length)
    const times = items.map((post) => post.createdAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('REST: the same over HTTP, and the feed of a group one may not see is 404', async () => {
    const ask = async (path: string, init: { method?: string; body?: string } = {}) =>
      fetch(`${portal.url}/api/v1${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${await token('kim')}`,
          ...(init.body ? { 'content-type': 'application/json' } : {}),
        },
      })
    const made = await ask('/posts', {
      method: 'POST',
      body: JSON.stringify({ groupId: acme, text: 'From a program' }),
    })
    expect(made.status).toBe(201)
    const { id } = (await made.json()) as { id: string }
    const said = await ask(`/posts/${id}/comments`, { method: 'POST', body: JSON.stringify({ text: 'And below it' }) })
    expect(said.status).toBe(201)
    expect(await (await ask(`/posts/${id}/comments`)).json()).toMatchObject({
      items: [{ text: 'And below it' }],
      next: null,
    })
    expect(await (await ask(`/posts?group=${acme}&limit=1`)).json()).toMatchObject({
      items: [{ id, comments: 1 }],
      next: id,
    })
    expect((await ask(`/posts/${id}/reactions`, { method: 'POST' })).status).toBe(200)
    expect((await ask(`/posts/${id}/reactions`, { method: 'DELETE' })).status).toBe(200)
    const hidden = await ask(`/posts?group=${portal.group('carriers')}`)
    const missing = await ask(`/posts?group=0190a000-0000-7000-8000-000000000000`)
    expect([hidden.status, await hidden.text()]).toEqual([missing.status, await missing.text()])
    expect((await ask('/posts?after=nonsense')).status).toBe(400)
  })

  it('an open browser hears of it when its person may read it, and never of team talk from outside', async () => {
    const heard = { kim: [] as string[], hana: [] as string[], lena: [] as string[] }
    const sockets = await Promise.all(
      (['kim', 'hana', 'lena'] as const).map(async (key) => {
        const socket = new WebSocket(`${portal.url.replace('http', 'ws')}/live`, {
          headers: { authorization: `Bearer ${await token(key)}` },
          origin: portal.url,
        })
        await new Promise<void>((resolve, reject) => {
          socket.on('error', reject)
          socket.on('message', (frame: Buffer) => {
            const told = JSON.parse(frame.toString()) as { kind: string; about?: { kind: string; id: string } }
            if (told.kind === 'live.ready') resolve()
            // That there is something new for oneself is heard by whom it concerns.
            else if (told.kind !== 'notices.changed')
              heard[key].push(`${told.kind} ${told.about?.kind} ${told.about?.id}`)
          })
        })
        return socket
      }),
    )
    const team = await liam.feed.add({ groupId: acme, text: 'Among us', audience: 'team' })
    await liam.comments.add({ threadId: team.id, text: 'Quietly' })
    await liam.feed.react({ id: team.id })
    const open = await liam.feed.add({ groupId: acme, text: 'For all of us' })
    await kim.comments.add({ threadId: open.id, text: 'Heard' })
    await portal.settled()
    const aboutOpen = [`feed.posted post ${open.id}`, `comments.added post ${open.id}`]
    await expect.poll(() => heard.hana.length).toBe(5)
    expect(heard.kim).toEqual(aboutOpen)
    expect(heard.hana).toEqual([
      `feed.posted post ${team.id}`,
      `comments.added post ${team.id}`,
      `comments.reacted post ${team.id}`,
      ...aboutOpen,
    ])
    expect(heard.lena).toEqual([])
    for (const socket of sockets) socket.close()
  })
})
