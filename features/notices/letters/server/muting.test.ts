import { eq } from 'drizzle-orm'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { router } from '#app/router.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { openedTo } from '#tests/rules/letters.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { followings, muteLinks, notices } from '../../server/tables.ts'
import { forgetLetters, gatherLetters } from './jobs.ts'

const kim = 'kim@acme.example'

describe('NTF-1: links that mute without signing in', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(() => portal.close())

  /** Nobody in particular, who has nothing but a link. */
  const nobody = () =>
    createRouterClient(router, {
      context: {
        platform: portal.platform,
        sessions: portal.sessions,
        requestId: 'x',
        headers: new Headers(),
        setCookies: () => undefined,
        whoIs: () => Promise.resolve(null),
      },
    })
  const linkIn = async (address = kim) => {
    await portal.settled()
    const letter = (await openedTo(portal.folder, address)).at(-1)
    const [, token = ''] =
      /^<http:\/\/localhost:\d+\/mute\/(\w{32})>$/.exec(letter?.header('list-unsubscribe') ?? '') ?? []
    expect(letter?.text).toContain(`/mute/${token}`)
    return token
  }
  const talk = async () => {
    const { id } = await (await portal.as('liam')).feed.add({ groupId: acme, text: 'Desks' })
    // The letter about the post is out before the one about what is said below it, however busy the machine is.
    await portal.settled()
    await (await portal.as('kim')).comments.add({ threadId: id, text: 'How many?' })
    await (await portal.as('liam')).comments.add({ threadId: id, text: 'Ten' })
    return id
  }
  const mutedOf = async (aboutId: string) =>
    portal.keep((tx) => tx.select().from(followings).where(eq(followings.aboutId, aboutId)))
  const oneClick = (token: string, body: RequestInit['body'] = 'List-Unsubscribe=One-Click', more = {}) =>
    fetch(`${portal.url}/mute/${token}`, {
      method: 'POST',
      body: body ?? null,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
    })
  const answer = (work: Promise<unknown>) => work.then(JSON.stringify, (error: unknown) => JSON.stringify(error))

  it('looking at the link mutes nothing; the button on its page does, once, for whoever the letter was to', async () => {
    const id = await talk()
    const token = await linkIn()
    for (let look = 0; look < 2; look++) {
      expect((await fetch(`${portal.url}/mute/${token}`)).headers.get('content-type')).toContain('text/html')
      expect(await nobody().notices.muteLink({ token })).toEqual({ mutes: 'thread' })
    }
    expect(await mutedOf(id)).toEqual([])
    expect(await nobody().notices.muteByLink({ token })).toEqual({})
    expect(await mutedOf(id)).toMatchObject([{ personId: portal.person('kim'), aboutKind: 'post', followedAt: null }])
    expect(await (await portal.as('kim')).notices.thread({ id })).toMatchObject({ state: 'muted', told: false })
    const before = (await openedTo(portal.folder, kim)).length
    await (await portal.as('liam')).comments.add({ threadId: id, text: 'Or eleven' })
    await portal.settled()
    expect((await openedTo(portal.folder, kim)).length).toBe(before)
  })

  it('unknown, used and somebody else’s links are one answer, and nothing is done', async () => {
    const id = await talk()
    const token = await linkIn()
    const unknown = 'z'.repeat(32)
    for (const who of [await portal.as('omar'), await portal.as('liam'), await portal.as('lena')]) {
      expect(await answer(who.notices.muteLink({ token }))).toBe(await answer(who.notices.muteLink({ token: unknown })))
      expect(await answer(who.notices.muteByLink({ token }))).toBe(
        await answer(nobody().notices.muteByLink({ token: unknown })),
      )
    }
    expect(await mutedOf(id)).toEqual([])
    await (await portal.as('kim')).notices.muteByLink({ token })
    expect(await mutedOf(id)).toHaveLength(1)
    expect(await answer(nobody().notices.muteLink({ token }))).toBe(
      await answer(nobody().notices.muteLink({ token: unknown })),
    )
  })

  it('a mail program mutes by itself (RFC 8058), hears the same of every link, and needs the words for it', async () => {
    const id = await talk()
    const token = await linkIn()
    for (const body of ['', 'x=1', 'List-Unsubscribe=Maybe']) expect((await oneClick(token, body)).status).toBe(400)
    expect((await oneClick(token, undefined, { origin: 'https://evil.example' })).status).toBe(403)
    expect(await mutedOf(id)).toEqual([])
    const form = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    const answers = []
    for (const one of ['z'.repeat(32), token, token]) {
      const heard = await oneClick(one, form, { 'content-type': 'multipart/form-data; boundary=x' })
      answers.push([heard.status, await heard.text(), heard.headers.get('set-cookie')])
    }
    expect(answers).toEqual([200, 200, 200].map((status) => [status, '', null]))
    expect(await mutedOf(id)).toHaveLength(1)
  })

  it('a link of somebody else who is signed in beside acts for whoever the letter was to', async () => {
    const id = await talk()
    const token = await linkIn()
    const { cookie } = await signIn(portal, 'omar')
    expect((await oneClick(token, undefined, { cookie })).status).toBe(200)
    expect((await mutedOf(id)).map(({ personId }) => personId)).toEqual([portal.person('kim')])
  })

  it('two readers of the same have each a link and a list of their own, which tell and mute nothing of the other', async () => {
    await (await portal.as('liam')).feed.add({ groupId: acme, text: 'Shelves' })
    const [mine, theirs] = [await linkIn(), await linkIn('omar@acme.example')]
    expect(mine).not.toBe(theirs)
    const listOf = async (address: string) => (await openedTo(portal.folder, address)).at(-1)?.header('list-id')
    expect(await listOf(kim)).toMatch(/^<\w{32}\.localhost>$/)
    expect(await listOf(kim)).not.toBe(await listOf('omar@acme.example'))
    await nobody().notices.muteByLink({ token: theirs })
    expect((await mutedOf(acme)).map(({ personId }) => personId)).toEqual([portal.person('omar')])
    await (await portal.as('omar')).notices.followGroup({ id: acme, state: 'usual' })
  })

  it('of a new post it mutes the group, of what is gathered the letters of that pace', async () => {
    await (await portal.as('liam')).feed.add({ groupId: acme, text: 'A new one' })
    const token = await linkIn()
    expect(await nobody().notices.muteLink({ token })).toEqual({ mutes: 'group' })
    await nobody().notices.muteByLink({ token })
    expect(await (await portal.as('kim')).notices.group({ id: acme })).toMatchObject({ state: 'muted' })
    await (await portal.as('kim')).notices.followGroup({ id: acme, state: 'usual' })

    await talk()
    await portal.settled()
    await portal.keep((tx) => tx.update(notices).set({ letterAt: new Date() }).where(eq(notices.letter, 'hourly')))
    await gatherLetters.run({}, portal.platform)
    const gathered = await linkIn('liam@orlanta.example')
    expect(await nobody().notices.muteLink({ token: gathered })).toEqual({ mutes: 'gathered' })
    await nobody().notices.muteByLink({ token: gathered })
    const { kinds } = await (await portal.as('liam')).notices.settings()
    expect(kinds).toMatchObject({ comments: { portal: true, letter: 'off' }, tasks: { letter: 'once' } })
  })

  it('links are kept as hashes, read by nobody, one for many letters, and forgotten after half a year', async () => {
    const before = await portal.keep((tx) => tx.select().from(muteLinks))
    const id = await talk()
    const token = await linkIn()
    await (await portal.as('liam')).comments.add({ threadId: id, text: 'More' })
    expect(await linkIn()).toBe(token)
    const rows = await portal.keep((tx) => tx.select().from(muteLinks))
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows.filter(({ aboutId }) => aboutId === id && !before.some((one) => one.aboutId === id))).not.toEqual([])
    for (const who of ['kim', 'liam', 'anna'] as const)
      await expect(portal.under(who, (tx) => tx.select().from(muteLinks))).rejects.toMatchObject({
        cause: { code: '42501' },
      })
    await portal.keep((tx) => tx.update(muteLinks).set({ madeAt: new Date(Date.now() - 181 * 86_400_000) }))
    await forgetLetters.run({}, portal.platform)
    expect(await portal.keep((tx) => tx.select().from(muteLinks))).toEqual([])
  })
})
