import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { openPushService, type PushBrowser, type PushService } from '#tests/rules/pushes.ts'
import { atBrowser, visitor } from '#tests/visitor.ts'
import { notices } from '../../server/tables.ts'
import { sendPush } from './jobs.ts'
import { pushSubscriptions } from './tables.ts'

const missing = '0190a000-0000-7000-8000-000000000000'

describe('NTF-1: what is pushed, and who reads it', () => {
  let portal: TestPortal
  let service: PushService
  const browsers = new Map<PersonKey, { client: Client; at: PushBrowser }>()
  beforeAll(async () => {
    portal = await openTestPortal()
    service = await openPushService(portal)
    for (const key of ['kim', 'omar', 'sofia', 'ruth', 'paula', 'piotr', 'lena', 'anna'] as const) await turnOn(key)
  })
  afterAll(async () => {
    await portal.close()
    await service.close()
  })

  const turnOn = async (key: PersonKey) => {
    const browser = { client: await atBrowser(portal, key), at: service.newBrowser() }
    await browser.client.notices.turnPushOn(browser.at.subscription)
    browsers.set(key, browser)
    return browser
  }
  const at = (key: PersonKey) => {
    const browser = browsers.get(key)
    if (!browser) throw new Error(`Push is not on for ${key}.`)
    return browser
  }
  /** What came to somebody since this was asked last. */
  const came = async (key: PersonKey) => {
    await portal.settled()
    return at(key).at.pushed.splice(0)
  }
  const everybody = async () => {
    await portal.settled()
    return [...browsers.keys()].filter((key) => at(key).at.pushed.splice(0).length > 0).toSorted()
  }
  const noticeOf = async (key: PersonKey) => {
    const [row] = await portal.keep((tx) =>
      tx
        .select()
        .from(notices)
        .where(and(eq(notices.personId, portal.person(key))))
        .orderBy(notices.id),
    )
    return row?.id ?? ''
  }
  const newestOf = async (key: PersonKey) => {
    const theirs = eq(notices.personId, portal.person(key))
    const [row] = await portal.keep((tx) => tx.select().from(notices).where(theirs).orderBy(desc(notices.id)).limit(1))
    return row?.id ?? ''
  }
  const rowsOf = (key: PersonKey) =>
    portal.keep((tx) =>
      tx
        .select()
        .from(pushSubscriptions)
        .where(eq(pushSubscriptions.personId, portal.person(key))),
    )

  it('GRP-8: words for the team come to nobody from outside, and to the team with a mark', async () => {
    const group = portal.group('acme')
    const post = await (await portal.as('ruth')).feed.add({ groupId: group, text: 'Chairs' })
    await (await portal.as('kim')).comments.add({ threadId: post.id, text: 'Which?' })
    await everybody()
    await (await portal.as('boris')).comments.add({ threadId: post.id, text: 'They overpay', audience: 'team' })
    expect(await came('kim')).toEqual([])
    const [pushed] = await came('ruth')
    expect(pushed?.said.body).toContain('Team only: They overpay')
    expect(await everybody()).toEqual([])
  })

  it.each(['company', 'staff', 'voice'] as const)(
    'GRP-7, %s: a competitor hears nothing of another, and in one voice nobody who works here is named',
    async (isolation) => {
      const paula = await portal.as('paula')
      const id = portal.group('carriers')
      await paula.groups.isolate({ id, isolation: 'open' })
      const post = await paula.feed.add({ groupId: id, text: `Ramps, ${isolation}` })
      const say = async (who: PersonKey, text: string) =>
        (await portal.as(who)).comments.add({ threadId: post.id, text })
      for (const who of ['lena', 'piotr'] as const) await say(who, `From ${who}`)
      await paula.groups.isolate({ id, isolation })
      await everybody()
      await say('lena', 'Apart')
      expect(await came('piotr')).toEqual([])
      expect((await came('paula')).map(({ text }) => text).join('')).toContain('Apart')
      await say('paula', 'To all')
      for (const who of ['lena', 'piotr'] as const) {
        const [pushed] = await came(who)
        expect(pushed?.said.body).toContain('To all')
        expect(pushed?.text).not.toMatch(/Apart|From/)
        expect(/Paula/.test(pushed?.text ?? '')).toBe(isolation !== 'voice')
      }
    },
  )

  it('what is pushed names a person from outside with their company, and says it in the language of its reader', async () => {
    const post = await (await portal.as('ruth')).feed.add({ groupId: portal.group('acme'), text: 'Tables' })
    await everybody()
    await at('ruth').client.account.change({ language: 'pl' })
    await (await portal.as('kim')).comments.add({ threadId: post.id, text: 'Round ones' })
    const [pushed] = await came('ruth')
    expect(pushed?.said).toMatchObject({ lang: 'pl', path: `/posts/${post.id}`, tag: post.id })
    expect(pushed?.said.body).toMatch(/Kim \S+ · Acme/)
    await at('ruth').client.account.change({ language: 'en' })
  })

  it('nobody sees, changes or turns off the browsers of others, not by id either; a program turns on none', async () => {
    const [row] = await rowsOf('kim')
    for (const id of [row?.id ?? '', missing])
      await expect(at('omar').client.notices.turnPushOff({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await at('omar').client.notices.push()).items).toHaveLength(1)
    expect(await rowsOf('kim')).toEqual([row])
    for (const key of ['kim', 'anna'] as const)
      await expect(portal.under(key, (tx) => tx.select().from(pushSubscriptions))).rejects.toMatchObject({
        cause: { code: '42501' },
      })
    await expect((await portal.as('kim')).notices.turnPushOn(service.newBrowser().subscription)).rejects.toMatchObject({
      code: 'SIGNED_IN_BY_TOKEN',
    })
    await expect(visitor(portal).notices.push()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const answer = JSON.stringify(await at('kim').client.notices.push())
    for (const secret of [row?.endpoint, row?.auth, row?.p256dh]) expect(answer).not.toContain(secret)
  })

  it('a browser belongs to whoever turned it on last', async () => {
    const shared = at('sofia')
    const gita = await atBrowser(portal, 'gita')
    await gita.notices.turnPushOn(shared.at.subscription)
    expect(await rowsOf('sofia')).toEqual([])
    expect((await shared.client.notices.push()).items).toEqual([])
    expect(await rowsOf('gita')).toHaveLength(1)
  })

  const taken = async (key: PersonKey) =>
    (await portal.as('ruth')).groups.removeMember({ id: portal.group('acme'), personId: portal.person(key) })
  const losses: { what: string; who: PersonKey; act: (client: Client, taskId: string) => Promise<unknown> }[] = [
    { what: 'has read it', who: 'kim', act: (client) => client.notices.read({}) },
    { what: 'has muted it', who: 'kim', act: (client, id) => client.notices.followThread({ id, state: 'muted' }) },
    { what: 'has signed out', who: 'kim', act: (client) => client.account.signOut() },
    {
      what: 'has signed out everywhere else',
      who: 'kim',
      act: async () => (await atBrowser(portal, 'kim')).account.endOtherSessions(),
    },
    { what: 'was taken out of the group', who: 'omar', act: () => taken('omar') },
    {
      what: 'was dismissed',
      who: 'ingrid',
      act: async () => (await portal.freshly('anna')).people.dismiss({ id: portal.person('ingrid') }),
    },
  ]
  it.each(losses)('whoever $what before it is sent gets nothing', async ({ what, who, act }) => {
    const { client, at: browser } = (await rowsOf(who)).length > 0 ? at(who) : await turnOn(who)
    await portal.keep((tx) => tx.delete(notices).where(eq(notices.personId, portal.person(who))))
    const task = await (
      await portal.as('liam')
    ).tasks.create({ title: what, responsibleId: portal.person(who), groupId: portal.group('acme') })
    expect(await came(who)).toHaveLength(1)
    const [row] = await rowsOf(who)
    // One that was queued then, and comes to its turn only now.
    const late = { noticeId: await noticeOf(who), device: row?.id ?? '' }
    const sendLate = async () => {
      await portal.keep((tx) => portal.platform.jobs.queue(tx, sendPush, late))
      await portal.settled()
      return browser.pushed.splice(0)
    }
    expect(await sendLate(), 'as long as all is as it was').toHaveLength(1)
    await act(client, task.id)
    expect(await sendLate()).toEqual([])
    if (/signed|dismissed/.test(what)) expect(await rowsOf(who)).toEqual([])
  })

  it('INV-6: whoever waits in the lobby is pushed nothing of what was written to them by name either; nor is anybody what is a day old', async () => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: portal.group('carriers'), isolation: 'company' })
    await came('piotr')
    await paula.feed.add({ to: [{ kind: 'person', id: portal.person('piotr') }], text: 'Between us' })
    expect(await came('piotr')).toHaveLength(1)
    const [[row], noticeId] = [await rowsOf('piotr'), await newestOf('piotr')]
    const sendLate = async () => {
      await portal.keep((tx) => portal.platform.jobs.queue(tx, sendPush, { noticeId, device: row?.id ?? '' }))
      return came('piotr')
    }
    expect(await sendLate(), 'as long as all is as it was').toHaveLength(1)
    const at = (hours: number) =>
      portal.keep((tx) =>
        tx
          .update(notices)
          .set({ at: new Date(Date.now() - hours * 3_600_000) })
          .where(eq(notices.id, noticeId)),
      )
    await at(25)
    expect(await sendLate()).toEqual([])
    await at(0)
    await paula.groups.removeMember({ id: portal.group('carriers'), personId: portal.person('piotr') })
    expect(await sendLate()).toEqual([])
  })

  it('what hung on a session that ran out is not sent to, before anybody clears it away', async () => {
    const lena = at('lena')
    await portal.keep((tx) =>
      tx
        .update(sessions)
        .set({ expiresAt: new Date(0) })
        .where(eq(sessions.userId, portal.person('lena'))),
    )
    await (
      await portal.as('paula')
    ).tasks.create({
      title: 'Late',
      groupId: portal.group('carriers'),
      responsibleId: portal.person('lena'),
    })
    expect(await came('lena')).toEqual([])
    expect(lena.at.pushed).toEqual([])
  })
})
