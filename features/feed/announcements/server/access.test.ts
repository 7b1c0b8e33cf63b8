import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '#access/sessions.ts'
import { tokens } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { announcementReminders, announcements, confirmations } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'
let portal: TestPortal
let acme: string
let carriers: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
  carriers = portal.group('carriers')
})
afterAll(() => portal.close())

const feed = async (who: PersonKey) => (await portal.as(who)).feed
const announce = async (who: PersonKey, more: { groupId?: string; audience?: 'team' } = {}) =>
  (await (await feed(who)).add({ groupId: acme, text: 'Please read this', announcement: {}, ...more })).id
const seenBy = async (who: PersonKey, id: string) => (await (await feed(who)).get({ id })).announcement
const listed = async (who: PersonKey, id: string, of: 'confirmed' | 'waiting') =>
  (await (await feed(who)).confirmations({ id, of, limit: 200 })).items.map(({ person }) => person?.id)
const ids = (...keys: PersonKey[]) => keys.map((key) => portal.person(key))
/** Straight into the table: the code of the database's refusal, or 'done'. */
const put = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
  )

describe('FEED-4: an announcement asks its readers to confirm it', () => {
  it('whoever wrote it and whoever manages the group know who has and who has not; others what they did themselves', async () => {
    const id = await announce('liam')
    expect(await seenBy('liam', id)).toEqual({ asked: false, confirmedAt: null, confirmed: 0 })
    const first = await (await feed('kim')).confirm({ id })
    expect(first).toMatchObject({ asked: true, confirmed: null })
    expect(await (await feed('kim')).confirm({ id })).toEqual(first)
    await (await feed('hana')).confirm({ id })
    for (const who of ['liam', 'ruth'] as const) {
      expect(await listed(who, id, 'confirmed')).toEqual(ids('hana', 'kim'))
      const waiting = await listed(who, id, 'waiting')
      expect(waiting).toEqual(expect.arrayContaining(ids('boris', 'omar', 'sofia')))
      for (const gone of ids('liam', 'kim', 'hana', 'noel', 'anna')) expect(waiting).not.toContain(gone)
    }
    const page = await (await feed('liam')).confirmations({ id, of: 'confirmed', limit: 1 })
    expect(page).toMatchObject({ items: [{ person: { id: portal.person('hana') } }], confirmed: 2, remindedAt: null })
    const next = await (await feed('liam')).confirmations({ id, of: 'confirmed', after: page.next ?? '' })
    expect(next.items.map(({ person }) => person?.id)).toEqual(ids('kim'))
    for (const who of ['kim', 'omar', 'hana'] as const) {
      expect((await seenBy(who, id))?.confirmed).toBeNull()
      expect(await refusal((await feed(who)).confirmations({ id, of: 'waiting' }))).toBe('KEEPERS_SEE_READERS 403')
      expect(await refusal((await feed(who)).remind({ id }))).toBe('KEEPERS_SEE_READERS 403')
    }
    expect(await refusal((await feed('liam')).confirm({ id }))).toBe('OWN_ANNOUNCEMENT 403')
  })

  it('those who work here make one; a person from outside is told the rule, and the table refuses them too', async () => {
    const { feed: kim } = await portal.as('kim')
    expect(await refusal(kim.add({ groupId: acme, text: 'Read me', announcement: {} }))).toBe('STAFF_ANNOUNCE 403')
    const own = await kim.add({ groupId: acme, text: 'Mine' })
    const row = await place(own.id)
    expect(
      await put(
        portal.under('kim', (tx) =>
          tx.insert(announcements).values({ ...row, postId: own.id, authorId: portal.person('kim') }),
        ),
      ),
    ).toBe('42501')
    expect(await refusal(kim.confirm({ id: own.id }))).toBe(await refusal(kim.confirm({ id: randomId })))
  })

  it('what one has not confirmed is found, and no more once one has', async () => {
    const id = await announce('liam')
    const toConfirm = async (who: PersonKey) =>
      (await (await feed(who)).items({ toConfirm: true, limit: 100 })).items.map(({ post }) => post?.id)
    expect([await toConfirm('omar'), await toConfirm('liam')].map((found) => found.includes(id))).toEqual([true, false])
    await (await feed('omar')).confirm({ id })
    expect(await toConfirm('omar')).not.toContain(id)
    await (await feed('liam')).remove({ id })
    expect(await toConfirm('kim')).not.toContain(id)
  })

  it('those who have not are reminded once a day, and nobody else', async () => {
    const id = await announce('liam', { audience: 'team' })
    // Who has confirmed before they are told of it is not told.
    await portal.settled()
    await (await feed('hana')).confirm({ id })
    await portal.settled()
    const told = async (who: PersonKey) =>
      (await (await portal.as(who)).notices.list({})).items
        .filter(({ about }) => about.id === id)
        .map(({ happened }) => happened)
    expect(await told('nora')).toEqual(['announced'])
    expect(await refusal((await feed('ruth')).remind({ id }))).toBe('done')
    await portal.settled()
    expect(await told('nora')).toEqual(['confirmationAwaited', 'announced'])
    expect([await told('hana'), await told('liam'), await told('kim')]).toEqual([['announced'], [], []])
    expect(await refusal((await feed('liam')).remind({ id }))).toBe('REMINDED_TODAY 403')
    await portal.keep((tx) =>
      tx
        .update(announcementReminders)
        .set({ at: sql`now() - interval '25 hours'` })
        .where(eq(announcementReminders.postId, id)),
    )
    expect(await refusal((await feed('liam')).remind({ id }))).toBe('done')
  })
})

