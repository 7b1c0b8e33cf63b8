import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '#access/sessions.ts'
import { tokens } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import type { AddresseeAsked } from '../../addressing/contract.ts'
import { announcementReminders, confirmations } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'
let portal: TestPortal
let workshop: string
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
  const { items } = await (await portal.as('anna')).people.departments.list()
  workshop = items.find(({ name }) => name === 'Workshop')?.id ?? ''
})
afterAll(() => portal.close())

const everyone: AddresseeAsked = { kind: 'everyone' }
const department = (): AddresseeAsked => ({ kind: 'department', id: workshop, below: true })
const group = (team = false): AddresseeAsked => ({ kind: 'group', id: acme, team })
const person = (key: PersonKey): AddresseeAsked => ({ kind: 'person', id: portal.person(key) })
const feed = async (who: PersonKey) => (await portal.as(who)).feed
/** Published and told: what changes afterwards changes nothing of who was told. */
const announce = async (who: PersonKey, to: AddresseeAsked[]) => {
  const { id } = await (await feed(who)).add({ to, text: 'Please read this', announcement: {} })
  await portal.settled()
  return id
}
const seenBy = async (who: PersonKey, id: string) => (await (await feed(who)).get({ id })).announcement
const listed = async (who: PersonKey, id: string, of: 'confirmed' | 'waiting') =>
  (await (await feed(who)).confirmations({ id, of, limit: 200 })).items.map((one) => one.person?.id)
const ids = (...keys: PersonKey[]) => keys.map((key) => portal.person(key))
const told = async (who: PersonKey, id: string) =>
  (await (await portal.as(who)).notices.list({})).items
    .filter(({ about }) => about.id === id)
    .map(({ happened }) => happened)
/** The mix with people from outside: all of a group, a department and somebody by name. */
const mix = () => announce('ruth', [group(), department(), person('gita')])

describe('FEED-4: an announcement to everyone, departments, people, in any mix', () => {
  it('to everyone who works here: they are told once, confirm, are found to confirm it, and are reminded; its author alone knows who has', async () => {
    const id = await announce('helena', [everyone])
    for (const who of ['gita', 'wiktor'] as const) expect(await told(who, id)).toEqual(['announced'])
    expect(await told('helena', id)).toEqual([])
    const toConfirm = async (who: PersonKey) =>
      (await (await feed(who)).items({ toConfirm: true, limit: 100 })).items.map(({ post }) => post?.id)
    expect(await toConfirm('gita')).toContain(id)
    expect(await toConfirm('helena')).not.toContain(id)
    expect(await (await feed('gita')).confirm({ id })).toMatchObject({ asked: true, confirmed: null })
    expect(await toConfirm('gita')).not.toContain(id)
    expect(await seenBy('helena', id)).toEqual({ asked: false, confirmedAt: null, confirmed: 1 })
    expect(await listed('helena', id, 'confirmed')).toEqual(ids('gita'))
    const waiting = await listed('helena', id, 'waiting')
    expect(waiting).toEqual(expect.arrayContaining(ids('wiktor', 'anna', 'sean')))
    for (const other of ids('helena', 'gita', 'kim', 'lena')) expect(waiting).not.toContain(other)
    // Nobody manages what is addressed: not whoever administers the portal, nor an owner of a group.
    for (const who of ['anna', 'gita', 'liam'] as const) {
      expect(await refusal((await feed(who)).confirmations({ id, of: 'waiting' }))).toBe('AUTHOR_SEES_READERS 403')
      expect(await refusal((await feed(who)).remind({ id }))).toBe('AUTHOR_SEES_READERS 403')
      expect((await seenBy(who, id))?.confirmed).toBeNull()
    }
    await (await feed('helena')).remind({ id })
    await portal.settled()
    expect(await told('wiktor', id)).toEqual(['confirmationAwaited', 'announced'])
    expect([await told('gita', id), await told('helena', id)]).toEqual([['announced'], []])
    expect(await refusal((await feed('helena')).remind({ id }))).toBe('REMINDED_TODAY 403')
    expect(await refusal((await feed('helena')).confirm({ id }))).toBe('OWN_ANNOUNCEMENT 403')
  })

  it('who has and who has not is of those who read it now: whoever comes into the department is asked, whoever goes or is dismissed is not', async () => {
    const id = await announce('helena', [department(), person('oleg')])
    const anna = await portal.freshly('anna')
    for (const who of ['oleg', 'kasia'] as const) await (await feed(who)).confirm({ id })
    expect(await listed('helena', id, 'waiting')).toEqual(ids('hana', 'stefan', 'wiktor'))
    await anna.people.change({ id: portal.person('gita'), departmentId: workshop })
    await anna.people.change({ id: portal.person('wiktor'), departmentId: null })
    expect(await listed('helena', id, 'waiting')).toEqual(ids('gita', 'hana', 'stefan'))
    expect(await seenBy('gita', id)).toMatchObject({ asked: true })
    await anna.people.dismiss({ id: portal.person('oleg') })
    expect([await listed('helena', id, 'confirmed'), (await seenBy('helena', id))?.confirmed]).toEqual([
      ids('kasia'),
      1,
    ])
    expect(await refusal((await feed('wiktor')).confirm({ id }))).toBe('NOT_FOUND 404')
  })

  it('those who work here make one; somebody from outside in a mix does not', async () => {
    const { feed: kim } = await portal.as('kim')
    expect(await refusal(kim.add({ to: [person('liam'), person('omar')], text: 'Read me', announcement: {} }))).toBe(
      'STAFF_ANNOUNCE 403',
    )
  })
})

