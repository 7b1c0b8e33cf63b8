import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { events } from '#events/tables.ts'
import { groups } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { ruleCodeOf } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { listenAs, type Ear } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { followings, notices } from './tables.ts'

const missing = '0190a000-0000-7000-8000-000000000000'

describe('NTF-1: what somebody is told, and who learns of it', () => {
  let portal: TestPortal
  let acme: string
  let postId: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
    // What the sample has told is not looked at.
    await portal.keep((tx) => tx.delete(notices))
    postId = (await (await portal.as('liam')).feed.add({ groupId: acme, text: 'Chairs are chosen\nSixty of them' })).id
    await portal.settled()
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(() => portal.close())

  const comment = async (who: PersonKey, threadId: string, text: string, audience?: 'team') => {
    const { id } = await (await portal.as(who)).comments.add({ threadId, text, ...(audience ? { audience } : {}) })
    await portal.settled()
    return id
  }
  /** What stands in the list of somebody about a thing. */
  const told = async (who: PersonKey, aboutId?: string) =>
    (await (await portal.as(who)).notices.list({})).items.filter(({ about }) => !aboutId || about.id === aboutId)
  const unread = async (who: PersonKey) => (await (await portal.as(who)).notices.count()).unread
  const rowsOf = (who: PersonKey) => portal.under(who, (tx) => tx.select().from(notices))

  it('of a comment are told who wrote the post and who spoke before, and never who said it; it is one notice with all their names', async () => {
    await comment('kim', postId, 'In which colour?')
    expect(await told('kim', postId)).toEqual([])
    const [first] = await told('liam', postId)
    expect(first).toMatchObject({
      happened: 'commented',
      about: { kind: 'post', title: 'Chairs are chosen', path: `/posts/${postId}` },
      group: { id: acme, external: true },
      person: { id: portal.person('kim'), kind: 'external' },
      others: 0,
      said: 'In which colour?',
      team: false,
      unread: true,
    })
    await comment('ruth', postId, 'Green')
    expect(await told('liam', postId)).toMatchObject([
      { person: { id: portal.person('ruth') }, others: 1, said: 'Green' },
    ])
    expect(await told('kim', postId)).toMatchObject([{ person: { id: portal.person('ruth') }, others: 0 }])
    expect(await told('omar', postId)).toEqual([])
    expect([await unread('liam'), await unread('kim'), await unread('omar')]).toEqual([1, 1, 0])
  })

  it('a notice is seen by whom it tells and by nobody else, not by id either, and marked by them alone', async () => {
    const [mine] = await rowsOf('liam')
    expect(mine?.personId).toBe(portal.person('liam'))
    for (const who of ['ruth', 'kim', 'anna'] as const) {
      expect((await rowsOf(who)).filter(({ personId }) => personId !== portal.person(who))).toEqual([])
      expect(await (await portal.as(who)).notices.read({ ids: [mine?.id ?? '', missing] })).toEqual({ read: 0 })
    }
    expect(await unread('liam')).toBe(1)
    const refused = await portal
      .under('kim', (tx) =>
        tx.insert(notices).values({ ...mine, id: missing, personId: portal.person('kim') } as never),
      )
      .then(
        () => 'done',
        (error: { cause?: { code?: string } }) => error.cause?.code,
      )
    expect(refused).toBe('42501')
  })

  it('the bell changes at once in every browser of theirs, and nobody else hears that they were told', async () => {
    const ears: Ear[] = []
    for (const who of ['liam', 'liam', 'omar'] as const)
      ears.push(await listenAs(portal, (await signIn(portal, who)).cookie))
    const [here, elsewhere, other] = ears as [Ear, Ear, Ear]
    await comment('kim', postId, 'Green it is')
    for (const one of [here, elsewhere]) await one.hears(({ kind }) => kind === 'notices.changed')
    await other.hears(({ kind }) => kind === 'comments.added')
    await other.caughtUp()
    expect(other.frames.filter(({ kind }) => kind.startsWith('notices'))).toEqual([])
    const heard = here.frames.length
    expect((await (await portal.as('liam')).notices.read({})).read).toBeGreaterThan(0)
    await here.hears((frame) => here.frames.indexOf(frame) >= heard && frame.kind === 'notices.changed')
    expect(await unread('liam')).toBe(0)
    expect(here.frames.find(({ kind }) => kind === 'notices.changed')).toEqual({ kind: 'notices.changed' })
    for (const ear of ears) ear.close()
  })

  it('what is relayed twice is told once', async () => {
    const before = (await rowsOf('liam')).length
    await portal.keep((tx) => tx.update(events).set({ relayedAt: null }).where(eq(events.aboutId, postId)))
    await portal.settled()
    expect((await rowsOf('liam')).length).toBe(before)
  })

  it('a comment for the team is told to the team alone, and says so', async () => {
    const before = await told('kim', postId)
    await comment('boris', postId, 'They pay too much for green', 'team')
    expect(await told('kim', postId)).toEqual(before)
    expect(await told('liam', postId)).toMatchObject([{ team: true, said: 'They pay too much for green' }])
  })

  it('a new post is told to people from outside unless they muted the group, and to employees who ask for it', async () => {
    await (await portal.as('omar')).notices.followGroup({ id: acme, state: 'muted' })
    await (await portal.as('nora')).notices.followGroup({ id: acme, state: 'followed' })
    const { id } = await (await portal.as('liam')).feed.add({ groupId: acme, text: 'Lamps' })
    const team = await (await portal.as('liam')).feed.add({ groupId: acme, text: 'Ours', audience: 'team' })
    await portal.settled()
    expect(await told('kim', id)).toMatchObject([{ happened: 'posted', about: { title: 'Lamps' } }])
    expect(await told('nora', id)).toHaveLength(1)
    expect(await told('nora', team.id)).toHaveLength(1)
    for (const who of ['omar', 'hana', 'liam'] as const) expect(await told(who, id)).toEqual([])
    expect(await told('kim', team.id)).toEqual([])
    // A muted group is silent but for what is meant for oneself.
    const task = await (
      await portal.as('liam')
    ).tasks.create({ groupId: acme, title: 'Count the lamps', responsibleId: portal.person('omar') })
    await portal.settled()
    expect(await told('omar', task.id)).toMatchObject([{ happened: 'taskSet', about: { title: 'Count the lamps' } }])
  })

  it('who follows a post is told of what is said below it, who mutes it is not; of a hidden one nobody learns by trying', async () => {
    const hana = await portal.as('hana')
    expect(await hana.notices.thread({ id: postId })).toEqual({ state: 'usual', told: false, unread: [] })
    expect(await hana.notices.followThread({ id: postId, state: 'followed' })).toMatchObject({ told: true })
    expect(await (await portal.as('ruth')).notices.followThread({ id: postId, state: 'muted' })).toMatchObject({
      told: false,
    })
    await portal.keep((tx) => tx.delete(notices))
    await comment('kim', postId, 'And the legs?')
    expect(await told('hana', postId)).toHaveLength(1)
    expect((await hana.notices.thread({ id: postId })).unread).toHaveLength(1)
    expect(await told('ruth', postId)).toEqual([])
    const lena = await portal.as('lena')
    const answer = (work: Promise<unknown>) => work.then(JSON.stringify, (error: unknown) => JSON.stringify(error))
    const hidden = [
      (id: string) => lena.notices.thread({ id }),
      (id: string) => lena.notices.followThread({ id, state: 'muted' as const }),
    ]
    for (const ask of hidden) expect(await answer(ask(postId))).toBe(await answer(ask(missing)))
    expect(await answer(lena.notices.followGroup({ id: acme, state: 'muted' }))).toBe(
      await answer(lena.notices.followGroup({ id: missing, state: 'muted' })),
    )
  })

  it('GRP-4: where the feed is shut to somebody they are told nothing, and what they were told before is not there', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({ name: 'Half shut', external: true, visibility: 'secret' })
    await letIn(portal, groupId, 'sofia', 'liam')
    const post = await liam.feed.add({ groupId, text: 'While it is open' })
    await portal.settled()
    const seen = async () => (await rowsOf('sofia')).filter(({ aboutId }) => aboutId === post.id).length
    expect([await seen(), (await told('sofia', post.id)).length]).toEqual([1, 1])
    await liam.groups.changeTool({ id: groupId, tool: 'feed', viewers: 'team' })
    expect([await seen(), (await told('sofia', post.id)).length]).toEqual([0, 0])
    const later = await liam.feed.add({ groupId, text: 'While it is shut' })
    await portal.settled()
    expect(await portal.keep((tx) => tx.$count(notices, eq(notices.aboutId, later.id)))).toBe(0)
    await liam.groups.changeTool({ id: groupId, tool: 'feed', viewers: 'members' })
    expect(await seen()).toBe(1)
  })

  it('nobody follows anything in a place that they do not see, whatever they write', async () => {
    const [there] = await portal.keep((tx) => tx.select().from(groups).where(eq(groups.id, acme)))
    const follow = (who: PersonKey) =>
      ruleCodeOf(
        portal.under(who, (tx) =>
          tx.insert(followings).values({
            personId: portal.person(who),
            aboutId: missing,
            aboutKind: 'post',
            spaceId: there?.spaceId ?? '',
            followedAt: new Date(),
          }),
        ),
      )
    expect([await follow('lena'), await follow('hana')]).toEqual(['42501', 'done'])
  })

  it('tasks: who is to do it and who set it are told what others do with it', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.tasks.create({ groupId: acme, title: 'Measure', responsibleId: portal.person('hana') })
    await liam.tasks.change({ id, description: 'Twice' })
    await portal.settled()
    expect((await told('hana', id)).map(({ happened }) => happened)).toEqual(['taskSet'])
    await (await portal.as('hana')).tasks.complete({ id })
    await liam.tasks.reopen({ id })
    await liam.tasks.change({ id, deadline: '2031-05-04T10:00:00Z' })
    // It is told to whoever is to do it when it is told.
    await portal.settled()
    await liam.tasks.change({ id, responsibleId: portal.person('kim') })
    await portal.settled()
    expect((await told('liam', id)).map(({ happened }) => happened)).toEqual(['taskCompleted'])
    expect((await told('hana', id)).map(({ happened }) => happened)).toEqual(['taskChanged', 'taskReopened', 'taskSet'])
    expect((await told('kim', id)).map(({ happened }) => happened)).toEqual(['taskSet'])
  })

  it('a comment that is taken away is told no more, nor counted', async () => {
    await (await portal.as('liam')).notices.read({})
    const id = await comment('kim', postId, 'Never mind')
    expect(await unread('liam')).toBe(1)
    await portal.keep((tx) => tx.execute(sql`delete from comments where id = ${id}`))
    expect(await unread('liam')).toBe(0)
    expect((await told('liam', postId)).map(({ said }) => said)).not.toContain('Never mind')
  })

  it('whoever loses their seat has neither list nor count nor anything more, by the rule itself', async () => {
    await comment('liam', postId, 'Wood')
    expect((await told('kim', postId))[0]).toMatchObject({ said: 'Wood', unread: true })
    await (await portal.as('liam')).groups.removeMember({ id: acme, personId: portal.person('kim') })
    expect(
      await portal.keep((tx) =>
        tx
          .select()
          .from(notices)
          .where(eq(notices.personId, portal.person('kim'))),
      ),
    ).not.toEqual([])
    expect(await rowsOf('kim')).toEqual([])
    await portal.settled()
    const count = () =>
      portal.keep(
        async (tx) =>
          (
            await tx
              .select()
              .from(notices)
              .where(eq(notices.personId, portal.person('kim')))
          ).length,
      )
    const before = await count()
    await comment('liam', postId, 'Or steel')
    expect(await count()).toBe(before)
  })
})

