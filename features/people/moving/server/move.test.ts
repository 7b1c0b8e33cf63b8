import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokens } from '#access/sign-in-tables.ts'
import { circleMembers, people, seats } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { events } from '#events/tables.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { findCeilingFaults } from '#tests/rules/ceiling.ts'
import { findReaderFaults } from '#tests/rules/readers.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { departments, employments, moved, moves } from '../../server/tables.ts'

let portal: TestPortal
let anna: Client
beforeAll(async () => {
  portal = await openTestPortal()
  anna = await portal.freshly('anna')
})
afterAll(() => portal.close())

const id = (key: PersonKey) => portal.person(key)
const kindOf = async (key: PersonKey) =>
  (
    await portal.keep((tx) =>
      tx
        .select()
        .from(people)
        .where(eq(people.id, id(key))),
    )
  )[0]
// In words of the database: people may not know the tables of later rooms.
const rolesOf = (key: PersonKey) =>
  portal.keep(async (tx) => {
    const { rows } = await tx.execute<{ name: string; role: string; since: string }>(
      sql`select g.name, m.role, m.since::text from members m join groups g on g.id = m.group_id where m.person_id = ${id(key)} order by g.name`,
    )
    return rows
  })
const openTasksOf = (key: PersonKey) =>
  portal.keep(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from tasks where responsible_id = ${id(key)} and completed_at is null order by 1`,
    )
    return rows.map((row) => row.id)
  })
/** All that access knows of somebody, without the ids of the rows themselves. */
const held = (key: PersonKey) =>
  portal.keep(async (tx) => ({
    seats: (
      await tx
        .select({ space: seats.spaceId, audience: seats.audienceId, level: seats.level, because: seats.because })
        .from(seats)
        .where(eq(seats.personId, id(key)))
    )
      .map((seat) => JSON.stringify(seat))
      .toSorted(),
    circles: (
      await tx
        .select({ id: circleMembers.circleId })
        .from(circleMembers)
        .where(eq(circleMembers.personId, id(key)))
    )
      .map((row) => row.id)
      .toSorted(),
    appearances: (
      await tx.execute<{ audience: string }>(
        sql`select audience_id as audience from appearances where person_id = ${id(key)} order by 1`,
      )
    ).rows,
    employment: await tx
      .select()
      .from(employments)
      .where(eq(employments.personId, id(key))),
    heads: await tx
      .select({ id: departments.id })
      .from(departments)
      .where(eq(departments.headId, id(key))),
    reports: (
      await tx
        .select({ id: employments.personId })
        .from(employments)
        .where(eq(employments.managerId, id(key)))
    )
      .map((row) => row.id)
      .toSorted(),
    tasks: await openTasksOf(key),
    roles: await rolesOf(key),
  }))
const liftedExternals = () => portal.keep(findCeilingFaults)

describe('PPL-8: an external becomes an employee', () => {
  it('after a preview that opens what it says, and changes nothing', async () => {
    const before = await held('kim')
    const preview = await anna.people.previewMove({ id: id('kim'), kind: 'employee' })
    expect(preview).toMatchObject({
      before: { people: 11, groups: 1, teams: 0, foundGroups: 0 },
      after: { groups: 1, teams: 1, foundGroups: 4 },
      needsHeir: { tasks: 0, groups: 0 },
      leaves: { company: 'Acme', administrator: false },
    })
    expect(preview.after.people).toBeGreaterThan(30)
    expect(await held('kim')).toEqual(before)
    expect(await kindOf('kim')).toMatchObject({ kind: 'external' })
  })

  it('in one act: with the company cleared, the directory and the talk of their teams open, and the sections of an employee', async () => {
    const preview = await anna.people.previewMove({ id: id('kim'), kind: 'employee' })
    await anna.people.move({ id: id('kim'), kind: 'employee', reason: 'Hired as a project manager' })
    expect(await kindOf('kim')).toMatchObject({ kind: 'employee', companyId: null })
    const kim = await portal.as('kim')
    expect((await kim.people.list({ limit: 200 })).items).toHaveLength(31)
    expect((await kim.groups.list({ limit: 200 })).items).toHaveLength(preview.after.groups + preview.after.foundGroups)
    await kim.feed.add({ groupId: portal.group('acme'), text: 'Glad to be here', audience: 'team' })
    const { items } = await anna.people.moves({ id: id('kim') })
    expect(items).toMatchObject([
      {
        from: 'external',
        to: 'employee',
        reason: 'Hired as a project manager',
        by: { id: id('anna') },
        undoableUntil: null,
      },
    ])
    expect(await liftedExternals()).toEqual([])
    expect(await portal.keep(() => findReaderFaults(portal))).toEqual([])
  })

  it('and nobody but an administrator does it, who has just shown that it is them; nobody else learns of it', async () => {
    const stale = await portal.as('anna')
    await expect(stale.people.move({ id: id('omar'), kind: 'employee' })).rejects.toMatchObject({ status: 403 })
    await expect(stale.people.undoMove({ id: id('omar') })).rejects.toMatchObject({ status: 403 })
    for (const key of ['helena', 'omar'] as const) {
      const client = await portal.as(key)
      for (const call of [
        client.people.previewMove({ id: id('omar'), kind: 'employee' }),
        client.people.move({ id: id('omar'), kind: 'employee' }),
        client.people.undoMove({ id: id('omar') }),
        client.people.moves({ id: id('omar') }),
        client.people.previewDismissal({ id: id('omar') }),
      ])
        await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await portal.under(key, (tx) => tx.select().from(moves))).toEqual([])
    }
    await expect(portal.under('anna', (tx) => tx.select().from(moved))).rejects.toThrow('Failed query')
  })
})

describe('PPL-8: an employee becomes external', () => {
  it('after a preview that says what closes, what stays and what needs an heir', async () => {
    const preview = await anna.people.previewMove({ id: id('celine'), kind: 'external' })
    expect(preview).toMatchObject({
      before: { groups: 3, teams: 1 },
      after: { groups: 1, teams: 0, foundGroups: 0 },
      needsHeir: { groups: 1 },
      leaves: { department: 'Design studio', leads: ['Design studio'], administrator: false },
    })
    expect(preview.after.people).toBeLessThan(preview.before.people)
    expect(await kindOf('celine')).toMatchObject({ kind: 'employee' })
  })

  it('not without an heir where one is needed, who works here and is somebody else', async () => {
    const move = (heirId?: string) =>
      anna.people.move({ id: id('celine'), kind: 'external', ...(heirId ? { heirId } : {}) })
    await expect(move()).rejects.toMatchObject({ code: 'HEIR_NEEDED', status: 403 })
    for (const heir of ['celine', 'omar', 'ben'] as const) {
      if (heir === 'ben') await anna.people.dismiss({ id: id('ben') })
      await expect(move(id(heir))).rejects.toMatchObject({ code: 'INVALID', data: { issues: [{ path: ['heirId'] }] } })
    }
    expect(await kindOf('celine')).toMatchObject({ kind: 'employee' })
  })

  it('at once: they sit nowhere as a whole, their browser forgets, and only the outer side of external groups is left; undone, all is as it was', async () => {
    const groupId = portal.group('acme')
    const liam = await portal.as('liam')
    const [open, team] = [
      await liam.tasks.create({ title: 'Outside', groupId, responsibleId: id('celine') }),
      await liam.tasks.create({ title: 'Inside', groupId, responsibleId: id('celine'), audience: 'team' }),
    ]
    const gita = await portal.as('gita')
    const [apart, near] = [
      await gita.tasks.create({ title: 'Between colleagues', responsibleId: id('celine') }),
      await (await portal.as('kim')).tasks.create({ title: 'Between two who meet', responsibleId: id('celine') }),
    ]
    await portal.keep((tx) => tx.insert(tokens).values({ personId: id('celine'), name: 'a program', hash: 'c' }))
    await portal.settled()
    const before = await held('celine')
    const heirBefore = await held('ewa')
    const ear = await listenAs(portal, (await signIn(portal, 'celine')).cookie)

    await anna.people.move({ id: id('celine'), kind: 'external', heirId: id('ewa'), reason: 'Works for a partner now' })
    await ear.hears(({ kind }) => kind === 'access.changed')
    expect(ear.closed()).toBeNull()
    ear.close()
    expect(await liftedExternals()).toEqual([])
    expect((await rolesOf('celine')).map(({ name, role }) => [name, role])).toEqual([
      ['Acme headquarters, Dublin', 'member'],
    ])
    const celine = await portal.as('celine')
    const seen = await celine.tasks.list({ limit: 200, state: 'all' })
    const ids = seen.items.map((task) => task.id)
    expect(ids).toEqual(expect.arrayContaining([open.id, near.id]))
    expect(ids).not.toContain(team.id)
    expect(ids).not.toContain(apart.id)
    expect((await celine.feed.list({ limit: 200 })).items.every((post) => post.audience !== 'team')).toBe(true)
    expect((await celine.groups.list({ limit: 200 })).items.map((group) => group.id)).toEqual([groupId])
    await expect(celine.people.departments.list()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // The heir has what is not reachable any more: between two, and in a group where they are themselves.
    expect((await gita.tasks.get({ id: apart.id })).responsible?.id).toBe(id('ewa'))
    expect((await liam.tasks.get({ id: team.id })).responsible?.id).toBe(id('ewa'))
    expect((await liam.tasks.get({ id: open.id })).responsible?.id).toBe(id('celine'))
    expect((await rolesOf('ewa')).find(({ name }) => name === 'Materials library')?.role).toBe('owner')
    expect(
      await portal.keep((tx) =>
        tx
          .select()
          .from(departments)
          .where(eq(departments.headId, id('celine'))),
      ),
    ).toEqual([])
    // PPL-1: what acts for them is as external as they are.
    const program = await portal.sessions.whoIs(new Headers({ cookie: (await signIn(portal, 'celine')).cookie }))
    expect(program).toMatchObject({ kind: 'external', administrator: false })
    expect(await portal.keep(() => findReaderFaults(portal))).toEqual([])

    // What was done meanwhile stays: a task that somebody else has by now is not taken from them.
    await liam.tasks.change({ id: team.id, responsibleId: id('nora') })
    const outside = await held('celine')
    const preview = await anna.people.previewUndoMove({ id: id('celine') })
    expect(preview).toMatchObject({
      kind: 'employee',
      before: { groups: 1, teams: 0, foundGroups: 0 },
      after: { groups: 3, teams: 1 },
      returns: { department: 'Design studio', leads: ['Design studio'], administrator: false, groups: 1, tasks: 2 },
      first: null,
    })
    expect(await held('celine')).toEqual(outside)
    await expect((await portal.as('ewa')).people.previewUndoMove({ id: id('celine') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const [latest] = (await anna.people.moves({ id: id('celine') })).items
    expect(latest?.undoableUntil?.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000)
    await anna.people.undoMove({ id: id('celine') })
    const after = await held('celine')
    expect({ ...after, tasks: [...after.tasks, team.id].toSorted() }).toEqual(before)
    const heirAfter = await held('ewa')
    expect(heirAfter).toEqual(heirBefore)
    expect((await anna.people.moves({ id: id('celine') })).items[0]).toMatchObject({ undoableUntil: null })
    for (const act of ['undoMove', 'previewUndoMove'] as const)
      await expect(anna.people[act]({ id: id('celine') })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
    const told = await portal.keep((tx) =>
      tx
        .select()
        .from(events)
        .where(eq(events.aboutId, id('celine'))),
    )
    expect(told.filter(({ kind }) => kind === 'people.moved')).toHaveLength(2)
  })

  it('with an owner of an external group: the group comes to the heir, and the former owner stays in it from outside', async () => {
    await anna.people.move({ id: id('liam'), kind: 'external', heirId: id('gita') })
    expect((await rolesOf('liam')).map(({ name, role }) => [name, role])).toEqual([
      ['Acme headquarters, Dublin', 'member'],
    ])
    expect((await rolesOf('gita')).find(({ name }) => name.startsWith('Acme'))?.role).toBe('owner')
    expect(await liftedExternals()).toEqual([])
    await anna.people.undoMove({ id: id('liam') })
    expect((await rolesOf('liam')).find(({ name }) => name.startsWith('Acme'))?.role).toBe('owner')
    // Who was not in the group before has left it again.
    expect((await rolesOf('gita')).some(({ name }) => name.startsWith('Acme'))).toBe(false)
  })

  it('of a moderator, who goes on from outside with what a moderator from outside has; with a company', async () => {
    const { items } = await anna.people.companies.list({ search: 'beta' })
    await anna.people.move({ id: id('boris'), kind: 'external', heirId: id('marek'), companyId: items[0]?.id })
    expect(await kindOf('boris')).toMatchObject({ kind: 'external', companyId: items[0]?.id })
    expect((await rolesOf('boris')).map(({ role }) => role)).toEqual(['member', 'moderator'])
    const boris = await portal.as('boris')
    // PPL-2: neither the role nor anything later lifts them.
    await expect(boris.groups.addMember({ id: portal.group('carriers'), personId: id('lena') })).rejects.toMatchObject({
      code: 'COLLEAGUES_ADD_COLLEAGUES',
    })
    expect(await liftedExternals()).toEqual([])
  })

  it('GRP-3: where they become the first from outside what is written stays with the team, unless the administrator says “everything”', async () => {
    const marek = await portal.as('marek')
    const made = async (name: string) => {
      const group = await marek.groups.create({ name, kind: 'workgroup', visibility: 'secret', external: true })
      await marek.groups.addMember({ id: group.id, personId: id('nora') })
      const post = await marek.feed.add({ groupId: group.id, text: 'Before anybody came', audience: 'everyone' })
      return { group, post }
    }
    const quiet = await made('Quiet yard')
    const preview = await anna.people.previewMove({ id: id('nora'), kind: 'external' })
    expect(preview.first).toEqual({
      groups: 1,
      // Anna is not in it: of its name nothing is said.
      named: { readable: 0, first: [] },
      past: { posts: 1, comments: 0, tasks: 0 },
    })
    await anna.people.move({ id: id('nora'), kind: 'external', heirId: id('marek') })
    const reads = async (postId: string) =>
      (await portal.as('nora')).feed.get({ id: postId }).then(
        () => 'read',
        (error: { code: string }) => error.code,
      )
    expect(await reads(quiet.post.id)).toBe('NOT_FOUND')
    expect((await marek.feed.get({ id: quiet.post.id })).text).toBe('Before anybody came')
    await anna.people.undoMove({ id: id('nora') })
    expect(await reads(quiet.post.id)).toBe('read')
    const open = await made('Open yard')
    await anna.people.move({ id: id('nora'), kind: 'external', heirId: id('marek'), from: 'everything' })
    expect(await reads(open.post.id)).toBe('read')
    expect(await reads(quiet.post.id)).toBe('NOT_FOUND')
    expect(await portal.keep(() => findReaderFaults(portal))).toEqual([])
  })

  it('not of oneself, not of the last System administrator, not twice, and not while dismissed', async () => {
    const move = (key: PersonKey, kind: 'employee' | 'external') => anna.people.move({ id: id(key), kind })
    await expect(move('anna', 'external')).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR_STAYS' })
    await expect(move('gita', 'employee')).rejects.toMatchObject({ code: 'EMPLOYEE_ALREADY' })
    await expect(move('lena', 'external')).rejects.toMatchObject({ code: 'EXTERNAL_ALREADY' })
    await expect(move('ben', 'external')).rejects.toMatchObject({ code: 'DISMISSED_STAY_AS_THEY_ARE' })
  })

  it('and no longer undone after 30 days', async () => {
    await portal.keep((tx) =>
      tx
        .update(moves)
        .set({ at: sql`now() - interval '31 days'` })
        .where(eq(moves.personId, id('boris'))),
    )
    await expect(anna.people.undoMove({ id: id('boris') })).rejects.toMatchObject({
      code: 'UNDO_TOO_LATE',
      status: 403,
    })
  })
})
