import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { asPerson } from '#access/signed-in.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf } from '#tests/refusal.ts'
import { enter } from '../membership.ts'
import { groupRow } from '../queries.ts'

/** The materials library is closed to people from outside; celine owns it. */
describe('opening a group to people from outside', () => {
  let portal: TestPortal | undefined
  const now = (): TestPortal => {
    if (!portal) throw new Error('The portal is not open.')
    return portal
  }
  beforeEach(async () => {
    await portal?.close()
    portal = await openTestPortal()
  })
  afterAll(() => portal?.close())

  const library = () => now().group('library')
  const celine = () => now().as('celine')
  const letIn = (who: PersonKey, groupId = library()) =>
    now().keep(async (tx) => {
      await enter(tx, await groupRow(tx, groupId), { id: now().person(who), kind: 'external' }, 'member')
    })
  const seen = async (who: PersonKey, group = library()) => {
    const client = await now().as(who)
    const { items: posts } = await client.feed.list({ group, limit: 100 })
    const { items: tasks } = await client.tasks.list({ group, limit: 100 })
    return { posts: posts.length, tasks: tasks.length, comments: posts.reduce((sum, post) => sum + post.comments, 0) }
  }

  it('GRP-3: the preview counts exactly what would be seen, and leaves nothing behind', async () => {
    const before = await now().keep((tx) => tx.execute('select count(*) from people'))
    const preview = await (await celine()).groups.previewOpening({ id: library() })
    expect((await (await celine()).groups.get({ id: library() })).external).toBe(false)
    expect((await now().keep((tx) => tx.execute('select count(*) from people'))).rows).toEqual(before.rows)
    expect(preview).toMatchObject({ returning: 0, returningPeople: [], invited: 0, invitedPeople: [] })
    expect(preview.fromNow).toMatchObject({ posts: 0, comments: 0, tasks: 0 })
    expect(preview.fromNow.people).toBe(preview.everything.people)

    // In a group too large to try all of it, it counts the same.
    const apart = await (await celine()).groups.previewOpening({ id: library(), isolation: 'voice' })
    expect(apart.everything).toMatchObject({ people: 0, posts: preview.everything.posts })
    await now().keep((tx) =>
      tx.execute(sql`insert into events (space_id, audience_id, kind, actor_id, about_kind, about_id, data, relayed_at)
        select space_id, audience_id, 'feed.posted', ${now().person('celine')}, 'post', uuidv7(), '{}', now() from groups, generate_series(1, 5001) where id = ${library()}`),
    )
    expect(await (await celine()).groups.previewOpening({ id: library() })).toEqual(preview)
    expect(await (await celine()).groups.previewOpening({ id: library(), isolation: 'voice' })).toEqual(apart)

    await (await celine()).groups.open({ id: library(), from: 'everything' })
    await letIn('noel')
    const { posts, tasks } = await seen('noel')
    const { comments } = await asPerson(now().platform.database, now().person('noel'), async (tx) => {
      const { rows } = await tx.execute<{ comments: number }>('select count(*)::int as comments from comments')
      return rows[0] ?? { comments: 0 }
    })
    const { items: people } = await (await now().as('noel')).people.list({ limit: 100 })
    const colleagues = people.filter(({ kind }) => kind === 'employee').length
    expect({ posts, tasks, comments, people: people.length - 1, colleagues }).toEqual(preview.everything)
    expect(posts).toBeGreaterThan(0)
  })

  it('GRP-3: opened from now on, the past stays with those who work here', async () => {
    const before = await seen('celine')
    await (await celine()).groups.open({ id: library(), from: 'now' })
    await letIn('noel')
    expect(await seen('noel')).toEqual({ posts: 0, tasks: 0, comments: 0 })
    expect(await seen('celine')).toEqual(before)
    const post = await (await celine()).feed.add({ groupId: library(), text: 'Welcome' })
    expect((await (await now().as('noel')).feed.get({ id: post.id })).text).toBe('Welcome')
    const old = (await (await celine()).feed.list({ group: library(), limit: 100 })).items.at(-1)
    expect(await codeOf((await now().as('noel')).feed.get({ id: old?.id ?? '' }))).toBe('NOT_FOUND')
    await (await celine()).feed.addComment({ id: old?.id ?? '', text: 'Still among us' })
    expect(await codeOf((await now().as('noel')).comments.list({ threadId: old?.id ?? '' }))).toBe('NOT_FOUND')
  })

  it('GRP-3: the first invitation says what becomes visible, and without a choice what is there stays with the team', async () => {
    const paula = await now().as('paula')
    const { id } = await paula.groups.create({ name: 'For a new client', external: true })
    const first = async (key: PersonKey) => (await (await now().as(key)).groups.previewFirst({ id })).first
    const asks = async (key: PersonKey) => (await (await now().as(key)).invitations.terms({ id })).first
    expect([await first('paula'), await asks('paula')]).toEqual([null, false])
    const old = await paula.feed.add({ groupId: id, text: 'Among us' })
    await paula.feed.addComment({ id: old.id, text: 'Indeed' })
    const task = await paula.tasks.create({ groupId: id, title: 'Before', responsibleId: now().person('paula') })
    await paula.feed.add({ groupId: id, text: 'The team alone', audience: 'team' })
    await paula.groups.addMember({ id, personId: now().person('boris') })
    const people = { people: 2, colleagues: 2 }
    const [everything, fromNow] = [
      { ...people, posts: 1, comments: 1, tasks: 1 },
      { ...people, posts: 0, comments: 0, tasks: 0 },
    ]
    expect(await first('paula')).toEqual({ expected: false, everything, fromNow })
    expect([await asks('paula'), await asks('boris'), await first('boris')]).toEqual([true, false, null])
    expect(await codeOf((await now().as('kim')).groups.previewFirst({ id }))).toBe('NOT_FOUND')
    expect((await paula.feed.list({ group: id, limit: 100 })).items).toHaveLength(2)

    await paula.invitations.invite({ id, emails: ['first@nowhere.example'] })
    expect(await first('paula')).toBe(null)
    await letIn('noel', id)
    expect(await seen('noel', id)).toEqual({ posts: 0, tasks: 0, comments: 0 })
    expect(await codeOf((await now().as('noel')).tasks.get({ id: task.id }))).toBe('NOT_FOUND')
    expect((await (await now().as('boris')).feed.get({ id: old.id })).text).toBe('Among us')
    await paula.feed.add({ groupId: id, text: 'Welcome' })
    expect((await seen('noel', id)).posts).toBe(1)
    // Somebody is there: nothing is turned any more, whatever is asked for.
    await paula.invitations.invite({ id, emails: ['second@nowhere.example'], from: 'now' })
    expect((await seen('noel', id)).posts).toBe(1)
  })

  it('GRP-3: by letter, list, adding and link nothing of the past comes to the first unless somebody chose that', async () => {
    const paula = await now().as('paula')
    const { invitations } = paula
    const ways: ((id: string, choice: { from?: 'everything' }, email: string) => Promise<unknown>)[] = [
      (id, choice, email) => invitations.invite({ id, emails: [email], ...choice }),
      (id, choice, email) => invitations.inviteList({ id, people: [{ email }], ...choice }),
      (id, choice, email) => invitations.add({ id, email, name: 'Ada', ...choice }),
      (id, choice) => invitations.makeLink({ id, ...choice }),
    ]
    for (const [n, send] of ways.entries()) {
      const left: number[] = []
      for (const choice of [{ from: 'everything' as const }, {}]) {
        const { id } = await paula.groups.create({ name: `By way ${n}`, external: true })
        await paula.feed.add({ groupId: id, text: 'Before' })
        await send(id, choice, `${choice.from ?? 'left-out'}.${n}@nowhere.example`)
        // What is written while they are on their way is for them: a second letter turns no page by itself.
        await paula.feed.add({ groupId: id, text: 'Meanwhile' })
        await invitations.invite({ id, emails: ['b@nowhere.example'] })
        await letIn('noel', id)
        left.push((await seen('noel', id)).posts)
      }
      expect(left, `way ${n}`).toEqual([2, 1])
    }
  })

  it('GRP-3: what was chosen at the opening holds while nothing is written, and the lobby brings nobody past the choice', async () => {
    await (await celine()).groups.open({ id: library(), from: 'everything' })
    const before = await seen('celine')
    await (await celine()).invitations.invite({ id: library(), emails: ['early@nowhere.example'] })
    await letIn('noel')
    expect((await seen('noel')).posts).toBe(before.posts)

    const paula = await now().as('paula')
    const { id } = await paula.groups.create({ name: 'Through the lobby', external: true })
    await paula.groups.addMember({ id, personId: now().person('boris') })
    await paula.feed.add({ groupId: id, text: 'Before' })
    await (await now().as('boris')).invitations.invite({ id, emails: ['noel@byrne.example'] })
    expect((await paula.groups.previewFirst({ id })).first).toMatchObject({ expected: false, everything: { posts: 1 } })
    const { items } = await paula.invitations.list({ id })
    await paula.invitations.resend({ id: items[0]?.id ?? '' })
    expect((await paula.groups.previewFirst({ id })).first).toBe(null)
  })

  it('GRP-3: closing ends access at once, and opening again brings the same people back', async () => {
    const liam = await now().as('liam')
    const acme = now().group('acme')
    const kim = await now().as('kim')
    const before = await seen('kim', acme)
    await liam.groups.close({ id: acme })
    expect(await codeOf(kim.groups.get({ id: acme }))).toBe('NOT_FOUND')
    // In no group any more, she is in the lobby: nobody to meet there.
    expect(await codeOf(kim.people.list({ limit: 100 }))).toBe('NOT_FOUND')
    const preview = await liam.groups.previewOpening({ id: acme })
    expect(preview).toMatchObject({ returning: 4, invited: 1, invitedPeople: [{ company: 'Acme' }] })
    expect(preview.returningPeople).toContainEqual({ name: 'Kim Lee', company: 'Acme' })
    await liam.groups.open({ id: acme, from: 'everything' })
    expect(await seen('kim', acme)).toEqual(before)
  })

  it('GRP-2: only its owner opens and closes it, and to others who see it the rule is said', async () => {
    const [ewa, gita, kim] = [await now().as('ewa'), await now().as('gita'), await now().as('kim')]
    expect(await codeOf(ewa.groups.open({ id: library(), from: 'now' }))).toBe('OWNER_ONLY')
    expect(await codeOf(gita.groups.previewOpening({ id: library() }))).toBe('OWNER_ONLY')
    expect(await codeOf(gita.groups.open({ id: now().group('heron'), from: 'now' }))).toBe('NOT_FOUND')
    expect(await codeOf(kim.groups.close({ id: now().group('acme') }))).toBe('NOT_FOUND')
    expect(await codeOf((await now().as('liam')).groups.open({ id: now().group('acme'), from: 'now' }))).toBe(
      'OPEN_ALREADY',
    )
    expect(await codeOf((await now().as('ruth')).groups.close({ id: now().group('acme') }))).toBe('OWNER_ONLY')
  })

  it('GRP-2: nobody opens a group past the procedures, its owner neither', async () => {
    const force = (statement: string) =>
      now()
        .under('celine', (tx) => tx.execute(statement))
        .then(
          () => 'done',
          (error: unknown) => (error as { cause: { code: string } }).cause.code,
        )
    expect(await force(`update spaces set external_since = now()`)).toBe('42501')
    expect(await force(`update groups set external_since = now()`)).toBe('42501')
    expect(await force(`update groups set isolation = 'open'`)).toBe('42501')
  })

  it('GRP-3 with GRP-7: a group can be opened with its externals kept apart from the beginning', async () => {
    const group = await (await celine()).groups.open({ id: library(), from: 'everything', isolation: 'staff' })
    expect(group).toMatchObject({ external: true, isolation: 'staff' })
    await letIn('noel')
    await letIn('kim')
    const { items } = await (await now().as('noel')).groups.members({ id: library(), limit: 100 })
    expect(items.map(({ person }) => person.name)).not.toContain('Kim Lee')
  })

  it('GRP-9: from the day of joining, whoever comes later begins with nothing, and those before keep what they read', async () => {
    const acme = now().group('acme')
    const liam = await now().as('liam')
    const before = await seen('kim', acme)
    await liam.groups.change({ id: acme, history: 'joining' })
    await letIn('noel', acme)
    expect(await seen('noel', acme)).toEqual({ posts: 0, tasks: 0, comments: 0 })
    expect(await seen('kim', acme)).toEqual(before)
    const kim = await now().as('kim')
    const old = (await kim.feed.list({ group: acme, limit: 1 })).items[0]
    await kim.feed.addComment({ id: old?.id ?? '', text: 'Kim goes on with what was said' })
    const post = await kim.feed.add({ groupId: acme, text: 'A new subject' })
    expect((await (await now().as('noel')).feed.get({ id: post.id })).text).toBe('A new subject')
    expect(await seen('noel', acme)).toMatchObject({ posts: 1 })
    const { items } = await (await now().as('noel')).groups.members({ id: acme, limit: 100 })
    expect(items.map(({ person }) => person.name)).toEqual(expect.arrayContaining(['Kim Lee', 'Liam Doherty']))
    await liam.groups.removeMember({ id: acme, personId: now().person('kim') })
    expect(await codeOf(kim.feed.get({ id: old?.id ?? '' }))).toBe('NOT_FOUND')
  })

  it('GRP-9 with GRP-7: a company that spoke before somebody of it joined goes on in a new lane', async () => {
    const carriers = now().group('carriers')
    await (await now().as('paula')).groups.change({ id: carriers, history: 'joining' })
    const before = await seen('lena', carriers)
    await now().keep((tx) =>
      tx.execute(
        `update people set company_id = (select company_id from people where name = 'Lena Hoffmann') where name = 'Noel Byrne'`,
      ),
    )
    await letIn('noel', carriers)
    expect(await seen('noel', carriers)).toEqual({ posts: 0, tasks: 0, comments: 0 })
    expect(await seen('lena', carriers)).toEqual(before)
    const post = await (await now().as('lena')).feed.add({ groupId: carriers, text: 'To all of Beta' })
    expect((await (await now().as('noel')).feed.get({ id: post.id })).text).toBe('To all of Beta')
    expect(await codeOf((await now().as('piotr')).feed.get({ id: post.id }))).toBe('NOT_FOUND')
  })
})