describe('GRP-7: competitors who are kept apart are told nothing of each other', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it.each(['company', 'staff', 'voice', 'readonly'] as const)('%s', async (isolation) => {
    const paula = await portal.as('paula')
    const id = portal.group('carriers')
    const [lena, piotr] = [portal.person('lena'), portal.person('piotr')]
    await paula.groups.isolate({ id, isolation: 'open' })
    const post = await paula.feed.add({ groupId: id, text: `Ramps, ${isolation}` })
    const say = async (who: PersonKey, text: string) => {
      await (await portal.as(who)).comments.add({ threadId: post.id, text })
      await portal.settled()
    }
    for (const who of ['lena', 'piotr', 'lena'] as const) await say(who, `From ${who}`)
    const said = async (who: PersonKey) =>
      JSON.stringify((await (await portal.as(who)).notices.list({})).items.filter(({ about }) => about.id === post.id))
    expect(await said('piotr')).toContain(lena)
    // What they were told while they met goes with the words.
    await paula.groups.isolate({ id, isolation })
    await portal.settled()
    for (const [who, other, name] of [
      ['piotr', lena, 'lena'],
      ['lena', piotr, 'piotr'],
    ] as const) {
      expect(await said(who)).not.toContain(other)
      expect(await said(who)).not.toContain(name)
      const rows = await portal.under(who, (tx) => tx.select().from(notices))
      expect(rows.filter(({ actorId }) => actorId === other)).toEqual([])
    }
    if (isolation !== 'readonly') {
      await say('lena', 'Apart')
      expect(await said('piotr')).not.toContain('Apart')
      expect(await said('paula')).toContain('Apart')
    }
    await say('paula', 'To all')
    expect(await said('lena')).toContain('To all')
    expect((await said('lena')).includes(portal.person('paula'))).toBe(isolation !== 'voice')
  })
})
