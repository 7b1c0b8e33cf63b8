import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { openPushService, type PushBrowser, type PushService } from '#tests/rules/pushes.ts'
import { atBrowser } from '#tests/visitor.ts'
import { notices } from '../../server/tables.ts'
import { pushSubscriptions } from './tables.ts'

describe('NTF-1: push', () => {
  let portal: TestPortal
  let service: PushService
  let kim: Client
  let browser: PushBrowser
  let postId: string
  beforeAll(async () => {
    portal = await openTestPortal()
    service = await openPushService(portal)
    kim = await atBrowser(portal, 'kim', { 'user-agent': 'Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile' })
    postId = (await kim.feed.add({ groupId: portal.group('acme'), text: 'Which chairs?\nSixty of them' })).id
    await portal.settled()
  })
  beforeEach(async () => {
    await portal.keep((tx) => tx.delete(pushSubscriptions))
    browser = service.newBrowser()
    await kim.notices.turnPushOn(browser.subscription)
    await kim.notices.read({})
  })
  afterAll(async () => {
    await portal.close()
    await service.close()
  })

  const comment = async (text: string, who: 'liam' | 'ruth' = 'liam') =>
    (await portal.as(who)).comments.add({ threadId: postId, text })
  const came = async () => {
    await portal.settled()
    return browser.pushed.splice(0)
  }
  const rows = () => portal.keep((tx) => tx.select().from(pushSubscriptions))
  /** What failed is tried again at once. */
  const tryAgain = () =>
    portal.keep((tx) => tx.execute(sql`update jobs.job set start_after = now() where state = 'retry'`))

  it('a comment is pushed in the words of the list, for whoever reads it, and says to the service only how to hand it on', async () => {
    await comment('Green ones')
    const [pushed, more] = await came()
    expect(more).toBeUndefined()
    const [{ id, about } = { id: '', about: { title: '' } }] = (await kim.notices.list({})).items
    expect(pushed?.said).toEqual({
      id,
      title: 'Acme headquarters, Dublin',
      body: expect.stringMatching(/^Liam \S+ has commented on “Which chairs\?”\nGreen ones$/) as string,
      path: `/posts/${postId}`,
      tag: postId,
      lang: 'en',
    })
    expect(about.title).toBe('Which chairs?')
    expect(pushed?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', 'content-encoding': 'aes128gcm' })
    expect(pushed?.headers.topic).toMatch(/^[\w-]{32}$/)
    expect(JSON.stringify(pushed?.headers)).not.toMatch(/Liam|Green|chairs/)
    expect(Buffer.byteLength(pushed?.text ?? '') % 512).toBe(0)
  })

  it('what names somebody is urgent; the next of the same thing has its topic and tag, so that it takes its place', async () => {
    const ruth = await portal.as('ruth')
    const task = { title: 'Count', responsibleId: portal.person('kim'), groupId: portal.group('acme') }
    await ruth.tasks.create(task)
    expect((await came())[0]?.headers.urgency).toBe('high')
    await comment('One')
    const [first] = await came()
    await comment('Two', 'ruth')
    const [second] = await came()
    expect(second?.headers.topic).toBe(first?.headers.topic)
    expect(second?.said.tag).toBe(first?.said.tag)
    expect(second?.said.body).toMatch(/^Ruth \S+ and 1 other have commented on/)
  })

  it('the longest that can be said stays below what every service takes', async () => {
    const liam = await portal.as('liam')
    const title = '𝕏"\\'.repeat(60).slice(0, 180)
    await liam.tasks.create({ title, responsibleId: portal.person('kim'), groupId: portal.group('acme') })
    const [pushed] = await came()
    expect(pushed?.bytes).toBeLessThan(3300)
    expect(pushed?.said.body).toContain('𝕏')
  })

  it('what is relayed twice is pushed once', async () => {
    await comment('Once')
    expect(await came()).toHaveLength(1)
    await portal.keep((tx) => tx.update(events).set({ relayedAt: null }).where(eq(events.aboutId, postId)))
    expect(await came()).toEqual([])
  })

  it('a kind that somebody does not want pushed is not, and stands in their list', async () => {
    await kim.notices.changeSettings({ kinds: { comments: { push: false } } })
    await comment('Quietly')
    expect(await came()).toEqual([])
    expect((await kim.notices.list({})).items[0]?.said).toBe('Quietly')
    await kim.notices.changeSettings({ kinds: { comments: { push: true } } })
  })

  it('a kind that somebody wants in no list is pushed all the same: each way is asked for by itself, and both off is silence', async () => {
    await kim.notices.changeSettings({ kinds: { comments: { portal: false, letter: 'off' } } })
    await comment('By push alone')
    const [pushed, ...more] = await came()
    expect(more).toEqual([])
    expect(pushed?.said.body).toContain('By push alone')
    expect((await kim.notices.list({})).items.filter(({ said }) => said === 'By push alone')).toEqual([])
    expect(await kim.notices.count()).toEqual({ unread: 0 })
    // The worker in the browser asks for it before it is shown.
    expect(await kim.notices.get({ id: pushed?.said.id ?? '' })).toMatchObject({ unread: true })
    const told = await portal.keep((tx) => tx.$count(notices, eq(notices.personId, portal.person('kim'))))
    await kim.notices.changeSettings({ kinds: { comments: { push: false } } })
    await comment('Not at all')
    expect(await came()).toEqual([])
    expect(await portal.keep((tx) => tx.$count(notices, eq(notices.personId, portal.person('kim'))))).toBe(told)
    await kim.notices.changeSettings({ kinds: { comments: { portal: true, push: true, letter: 'once' } } })
  })

  it.each([404, 410])('a browser that is gone (%i) is forgotten', async (status) => {
    service.next.push(status)
    await comment('Are you there?')
    expect(await came()).toEqual([])
    expect(await rows()).toEqual([])
  })

  it.each([429, 500, 503])('a service that cannot now (%i) is asked again later', async (status) => {
    service.next.push(status)
    const before = service.calls()
    await comment('Later')
    await expect(portal.settled()).rejects.toThrow(`status ${status}`)
    await tryAgain()
    expect((await came()).map(({ said }) => said.body)).toEqual([expect.stringContaining('Later')])
    expect(service.calls()).toBe(before + 2)
    expect(await rows()).toHaveLength(1)
  })

  it('a refusal for good is not tried again, and the browser stays', async () => {
    service.next.push(400)
    const before = service.calls()
    await comment('Well?')
    expect(await came()).toEqual([])
    expect(service.calls()).toBe(before + 1)
    expect(await rows()).toHaveLength(1)
  })

  it('what a killed process had in hand is sent by the next, with the same number, which browsers show once', async () => {
    await comment('Survives')
    const [first] = await came()
    await portal.keep((tx) =>
      tx.execute(sql`update jobs.job set state = 'retry', start_after = now(), completed_on = null
        where name = 'notices.push' and data ->> 'noticeId' = ${first?.said.id ?? ''}`),
    )
    const [again] = await came()
    expect(again?.said).toEqual(first?.said)
  })

  it('of several that wait, the newest alone is sent and says them all', async () => {
    service.next.push(503)
    await comment('Earlier')
    await expect(portal.settled()).rejects.toThrow('status 503')
    await comment('Newer', 'ruth')
    await expect(portal.settled()).rejects.toThrow('status 503')
    await tryAgain()
    const pushed = await came()
    expect(pushed).toHaveLength(1)
    expect(pushed[0]?.said.body).toContain('Newer')
  })

  it('where it is on stands in a list by the names of browsers, and is turned off there', async () => {
    const elsewhere = await atBrowser(portal, 'kim', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' })
    const second = service.newBrowser()
    await elsewhere.notices.turnPushOn(second.subscription)
    const { items, here } = await kim.notices.push()
    expect(items).toHaveLength(2)
    expect(items.find(({ present }) => present)).toMatchObject({ browser: 'Chrome', system: 'Android' })
    const other = items.find(({ present }) => !present)
    expect(other).toMatchObject({ browser: 'Firefox', system: 'Windows' })
    expect((await elsewhere.notices.push()).here).not.toBe(here)
    // Whoever runs a push service cannot tell by it that two browsers were told of the same.
    await comment('To both')
    const [mine, there] = [(await came())[0]?.headers.topic, second.pushed.splice(0)[0]?.headers.topic]
    expect([mine === undefined, there === undefined, mine === there]).toEqual([false, false, false])
    await kim.notices.turnPushOff({ id: other?.id ?? '' })
    await comment('Here alone')
    expect(await came()).toHaveLength(1)
    expect(second.pushed).toEqual([])
    expect((await elsewhere.notices.push()).items).toHaveLength(1)
  })

  it('a subscription that a browser renewed takes the place of the one before', async () => {
    const renewed = service.newBrowser()
    await kim.notices.turnPushOn(renewed.subscription)
    await comment('To the new one')
    expect(await came()).toEqual([])
    expect(renewed.pushed).toHaveLength(1)
  })

  it('what is no push service, no key of a browser or more than needed is refused in a sentence, and changes nothing', async () => {
    const { endpoint, keys } = service.newBrowser().subscription
    const refusals: [object, string][] = [
      [{ endpoint: 'https://169.254.169.254/a', keys }, 'INVALID'],
      [{ endpoint: 'http://push.example.com/a', keys }, 'INVALID'],
      [{ endpoint, keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } }, 'INVALID'],
      [{ endpoint, keys: { ...keys, auth: 'AAAA' } }, 'BAD_REQUEST'],
      [{ endpoint, keys, personId: portal.person('liam') }, 'BAD_REQUEST'],
    ]
    const before = await rows()
    for (const [input, code] of refusals)
      await expect(kim.notices.turnPushOn(input as never)).rejects.toMatchObject({ code })
    expect(await rows()).toEqual(before)
  })

  it('twenty browsers are as many as one has', async () => {
    await portal.keep(async (tx) => {
      const [mine] = await tx.select().from(pushSubscriptions)
      await tx.execute(sql`with made as (insert into sessions (person_id, token, expires_at)
        select ${mine?.personId}, n::text, now() + interval '1 day' from generate_series(1, 19) n returning id)
        insert into push_subscriptions (person_id, session_id, endpoint, p256dh, auth, made_with)
        select ${mine?.personId}, id, id, 'a', 'b', 'c' from made`)
    })
    const another = await atBrowser(portal, 'kim')
    await expect(another.notices.turnPushOn(service.newBrowser().subscription)).rejects.toMatchObject({
      code: 'TOO_MANY_DEVICES',
    })
    // The one that is on already may renew.
    await kim.notices.turnPushOn(service.newBrowser().subscription)
  })

  it('a notice is read by its number as it stands now, by its person alone', async () => {
    await portal.keep((tx) => tx.delete(notices))
    await comment('First')
    await comment('Second', 'ruth')
    await portal.settled()
    const [{ id } = { id: '' }] = (await kim.notices.list({})).items
    expect(await kim.notices.get({ id })).toMatchObject({ id, others: 1, said: 'Second', unread: true })
    await expect((await portal.as('liam')).notices.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await kim.notices.read({ ids: [id] })
    expect(await kim.notices.get({ id })).toMatchObject({ unread: false })
  })
})