const place = async (id: string) => {
  const { rows } = await portal.keep((tx) =>
    tx.execute<{ spaceId: string; audienceId: string }>(
      sql`select space_id as "spaceId", audience_id as "audienceId" from posts where id = ${id}`,
    ),
  )
  const [row] = rows
  if (!row) throw new Error(`There is no post ${id}.`)
  return row
}

describe('who may not confirm, and who learns nothing of it', () => {
  it('GRP-8: hidden and missing are one answer, for every procedure', async () => {
    const id = await announce('liam', { audience: 'team' })
    for (const who of ['kim', 'lena', 'gita'] as const) {
      const client = await feed(who)
      for (const ask of [
        client.confirm,
        client.remind,
        (one: { id: string }) => client.confirmations({ ...one, of: 'waiting' }),
      ])
        expect(await refusal(ask({ id }))).toBe(await refusal(ask({ id: randomId })))
    }
    expect(await listed('liam', id, 'waiting')).not.toContain(portal.person('kim'))
  })

  it('the table refuses: for somebody else, of what is no announcement, of what one does not read', async () => {
    const [open, team] = [await announce('liam'), await announce('liam', { audience: 'team' })]
    const { id: plain } = await (await feed('liam')).add({ groupId: acme, text: 'No announcement' })
    const confirm = async (who: PersonKey, postId: string, by = who) => {
      const row = { ...(await place(postId)), postId, personId: portal.person(by) }
      return put(portal.under(who, (tx) => tx.insert(confirmations).values(row)))
    }
    expect(await confirm('kim', open, 'omar')).toBe('42501')
    expect(await confirm('kim', team)).toBe('42501')
    expect(await confirm('kim', plain)).toBe('42501')
    expect(await confirm('liam', open)).toBe('42501')
    expect(await confirm('lena', open)).toBe('42501')
    expect(await confirm('kim', open)).toBe('done')
    const elsewhere = { ...(await place(open)), postId: open }
    expect(await put(portal.under('hana', (tx) => tx.insert(announcementReminders).values(elsewhere)))).toBe('42501')
    expect(
      await portal.under('omar', (tx) => tx.select().from(confirmations).where(eq(confirmations.postId, open))),
    ).toEqual([])
  })

  it.each(['open', 'company', 'staff', 'voice', 'readonly'] as const)(
    'GRP-7, %s: whoever is from outside knows of their own confirmation alone, and hears of no other',
    async (isolation) => {
      const paula = await portal.as('paula')
      await paula.groups.isolate({ id: carriers, isolation })
      await portal.settled()
      const id = await announce('paula', { groupId: carriers })
      await portal.settled()
      const ear = await listenAs(portal, (await signIn(portal, 'piotr')).cookie)
      await (await feed('lena')).confirm({ id })
      await paula.feed.remind({ id })
      await portal.settled()
      await ear.caughtUp()
      // The reminder came to those alone who have not confirmed: Piotr is one of them.
      expect(ear.frames.map(({ kind }) => kind).filter((kind) => kind.startsWith('feed.'))).toEqual([])
      ear.close()
      expect(await seenBy('piotr', id)).toEqual({ asked: true, confirmedAt: null, confirmed: null })
      const rows = (who: PersonKey) =>
        portal.under(who, (tx) => tx.select().from(confirmations).where(eq(confirmations.postId, id)))
      expect(await rows('piotr')).toEqual([])
      expect((await rows('lena')).map(({ personId }) => personId)).toEqual(ids('lena'))
      expect(await portal.under('piotr', (tx) => tx.select().from(announcementReminders))).toEqual([])
      expect(await refusal((await feed('piotr')).confirmations({ id, of: 'confirmed' }))).toBe(
        'KEEPERS_SEE_READERS 403',
      )
      expect(await listed('paula', id, 'confirmed')).toEqual(ids('lena'))
      expect(await listed('paula', id, 'waiting')).toEqual(expect.arrayContaining(ids('piotr', 'marta', 'wiktor')))
    },
  )

  it('a moderator from outside manages what everyone reads, and still sees no confirmation but their own', async () => {
    await (await portal.as('liam')).groups.changeMember({ id: acme, personId: portal.person('kim'), role: 'moderator' })
    const id = await announce('liam')
    await (await feed('omar')).confirm({ id })
    expect(await refusal((await feed('kim')).confirmations({ id, of: 'confirmed' }))).toBe('KEEPERS_SEE_READERS 403')
    expect((await seenBy('kim', id))?.confirmed).toBeNull()
    await (await portal.as('liam')).groups.changeMember({ id: acme, personId: portal.person('kim'), role: 'member' })
  })

  it('an access token of a person from outside asks no more than they do', async () => {
    const id = await announce('liam')
    const { shown, hash } = newToken()
    await portal.keep((tx) => tx.insert(tokens).values({ personId: portal.person('kim'), name: 'A program', hash }))
    const ask = (path: string, method: string) =>
      fetch(`${portal.url}/api/v1/posts/${path}`, { method, headers: { authorization: `Bearer ${shown}` } })
    expect((await ask(`${id}/confirm`, 'POST')).status).toBe(200)
    expect((await ask(`${id}/confirmations?of=waiting`, 'GET')).status).toBe(403)
    expect((await ask(`${id}/reminders`, 'POST')).status).toBe(403)
  })

  it('GRP-9: who came later is not asked to confirm what was before', async () => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: carriers, isolation: 'open' })
    await paula.groups.change({ id: carriers, history: 'joining' })
    await acquaint(portal, 'wiktor', ['paula', 'yusuf'])
    const id = await announce('paula', { groupId: carriers })
    await letIn(portal, carriers, 'yusuf', 'paula')
    expect(await refusal((await feed('yusuf')).confirm({ id }))).toBe('NOT_FOUND 404')
    expect(await listed('paula', id, 'waiting')).not.toContain(portal.person('yusuf'))
  })

  it('GRP-4: where the feed is shut to them they neither confirm nor are waited for', async () => {
    const id = await announce('liam')
    const liam = await portal.as('liam')
    await (await feed('kim')).confirm({ id })
    await liam.groups.changeTool({ id: acme, tool: 'feed', viewers: 'team' })
    expect(await refusal((await feed('omar')).confirm({ id }))).toBe('NOT_FOUND 404')
    expect(await portal.under('kim', (tx) => tx.select().from(confirmations))).toEqual([])
    expect(await listed('liam', id, 'waiting')).not.toContain(portal.person('omar'))
    await liam.groups.changeTool({ id: acme, tool: 'feed', viewers: 'members' })
  })

  it('whoever was taken out is neither asked nor waited for; an archived group asks nobody', async () => {
    const id = await announce('liam')
    const liam = await portal.as('liam')
    await liam.groups.removeMember({ id: acme, personId: portal.person('omar') })
    expect(await listed('liam', id, 'waiting')).not.toContain(portal.person('omar'))
    expect(await refusal((await feed('omar')).confirm({ id }))).toBe('NOT_FOUND 404')
    await liam.groups.archive({ id: acme })
    expect(await seenBy('kim', id)).toMatchObject({ asked: false, confirmedAt: null })
    expect(await refusal((await feed('kim')).confirm({ id }))).toBe('GROUP_ARCHIVED 403')
    expect(await refusal((await feed('liam')).remind({ id }))).toBe('GROUP_ARCHIVED 403')
    const row = { ...(await place(id)), postId: id, personId: portal.person('kim') }
    expect(await put(portal.under('kim', (tx) => tx.insert(confirmations).values(row)))).toBe('42501')
    await liam.groups.reopen({ id: acme })
  })
})