describe('GRP-7: in a mix people from outside learn of no other', () => {
  it('they know of their own confirmation alone, by every way there is, and hear of none', async () => {
    const id = await mix()
    expect(await told('kim', id)).toEqual(['announced'])
    await (await feed('kim')).confirm({ id })
    const ear = await listenAs(portal, (await signIn(portal, 'kim')).cookie)
    for (const who of ['omar', 'stefan'] as const) await (await feed(who)).confirm({ id })
    await (await feed('ruth')).remind({ id })
    await portal.settled()
    await ear.caughtUp()
    expect(ear.frames.map(({ kind }) => kind).filter((kind) => !kind.startsWith('live.'))).toEqual([])
    ear.close()
    expect(await seenBy('kim', id)).toMatchObject({ asked: true, confirmed: null })
    for (const of of ['confirmed', 'waiting'] as const)
      expect(await refusal((await feed('kim')).confirmations({ id, of }))).toBe('AUTHOR_SEES_READERS 403')
    const rows = await portal.under('kim', (tx) => tx.select().from(confirmations).where(eq(confirmations.postId, id)))
    expect(rows.map(({ personId }) => personId)).toEqual(ids('kim'))
    expect(await portal.under('kim', (tx) => tx.select().from(announcementReminders))).toEqual([])
    const events = await portal.under('kim', (tx) =>
      tx.execute<{ kind: string }>(sql`select kind from events where about_id = ${id}`),
    )
    expect(events.rows.map(({ kind }) => kind)).toEqual(['feed.posted'])
    const { items } = await (await feed('kim')).items({ limit: 50 })
    expect(items.find(({ post }) => post?.id === id)?.post?.announcement?.confirmed).toBeNull()
    expect(await listed('ruth', id, 'confirmed')).toEqual(ids('kim', 'omar', 'stefan'))
    expect(await listed('ruth', id, 'waiting')).toEqual(expect.arrayContaining(ids('ingrid', 'sofia', 'gita', 'hana')))
  })

  it('a competitor, and a colleague whom nobody wrote to: hidden and missing are one answer, and nobody waits for them', async () => {
    const id = await mix()
    for (const who of ['lena', 'piotr', 'marek'] as const) {
      const client = await feed(who)
      for (const ask of [
        client.confirm,
        client.remind,
        (one: { id: string }) => client.confirmations({ ...one, of: 'waiting' }),
      ])
        expect(await refusal(ask({ id }))).toBe(await refusal(ask({ id: randomId })))
      expect(await listed('ruth', id, 'waiting')).not.toContain(portal.person(who))
    }
  })

  it('an access token of somebody from outside asks no more than they do', async () => {
    const id = await mix()
    const { shown, hash } = newToken()
    await portal.keep((tx) => tx.insert(tokens).values({ personId: portal.person('omar'), name: 'A program', hash }))
    const ask = (path: string, method: string) =>
      fetch(`${portal.url}/api/v1/posts/${path}`, { method, headers: { authorization: `Bearer ${shown}` } })
    expect((await ask(`${id}/confirm`, 'POST')).status).toBe(200)
    expect((await ask(`${id}/confirmations?of=waiting`, 'GET')).status).toBe(403)
    expect((await ask(`${id}/reminders`, 'POST')).status).toBe(403)
  })

  it('a moderator from outside manages nothing of it, and neither does the group’s owner', async () => {
    const id = await mix()
    const liam = await portal.as('liam')
    await liam.groups.changeMember({ id: acme, personId: portal.person('kim'), role: 'moderator' })
    for (const who of ['kim', 'liam'] as const)
      expect(await refusal((await feed(who)).confirmations({ id, of: 'confirmed' }))).toBe('AUTHOR_SEES_READERS 403')
    await liam.groups.changeMember({ id: acme, personId: portal.person('kim'), role: 'member' })
  })

  it('GRP-4, GRP-9, GRP-7: where the feed is shut to them, who came later and who is kept apart neither confirm nor are waited for', async () => {
    const id = await mix()
    const liam = await portal.freshly('liam')
    const isAsked = async (who: PersonKey) => [
      await refusal((await feed(who)).confirm({ id })),
      (await listed('ruth', id, 'waiting')).includes(portal.person(who)),
    ]
    await letIn(portal, acme, 'timur', 'liam')
    expect(await isAsked('timur')).toEqual(['NOT_FOUND 404', false])
    await liam.groups.changeTool({ id: acme, tool: 'feed', viewers: 'team' })
    expect(await isAsked('kim')).toEqual(['NOT_FOUND 404', false])
    await liam.groups.changeTool({ id: acme, tool: 'feed', viewers: 'members' })
    await liam.groups.isolate({ id: acme, isolation: 'company' })
    expect(await isAsked('kim')).toEqual(['NOT_FOUND 404', false])
    await liam.groups.isolate({ id: acme, isolation: 'open' })
    expect((await listed('ruth', id, 'waiting')).includes(portal.person('kim'))).toBe(true)
  })

  it('GRP-10: whom an archived group alone lets read it is asked no more; colleagues are', async () => {
    const id = await mix()
    const liam = await portal.freshly('liam')
    await liam.groups.archive({ id: acme })
    await portal.settled()
    expect(await seenBy('kim', id)).toMatchObject({ asked: false, confirmedAt: null })
    expect(await refusal((await feed('kim')).confirm({ id }))).toBe('ONLY_READ_HERE 403')
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ spaceId: string; audienceId: string }>(
        sql`select space_id as "spaceId", audience_id as "audienceId" from posts where id = ${id}`,
      ),
    )
    const row = { spaceId: '', audienceId: '', ...rows[0], postId: id, personId: portal.person('kim') }
    await expect(portal.under('kim', (tx) => tx.insert(confirmations).values(row))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    const toConfirm = (await (await feed('kim')).items({ toConfirm: true, limit: 100 })).items
    expect(toConfirm.map(({ post }) => post?.id)).not.toContain(id)
    const waiting = await listed('ruth', id, 'waiting')
    expect([waiting.includes(portal.person('kim')), waiting.includes(portal.person('stefan'))]).toEqual([false, true])
    await (await feed('ruth')).remind({ id })
    await portal.settled()
    expect([await told('kim', id), await told('stefan', id)]).toEqual([
      ['announced'],
      ['confirmationAwaited', 'announced'],
    ])
    await liam.groups.reopen({ id: acme })
    expect(await refusal((await feed('kim')).confirm({ id }))).toBe('done')
  })

  it('whoever was taken out is neither asked nor waited for; the author reads who confirmed also after leaving the group', async () => {
    const id = await mix()
    await (await feed('kim')).confirm({ id })
    const liam = await portal.freshly('liam')
    await liam.groups.removeMember({ id: acme, personId: portal.person('omar') })
    expect(await refusal((await feed('omar')).confirm({ id }))).toBe('NOT_FOUND 404')
    expect(await listed('ruth', id, 'waiting')).not.toContain(portal.person('omar'))
    // The author sits in the mix through the group: somebody named in it goes on reading it.
    const { feed: gita } = await portal.as('gita')
    expect(await refusal(gita.confirmations({ id, of: 'confirmed' }))).toBe('AUTHOR_SEES_READERS 403')
    const own = await announce('ruth', [person('kim'), person('gita')])
    await (await feed('kim')).confirm({ id: own })
    await liam.groups.removeMember({ id: acme, personId: portal.person('ruth') })
    const { feed: ruth } = await portal.as('ruth')
    const page = await ruth.confirmations({ id: own, of: 'confirmed' })
    expect(page.items.map((one) => one.person)).toMatchObject([{ name: 'Kim Lee', kind: 'external', company: 'Acme' }])
    const next = await ruth.confirmations({ id: own, of: 'confirmed', after: portal.person('kim') })
    expect(next).toMatchObject({ items: [], confirmed: 1 })
  })
})
