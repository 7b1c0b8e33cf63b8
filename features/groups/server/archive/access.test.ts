import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { refusal } from '#tests/refusal.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { whatGetsIn } from '#tests/rules/writes.ts'
import { groups } from '../tables.ts'

/** Liam owns the group of Acme, Ruth is a moderator, Nora a member; Kim is there from outside. */
const insiders: PersonKey[] = ['liam', 'ruth', 'nora', 'kim']

const spaceOf = (portal: TestPortal, id: string) =>
  portal.keep(async (tx) => (await tx.select().from(groups).where(eq(groups.id, id)))[0]?.spaceId ?? '')

describe('an archived group (GRP-10)', () => {
  let portal: TestPortal
  let id: string
  let space: string
  const seenBy = async (key: PersonKey) => {
    const client = await portal.as(key)
    const posts = await client.feed.list({ group: id, limit: 200 })
    const tasks = await client.tasks.list({ group: id, limit: 200 })
    const members = await client.groups.members({ id, limit: 200 })
    return [
      posts.items.map((one) => one.id),
      tasks.items.map((one) => one.id),
      members.items.map((one) => one.person.id),
    ]
  }
  beforeAll(async () => {
    portal = await openTestPortal()
    id = portal.group('acme')
    space = await spaceOf(portal, id)
  })
  afterAll(() => portal.close())

  it('was written in before, by the same ways that are tried below', async () => {
    const byOwner = await whatGetsIn(portal, 'liam', space)
    for (const way of [
      'posts',
      'comments',
      'reactions',
      'tasks',
      'events',
      'seats',
      'circles',
      'members',
      'invitations',
    ])
      expect(byOwner).toContain(`insert into ${way}`)
    expect(byOwner).toEqual(expect.arrayContaining(['update groups', 'delete from posts', 'delete from members']))
    expect(await whatGetsIn(portal, 'kim', space)).toEqual(
      expect.arrayContaining(['insert into posts', 'update tasks', 'insert into events']),
    )
  })

  it('is archived by its owner, and by nobody whose place does not say so', async () => {
    const code = async (key: PersonKey, group = id) => refusal((await portal.as(key)).groups.archive({ id: group }))
    for (const key of ['ruth', 'nora'] as const) expect(await code(key)).toBe('OWNER_ARCHIVES 403')
    expect(await code('kim')).toBe('OWNER_ARCHIVES 403')
    expect(await code('lena')).toBe('NOT_FOUND 404')
    expect(await code('kim', portal.group('heron'))).toBe('NOT_FOUND 404')
    const before = await Promise.all(insiders.map(seenBy))
    const archived = await (await portal.as('liam')).groups.archive({ id })
    expect(archived.archivedAt).toBeInstanceOf(Date)
    expect(archived.archivedBy?.id).toBe(portal.person('liam'))
    expect(await Promise.all(insiders.map(seenBy)), 'all of it stays readable').toEqual(before)
    expect((await (await portal.as('kim')).groups.get({ id })).archivedBy?.name).toBe('Liam Doherty')
  })

  it('has left the list of groups, and stands among the archived ones', async () => {
    for (const key of insiders) {
      const client = await portal.as(key)
      const ids = async (archived: boolean) => (await client.groups.list({ archived })).items.map((group) => group.id)
      expect(await ids(false), key).not.toContain(id)
      expect(await ids(true), key).toEqual([id])
    }
    await expect((await portal.as('noel')).groups.list({ archived: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('takes nothing from anybody, whoever they are there', async () => {
    for (const key of insiders) {
      const client = await portal.as(key)
      const post = (await client.feed.list({ group: id })).items.find((one) => one.group)
      const [task] = (await client.tasks.list({ group: id, state: 'open' })).items
      if (!post || !task) throw new Error('There is nothing in the group to try it with.')
      expect([post.group?.archived, task.group?.archived, task.may.change]).toEqual([true, true, false])
      const refused = {
        post: await refusal(client.feed.add({ groupId: id, text: 'One more' })),
        reaction: await refusal(client.feed.react({ id: post.id })),
        comment: await refusal(client.comments.add({ threadId: post.id, text: 'One more' })),
        'a word on a task': await refusal(client.comments.add({ threadId: task.id, text: 'One more' })),
        task: await refusal(
          client.tasks.create({ groupId: id, title: 'One more', responsibleId: portal.person('liam') }),
        ),
        completing: await refusal(client.tasks.complete({ id: task.id })),
        changing: await refusal(client.tasks.change({ id: task.id, title: 'Another' })),
      }
      expect(new Set(Object.values(refused)), `${key}: ${JSON.stringify(refused)}`).toEqual(
        new Set(['GROUP_ARCHIVED 403']),
      )
    }
  })

  it('lets nobody in, is not changed, and nobody is invited', async () => {
    const liam = await portal.as('liam')
    const personId = portal.person('omar')
    const code = 'GROUP_ARCHIVED 403'
    expect(await refusal(liam.groups.addMember({ id, personId: portal.person('gita') }))).toBe(code)
    expect(await refusal(liam.groups.changeMember({ id, personId, role: 'moderator' }))).toBe(code)
    expect(await refusal(liam.groups.change({ id, name: 'Renamed' }))).toBe(code)
    expect(await refusal(liam.groups.isolate({ id, isolation: 'company' }))).toBe(code)
    expect(await refusal(liam.invitations.invite({ id, emails: ['new@acme.example'] }))).toBe(code)
  })

  it.each(['liam', 'ruth', 'kim'] as const)('lets nothing past the rules of any table, by %s', async (key) => {
    expect(await whatGetsIn(portal, key, space)).toEqual([])
  })

  it('has its members taken out by those who keep it, and by nobody else', async () => {
    const taking = async (key: PersonKey, whom: PersonKey) =>
      refusal((await portal.as(key)).groups.removeMember({ id, personId: portal.person(whom) }))
    expect(await taking('nora', 'ingrid')).toBe('OWNER_AND_MODERATORS_ONLY 403')
    expect(await taking('kim', 'ingrid')).toBe('OWNER_AND_MODERATORS_ONLY 403')
    expect(await taking('gita', 'ingrid')).toBe('NOT_FOUND 404')
    expect(await taking('ruth', 'liam')).toBe('OWNER_STAYS 403')
    expect(await taking('ruth', 'lena')).toBe('NOT_FOUND 404')
    expect(await taking('ruth', 'ingrid')).toBe('done')
    expect(await refusal((await portal.as('ingrid')).groups.get({ id }))).toBe('NOT_FOUND 404')
    expect(await taking('liam', 'ingrid')).toBe('NOT_FOUND 404')
  })

  it('is closed to whoever is dismissed, and its owner has an heir', async () => {
    const own = await (await portal.as('igor')).groups.create({ name: 'Done with' })
    await (await portal.as('igor')).groups.archive({ id: own.id })
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('igor'), heirId: portal.person('gita') })
    expect((await (await portal.as('gita')).groups.get({ id: own.id })).mine).toBe('owner')
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('sofia') })
    expect(await refusal(portal.as('sofia').then((sofia) => sofia.groups.get({ id })))).not.toBe('done')
  })

  it('holds no task that still counts as open', async () => {
    const liam = await portal.as('liam')
    const open = (await liam.tasks.list({ state: 'open', limit: 200 })).items
    expect(open.filter(({ group }) => group?.id === id)).toEqual([])
    const there = (await liam.tasks.list({ group: id, state: 'open', limit: 200 })).items
    expect(there.length, 'on its own page they are listed').toBeGreaterThan(0)
    const mine = (await liam.tasks.list({ state: 'open', mine: true, limit: 200 })).items
    expect((await liam.tasks.count()).open).toBe(mine.length)
    await liam.groups.reopen({ id })
    expect((await liam.tasks.list({ state: 'open', limit: 200 })).items.map((task) => task.id)).toContain(there[0]?.id)
    await liam.groups.archive({ id })
  })

  it('can be left by whoever wants to', async () => {
    const omar = await portal.as('omar')
    await omar.groups.removeMember({ id, personId: portal.person('omar') })
    expect(await refusal(omar.groups.get({ id }))).toBe('NOT_FOUND 404')
  })

  it('is reopened by its owner, and all is as it was', async () => {
    expect(await refusal((await portal.as('ruth')).groups.reopen({ id }))).toBe('OWNER_ARCHIVES 403')
    const group = await (await portal.as('liam')).groups.reopen({ id })
    expect([group.archivedAt, group.archivedBy]).toEqual([null, null])
    for (const key of insiders) {
      const client = await portal.as(key)
      expect((await client.groups.list({ mine: true })).items.map((one) => one.id)).toContain(id)
      const post = await client.feed.add({ groupId: id, text: 'We go on' })
      await client.comments.add({ threadId: post.id, text: 'Indeed' })
    }
    await (await portal.as('liam')).groups.addMember({ id, personId: portal.person('gita') })
  })

  it('is found by nobody who is not in it, even if it was open to all', async () => {
    const open = await (await portal.as('stefan')).groups.create({ name: 'Found by all', visibility: 'open' })
    const gita = await portal.as('gita')
    await gita.groups.get({ id: open.id })
    await (await portal.as('stefan')).groups.archive({ id: open.id })
    expect(await refusal(gita.groups.get({ id: open.id }))).toBe('NOT_FOUND 404')
    expect(await refusal(gita.groups.join({ id: open.id }))).toBe('NOT_FOUND 404')
  })
})
