import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { enter } from '../membership.ts'
import { groupRow } from '../queries.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { visitor } from '#tests/visitor.ts'
import { codeOf } from '#tests/refusal.ts'

/** In the sample nobody is kept apart in Acme's group: kim, omar and ingrid of Acme, and sofia of Open Bench. */
describe('GRP-7: keeping externals apart who met until now', () => {
  let portal: TestPortal | undefined
  const open = (): TestPortal => {
    if (!portal) throw new Error('The portal is not open.')
    return portal
  }
  beforeEach(async () => {
    await portal?.close()
    portal = await openTestPortal()
  })
  afterAll(() => portal?.close())

  const acme = () => open().group('acme')
  const isolate = async (isolation: 'open' | 'company' | 'staff' | 'voice' | 'readonly', who: PersonKey = 'liam') =>
    (await open().as(who)).groups.isolate({ id: acme(), isolation })
  const preview = async (isolation: 'open' | 'company' | 'staff') =>
    (await open().as('liam')).groups.previewIsolation({ id: acme(), isolation })
  const authors = async (who: PersonKey) => {
    const { items } = await (await open().as(who)).feed.list({ group: acme(), limit: 100 })
    return new Set(items.map(({ author }) => author?.name ?? 'nobody'))
  }
  const members = async (who: PersonKey) =>
    (await (await open().as(who)).groups.members({ id: acme(), limit: 100 })).items.map(({ person }) => person.name)

  it('waits for whoever relays what happened in the group, and is not refused', async () => {
    const { id } = await (await open().as('sofia')).feed.add({ groupId: acme(), text: 'Just told' })
    let isolated: Promise<unknown> | undefined
    await open().keep(async (tx) => {
      await tx.execute(sql`select from events where about_id = ${id} for update`)
      isolated = isolate('company')
      const waits = async () => (await tx.execute(sql`select from pg_locks where not granted`)).rows.length
      await expect.poll(waits, { timeout: 10_000 }).toBeGreaterThan(0)
      await tx.execute(sql`update posts set edited_at = now() where id = ${id}`)
    })
    await isolated
    expect(await authors('kim')).not.toContain('Sofia Costa')
  })

  it('gives old words of externals their lane, and the team goes on reading all of it', async () => {
    const [kim, sofia, liam] = [await open().as('kim'), await open().as('sofia'), await open().as('liam')]
    const post = await kim.feed.add({ groupId: acme(), text: 'A question of Acme' })
    await liam.feed.addComment({ id: post.id, text: 'An answer of the team' })
    await sofia.feed.addComment({ id: post.id, text: 'A word of Open Bench' })
    await sofia.feed.react({ id: post.id })
    const forAll = await liam.feed.add({ groupId: acme(), text: 'To all of you' })
    await sofia.feed.addComment({ id: forAll.id, text: 'Open Bench has read it' })
    const task = await liam.tasks.create({ groupId: acme(), title: 'A drawing', responsibleId: open().person('sofia') })

    expect(await preview('company')).toMatchObject({ people: 4, companies: 2, metBefore: 4, meet: 3 })
    expect((await sofia.feed.get({ id: post.id })).id).toBe(post.id)
    expect((await isolate('company')).isolation).toBe('company')

    expect(await codeOf(sofia.feed.get({ id: post.id }))).toBe('NOT_FOUND')
    expect(await codeOf(kim.tasks.get({ id: task.id }))).toBe('NOT_FOUND')
    expect((await sofia.tasks.complete({ id: task.id })).completedAt).not.toBeNull()
    const omar = await open().as('omar')
    expect((await omar.feed.get({ id: post.id })).comments).toBe(1)
    expect((await omar.feed.get({ id: post.id })).reactions).toEqual([])
    expect((await omar.feed.get({ id: forAll.id })).comments).toBe(0)
    expect((await sofia.feed.get({ id: forAll.id })).comments).toBe(1)
    expect((await liam.feed.get({ id: post.id })).comments).toBe(2)
    expect((await liam.feed.get({ id: post.id })).reactions).toMatchObject([{ count: 1 }])
    expect(await members('sofia')).not.toContain('Kim Lee')
    expect(await authors('sofia')).not.toContain('Kim Lee')
    expect(await members('liam')).toEqual(expect.arrayContaining(['Kim Lee', 'Sofia Marques']))
  })

  it('staff only: each speaks with those who work here alone, colleagues of one company included', async () => {
    await isolate('company')
    const omar = await open().as('omar')
    const before = await omar.feed.add({ groupId: acme(), text: 'Omar to Acme' })
    const [kim, liam] = [await open().as('kim'), await open().as('liam')]
    const { items: lanes } = await liam.groups.lanes({ id: acme() })
    const laneId = lanes.find(({ name }) => name === 'Acme')?.id ?? ''
    const toAcme = await liam.feed.add({ groupId: acme(), text: 'Liam to Acme', laneId })
    await isolate('staff')
    expect(await codeOf(kim.feed.get({ id: before.id }))).toBe('NOT_FOUND')
    expect((await omar.feed.get({ id: before.id })).text).toBe('Omar to Acme')
    // What those who work here said to the company stays readable to it, and what one answers there only they read.
    await kim.feed.addComment({ id: toAcme.id, text: 'Kim alone' })
    expect((await omar.feed.get({ id: toAcme.id })).comments).toBe(0)
    expect((await liam.feed.get({ id: toAcme.id })).comments).toBe(1)
    expect((await members('kim')).filter((name) => /Omar|Ingrid|Sofia/.test(name))).toEqual([])
    expect(
      (await liam.groups.lanes({ id: acme() })).items.map(({ name, company }) => ({ name, company })),
    ).toContainEqual({
      name: 'Kim Lee',
      company: false,
    })
  })

  it('one voice: those who work here are known to nobody outside and speak as the portal', async () => {
    await isolate('voice')
    const [kim, liam] = [await open().as('kim'), await open().as('liam')]
    const post = await liam.feed.add({ groupId: acme(), text: 'From all of us' })
    const seen = await kim.feed.get({ id: post.id })
    expect(seen).toMatchObject({ author: null, group: { voice: true } })
    await liam.feed.addComment({ id: post.id, text: 'And this' })
    expect(await kim.comments.list({ threadId: post.id })).toMatchObject({ items: [{ author: null }] })
    expect(await members('kim')).toEqual(['Kim Lee'])
    expect((await kim.groups.readership({ id: acme() })).colleagues).toBe(0)
    expect(await codeOf(kim.people.get({ id: open().person('liam') }))).toBe('NOT_FOUND')
    expect((await kim.people.list({ limit: 100 })).items.map(({ name }) => name)).toEqual(['Kim Lee'])
    expect(await members('ruth')).toContain('Liam Doherty')
  })

  it('one voice: no letter and no page before it names anybody who works here, also to whoever knows them from elsewhere', async () => {
    await isolate('voice')
    const [kim, liam] = [await open().as('kim'), await open().as('liam')]
    await open().keep(async (tx) => {
      const carriers = await groupRow(tx, open().group('carriers'))
      await enter(tx, carriers, { id: open().person('liam'), kind: 'employee' }, 'member')
      await enter(tx, carriers, { id: open().person('kim'), kind: 'external' }, 'member')
    })
    expect((await kim.people.get({ id: open().person('liam') })).name).toBe('Liam Doherty')
    const post = await liam.feed.add({ groupId: acme(), text: 'From all of us' })
    await liam.feed.react({ id: post.id })
    await liam.feed.addComment({ id: post.id, text: 'And this' })
    const task = await liam.tasks.create({ groupId: acme(), title: 'For Kim', responsibleId: open().person('kim') })
    await liam.invitations.invite({ id: acme(), emails: ['newcomer@example.com'] })
    await open().settled()
    expect(await kim.feed.get({ id: post.id })).toMatchObject({ author: null, reactions: [{ count: 1 }] })
    expect((await kim.feed.reactions({ id: post.id })).items).toMatchObject([{ person: null, kind: 'like' }])
    expect((await kim.comments.list({ threadId: post.id })).items.map(({ author }) => author)).toEqual([null])
    expect(await kim.tasks.get({ id: task.id })).toMatchObject({ creator: null, responsible: { name: 'Kim Lee' } })
    const letters = [
      ...(await lettersTo(open().folder, 'kim@acme.example')),
      ...(await lettersTo(open().folder, 'newcomer@example.com')),
    ]
    // Of the post, of the task, and the invitation.
    expect(letters).toHaveLength(3)
    for (const letter of letters) {
      expect(letter).not.toMatch(/Liam|Doherty|liam@/i)
      expect(letter).toMatch(/^From: Orlanta </m)
      expect(letter).not.toMatch(/^Reply-To:/im)
    }
    expect(letters.at(-1)).toContain('Orlanta invites you')
    const token = /\/join\/([\w-]{43})/.exec(letters.at(-1) ?? '')?.[1] ?? ''
    expect((await visitor(open()).invitations.look({ token })).invitedBy.name).toBe('Orlanta')
    await isolate('staff')
    expect((await kim.feed.get({ id: post.id })).author?.name).toBe('Liam Doherty')
  })

  it('read only: no conversation at all, and the refusal names the rule', async () => {
    const [kim, liam] = [await open().as('kim'), await open().as('liam')]
    const theirs = { groupId: acme(), responsibleId: open().person('kim') }
    const before = await liam.tasks.create({ ...theirs, title: 'From before' })
    await isolate('readonly')
    const post = await liam.feed.add({ groupId: acme(), text: 'Read this' })
    expect((await kim.feed.get({ id: post.id })).text).toBe('Read this')
    expect(await codeOf(kim.feed.add({ groupId: acme(), text: 'May I?' }))).toBe('READ_ONLY_HERE')
    expect(await codeOf(kim.feed.addComment({ id: post.id, text: 'May I?' }))).toBe('READ_ONLY_HERE')
    expect(await codeOf(kim.feed.react({ id: post.id }))).toBe('READ_ONLY_HERE')
    expect(
      await codeOf(kim.tasks.create({ groupId: acme(), title: 'May I?', responsibleId: open().person('kim') })),
    ).toBe('READ_ONLY_HERE')

    // What waited for them already is theirs to see; nothing new is set for whoever could not do it (TASK-1), and no letter says so (TASK-2).
    expect(await kim.tasks.get({ id: before.id })).toMatchObject({
      responsible: { name: 'Kim Lee' },
      may: { change: false },
    })
    expect(await codeOf(kim.tasks.complete({ id: before.id }))).toBe('TAKING_PART_ONLY')
    await open().settled()
    const letters = await lettersTo(open().folder, 'kim@acme.example')
    await expect(liam.tasks.create({ ...theirs, title: 'From now on' })).rejects.toThrow(/only read in this group/)
    const ours = await liam.tasks.create({ ...theirs, responsibleId: open().person('ruth'), title: 'Ours' })
    await expect(liam.tasks.change({ id: ours.id, responsibleId: theirs.responsibleId })).rejects.toThrow(/only read/)
    await open().settled()
    expect(await lettersTo(open().folder, 'kim@acme.example')).toEqual(letters)
    expect(
      (await liam.tasks.change({ id: before.id, responsibleId: open().person('ruth') })).responsible?.name,
    ).toContain('Ruth')
  })

  it('read only: the preview says how many open tasks wait for people from outside, who see them and cannot complete them', async () => {
    const liam = await open().as('liam')
    const { items } = await liam.tasks.list({ group: acme(), state: 'open', limit: 200 })
    const waiting = items.filter(({ responsible }) => responsible?.kind === 'external').length
    expect(waiting).toBeGreaterThan(0)
    const preview = await liam.groups.previewIsolation({ id: acme(), isolation: 'readonly' })
    expect(preview.waiting).toBe(waiting)
    expect((await liam.groups.previewIsolation({ id: acme(), isolation: 'staff' })).waiting).toBe(0)
    await liam.groups.changeTool({ id: acme(), tool: 'tasks', on: false, viewers: 'members', adders: 'members' })
    expect((await liam.groups.previewIsolation({ id: acme(), isolation: 'readonly' })).waiting).toBe(0)
  })

  it('switching it off lets them meet; what was said to few stays with them', async () => {
    await isolate('staff')
    const [kim, liam] = [await open().as('kim'), await open().as('liam')]
    const apart = await kim.feed.add({ groupId: acme(), text: 'Between us' })
    expect(await preview('open')).toMatchObject({ people: 4, companies: 2, metBefore: 0, meet: 4, posts: 0 })
    await isolate('open')
    const omar = await open().as('omar')
    expect(await members('omar')).toContain('Kim Lee')
    expect(await codeOf(omar.feed.get({ id: apart.id }))).toBe('NOT_FOUND')
    await kim.feed.addComment({ id: apart.id, text: 'Still between us' })
    expect((await liam.feed.get({ id: apart.id })).comments).toBe(1)
    const again = await kim.feed.add({ groupId: acme(), text: 'To all' })
    expect((await omar.feed.get({ id: again.id })).text).toBe('To all')
  })

  it('is decided by owner and moderators who work here, and does nothing when it is so already', async () => {
    expect(await codeOf(isolate('staff', 'boris'))).toBe('OWNER_AND_MODERATORS_ONLY')
    expect(await codeOf(isolate('staff', 'kim'))).toBe('NOT_FOUND')
    expect(await codeOf(isolate('staff', 'gita'))).toBe('NOT_FOUND')
    await isolate('staff', 'ruth')
    expect((await isolate('staff')).isolation).toBe('staff')
  })

  it('a newcomer and somebody who comes back get the lane that is theirs', async () => {
    await isolate('staff')
    const [liam, kim] = [await open().as('liam'), await open().as('kim')]
    const mine = await kim.feed.add({ groupId: acme(), text: 'Mine' })
    await liam.groups.removeMember({ id: acme(), personId: open().person('kim') })
    expect(await codeOf(kim.feed.get({ id: mine.id }))).toBe('NOT_FOUND')
    await open().keep(async (tx) => {
      await enter(tx, await groupRow(tx, acme()), { id: open().person('kim'), kind: 'external' }, 'member')
      await enter(tx, await groupRow(tx, acme()), { id: open().person('noel'), kind: 'external' }, 'moderator')
    })
    expect((await kim.feed.get({ id: mine.id })).text).toBe('Mine')
    expect(await members('noel')).not.toContain('Kim Lee')
    const noel = await open().as('noel')
    const post = await noel.feed.add({ groupId: acme(), text: 'A moderator from outside' })
    expect(await codeOf(kim.feed.get({ id: post.id }))).toBe('NOT_FOUND')
  })
})
