import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import { eq, sql } from 'drizzle-orm'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

/** What a refused call says: its code and status. */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => `${(error as { code: string }).code} ${(error as { status: number }).status}`,
  )
const told = (kind: string) =>
  portal.keep(async (tx) => {
    const rows = await tx.select({ data: events.data }).from(events).where(eq(events.kind, kind))
    return rows.map(({ data }) => data as Record<string, unknown>)
  })
const make = (client: Client, about: Partial<Parameters<Client['groups']['create']>[0]> = {}) =>
  client.groups.create({ name: 'A room', ...about })

describe('a group is made', () => {
  it('by an employee, who owns it; this is told (GRP-1)', async () => {
    const liam = await portal.as('liam')
    const group = await make(liam, { name: '  Lighting  ', visibility: 'closed' })
    expect(group).toMatchObject({
      name: 'Lighting',
      kind: 'workgroup',
      visibility: 'closed',
      external: false,
      mine: 'owner',
    })
    expect(await told('groups.created')).toContainEqual({ name: 'Lighting' })
    const { items } = await liam.groups.members({ id: group.id })
    expect(items).toMatchObject([{ person: { name: 'Liam Doherty' }, role: 'owner' }])
  })

  it('never by an external (GRP-6)', async () => {
    const kim = await portal.as('kim')
    expect(await refusal(make(kim))).toBe('EXTERNALS_CREATE_NO_GROUPS 403')
    expect(await refusal(make(kim, { external: true }))).toBe('EXTERNALS_CREATE_NO_GROUPS 403')
  })

  it('with dates when it is a project, the end after the start (GRP-1)', async () => {
    const liam = await portal.as('liam')
    const dates = { startsAt: '2027-01-05T12:00:00Z', endsAt: '2027-03-01T12:00:00Z' }
    const project = await make(liam, { kind: 'project', ...dates })
    expect(project.endsAt?.toISOString()).toBe('2027-03-01T12:00:00.000Z')
    expect(await refusal(make(liam, dates))).toBe('INVALID 400')
    expect(await refusal(make(liam, { kind: 'project', startsAt: dates.endsAt, endsAt: dates.startsAt }))).toBe(
      'INVALID 400',
    )
    expect(await refusal(liam.groups.change({ id: project.id, endsAt: '2026-12-01T12:00:00Z' }))).toBe('INVALID 400')
    expect((await liam.groups.change({ id: project.id, endsAt: null })).endsAt).toBeNull()
  })

  it('with people from outside only when it is external (GRP-2)', async () => {
    const liam = await portal.as('liam')
    const invitations = { emails: ['new.person@acme.example'] }
    expect(await refusal(make(liam, { invitations }))).toBe('GROUP_CLOSED_TO_EXTERNALS 403')
    expect(await make(liam, { external: true, invitations })).toMatchObject({ external: true, mine: 'owner' })
  })
})

describe('a group is changed', () => {
  it('by its owner and moderators, and this is told', async () => {
    const id = portal.group('workshop')
    for (const key of ['stefan', 'kasia'] as const)
      expect((await (await portal.as(key)).groups.change({ id, name: `By ${key}` })).name).toBe(`By ${key}`)
    expect(await told('groups.changed')).toContainEqual({ name: 'By kasia' })
  })

  it('by no other member, who hears the rule; to others it is not there', async () => {
    const change = async (key: Parameters<TestPortal['as']>[0], id: string) =>
      refusal((await portal.as(key)).groups.change({ id, name: 'Taken' }))
    expect(await change('hana', portal.group('workshop'))).toBe('OWNER_AND_MODERATORS_ONLY 403')
    expect(await change('kim', portal.group('acme'))).toBe('OWNER_AND_MODERATORS_ONLY 403')
    const missing = await change('kim', '00000000-0000-7000-8000-000000000000')
    expect(missing).toBe('NOT_FOUND 404')
    for (const key of ['workshop', 'carriers', 'heron'] as const)
      expect(await change('kim', portal.group(key))).toBe(missing)
    expect(await change('gita', portal.group('heron'))).toBe(missing)
  })
})

describe('a group is made like another (GRP-10)', () => {
  it('with how that one is set up, and nobody and nothing that is in it', async () => {
    const liam = await portal.as('liam')
    const one = portal.group('acme')
    await liam.groups.change({ id: one, timeZone: 'Asia/Almaty', whoInvites: 'members', history: 'joining' })
    await liam.groups.isolate({ id: one, isolation: 'company' })
    await liam.groups.changeTool({ id: one, tool: 'tasks', viewers: 'team' })
    await portal.settled()
    const template = await liam.groups.template({ id: one })
    expect(template).toMatchObject({
      external: true,
      isolation: 'company',
      timeZone: 'Asia/Almaty',
      history: 'joining',
    })
    expect(template).toMatchObject({
      whoInvites: 'members',
      tools: [{ tool: 'feed' }, { tool: 'tasks', viewers: 'team' }],
    })
    const made = await liam.groups.create({ name: 'Quay', ...template })
    expect(await liam.groups.template({ id: made.id })).toEqual(template)
    expect(made.name).toBe('Quay')
    expect((await liam.groups.members({ id: made.id })).items.map(({ person }) => person.name)).toEqual([
      'Liam Doherty',
    ])
    expect((await liam.groups.lanes({ id: made.id })).items).toEqual([])
    expect((await liam.feed.list({ group: made.id })).items).toEqual([])
    expect((await liam.tasks.list({ group: made.id })).items).toEqual([])
    // In its space stands what a group is born with and nothing else, and no word of the other one's names.
    const [there] = await portal.keep(
      async (tx) =>
        (
          await tx.execute(sql`
        select (select count(*)::int from audiences a where a.space_id = g.space_id) audiences,
          (select count(*)::int from circles c join circle_members m on m.circle_id = c.id where c.space_id = g.space_id) seated,
          (select array_agg(kind) from events e where e.space_id = g.space_id) told
        from groups g where g.id = ${made.id}`)
        ).rows,
    )
    expect(there).toEqual({ audiences: 2, seated: 2, told: ['groups.created'] })
    expect(JSON.stringify(template)).not.toMatch(/Acme|Ferry|[0-9a-f]{8}-/)
    await liam.groups.isolate({ id: one, isolation: 'open' })
    await liam.groups.changeTool({ id: one, tool: 'tasks', viewers: 'members' })
    await liam.groups.change({ id: one, whoInvites: 'keepers', history: 'everything', timeZone: 'UTC' })
    await portal.settled()
  })

  it('by those who keep that one: to others in it this is a rule, and hidden is missing', async () => {
    const code = async (key: PersonKey, id: string) => refusal((await portal.as(key)).groups.template({ id }))
    expect(await code('boris', portal.group('acme'))).toBe('OWNER_AND_MODERATORS_ONLY 403')
    const missing = await code('gita', '00000000-0000-7000-8000-000000000000')
    expect(missing).toBe('NOT_FOUND 404')
    for (const key of ['acme', 'heron'] as const) expect(await code('gita', portal.group(key)), key).toBe(missing)
    expect(await code('kim', portal.group('acme'))).toBe(await code('kim', portal.group('heron')))
    const kept = async (key: PersonKey) =>
      (await (await portal.as(key)).groups.list({ mine: true, keeps: true })).items.map(({ mine }) => mine)
    expect(new Set(await kept('ruth'))).toEqual(new Set(['moderator']))
    expect(await kept('gita')).toEqual([])
  })

  it('GRP-4: and with the tools that it is to have from the start', async () => {
    const gita = await portal.as('gita')
    const all = { viewers: 'members', adders: 'members', changers: 'members' } as const
    const { tools, id } = await make(gita, {
      tools: [
        { tool: 'feed', on: true, ...all, adders: 'owner' },
        { tool: 'tasks', on: false, ...all },
      ],
    })
    expect(tools.map(({ tool, adders }) => [tool, adders])).toEqual([['feed', 'owner']])
    expect(await refusal(gita.tasks.create({ groupId: id, title: 'No', responsibleId: portal.person('gita') }))).toBe(
      'TOOL_SHUT 403',
    )
  })
})

describe('people come', () => {
  it('by themselves into an open group only (GRP-1)', async () => {
    const gita = await portal.as('gita')
    expect((await gita.groups.join({ id: portal.group('almaty') })).mine).toBe('member')
    expect(await told('groups.memberJoined')).toContainEqual({ personId: portal.person('gita') })
    expect(await refusal(gita.groups.join({ id: portal.group('library') }))).toBe('JOINING_BY_INVITATION 403')
    for (const key of ['heron', 'acme'] as const)
      expect(await refusal(gita.groups.join({ id: portal.group(key) }))).toBe('NOT_FOUND 404')
    expect(await refusal((await portal.as('kim')).groups.join({ id: portal.group('almaty') }))).toBe('NOT_FOUND 404')
  })

  it('when the owner or a moderator adds a colleague; people from outside are invited', async () => {
    const id = portal.group('library')
    const add = async (key: 'ewa' | 'jakub', person: 'ben' | 'kim' | 'lena') =>
      refusal((await portal.as(key)).groups.addMember({ id, personId: portal.person(person) }))
    expect(await add('jakub', 'ben')).toBe('INVITING_BY_OWNER_AND_MODERATORS 403')
    expect(await add('ewa', 'kim')).toBe('INVITE_EXTERNALS 403')
    expect(await add('ewa', 'lena')).toBe('NOT_FOUND 404')
    expect(await add('ewa', 'ben')).toBe('done')
    expect(await add('ewa', 'ben')).toBe('done')
    const joined = (await told('groups.memberJoined')).filter(({ personId }) => personId === portal.person('ben'))
    expect(joined).toHaveLength(2) // Into Everyone, and now here: the second adding changed nothing.
    expect((await (await portal.as('ben')).groups.get({ id })).mine).toBe('member')
  })
})

describe('people go', () => {
  it('by leaving, all but the owner, and the group is not theirs any more', async () => {
    const id = portal.group('suppliers')
    const leave = async (key: 'ewa' | 'oleg' | 'yusuf') =>
      refusal((await portal.as(key)).groups.removeMember({ id, personId: portal.person(key) }))
    expect(await leave('ewa')).toBe('OWNER_STAYS 403')
    for (const key of ['oleg', 'yusuf'] as const) {
      expect(await leave(key)).toBe('done')
      expect(await refusal((await portal.as(key)).groups.get({ id }))).toBe('NOT_FOUND 404')
    }
    expect(await told('groups.memberLeft')).toContainEqual({ personId: portal.person('yusuf') })
  })

  it('by being removed: they lose everything at once, and their name is not theirs to see there', async () => {
    const id = portal.group('acme')
    const [kim, liam] = [await portal.as('kim'), await portal.as('liam')]
    const personId = portal.person('kim')
    expect(await refusal((await portal.as('boris')).groups.removeMember({ id, personId }))).toBe(
      'OWNER_AND_MODERATORS_ONLY 403',
    )
    expect(await refusal((await portal.as('omar')).groups.removeMember({ id, personId }))).toBe(
      'OWNER_AND_MODERATORS_ONLY 403',
    )
    expect(await refusal(liam.groups.removeMember({ id, personId: portal.person('liam') }))).toBe('OWNER_STAYS 403')
    await liam.groups.removeMember({ id, personId })
    expect(await refusal(kim.groups.list({}))).toBe('NOT_FOUND 404')
    expect(await portal.under('kim', async (tx) => (await tx.execute('select from groups')).rows)).toEqual([])
    expect(await refusal(kim.groups.members({ id }))).toBe('NOT_FOUND 404')
    const people = await portal.under('kim', async (tx) => (await tx.execute('select name from people')).rows)
    expect(people).toEqual([{ name: 'Kim Lee' }])
    const seen = await portal.under(
      'omar',
      async (tx) => (await tx.execute(`select from people where id = '${personId}'`)).rows,
    )
    expect(seen).toEqual([])
    expect(await refusal(liam.groups.removeMember({ id, personId }))).toBe('NOT_FOUND 404')
  })
})

describe('roles', () => {
  it('are given by owner and moderators; a moderator then changes the group', async () => {
    const [id, personId] = [portal.group('carriers'), portal.person('kasia')]
    const paula = await portal.as('paula')
    const kasia = await portal.as('kasia')
    expect(await refusal(kasia.groups.changeMember({ id, personId, role: 'moderator' }))).toBe(
      'OWNER_AND_MODERATORS_ONLY 403',
    )
    expect((await paula.groups.changeMember({ id, personId, role: 'moderator' })).role).toBe('moderator')
    expect(await told('groups.memberRoleChanged')).toContainEqual({ personId })
    expect((await kasia.groups.change({ id, description: 'By Kasia' })).description).toBe('By Kasia')
    await paula.groups.changeMember({ id, personId, role: 'member' })
    expect(await refusal(kasia.groups.change({ id, description: 'Again' }))).toBe('OWNER_AND_MODERATORS_ONLY 403')
  })

  it('never lift an external into the whole of a group: as moderator they keep no members and see no team talk (GRP-6, PPL-2)', async () => {
    const [id, personId] = [portal.group('carriers'), portal.person('lena')]
    const paula = await portal.as('paula')
    const lena = await portal.as('lena')
    await paula.groups.changeMember({ id, personId, role: 'moderator' })
    const seats = await portal.keep(
      async (tx) =>
        (await tx.execute(`select audience_id from seats where person_id = '${personId}' and because = 'moderator'`))
          .rows,
    )
    expect(seats).toHaveLength(1)
    expect(seats[0]?.['audience_id']).not.toBeNull()
    for (const attempt of [
      () => lena.groups.change({ id, name: 'Lena’s' }),
      () => lena.groups.removeMember({ id, personId: portal.person('timur') }),
      () => lena.groups.changeMember({ id, personId: portal.person('timur'), role: 'moderator' }),
    ])
      expect(await refusal(attempt())).toBe('OWNER_AND_MODERATORS_ONLY 403')
    expect(await refusal(lena.groups.addMember({ id, personId: portal.person('paula') }))).toBe(
      'COLLEAGUES_ADD_COLLEAGUES 403',
    )
    const spaces = await portal.under(
      'lena',
      async (tx) => (await tx.execute('select access.my_spaces(1) as mine')).rows,
    )
    expect(spaces).toEqual([{ mine: [] }])
    expect(await refusal(paula.groups.changeMember({ id, personId, role: 'owner' }))).toBe('OWNER_WORKS_HERE 403')
  })

  it('hold one owner, who hands the group over to a colleague', async () => {
    const [id, personId] = [portal.group('almaty'), portal.person('madina')]
    const [rustam, madina] = [await portal.as('rustam'), await portal.as('madina')]
    expect(await refusal(madina.groups.changeMember({ id, personId, role: 'owner' }))).toBe('OWNER_ONLY 403')
    await rustam.groups.changeMember({ id, personId, role: 'owner' })
    expect((await madina.groups.get({ id })).mine).toBe('owner')
    expect((await rustam.groups.get({ id })).mine).toBe('moderator')
    const { items } = await rustam.groups.members({ id })
    expect(items.filter(({ role }) => role === 'owner')).toHaveLength(1)
    expect(items[0]?.person.id).toBe(personId)
    await rustam.groups.removeMember({ id, personId: portal.person('rustam') })
    expect((await madina.groups.change({ id, description: 'Mine now' })).description).toBe('Mine now')
  })
})

describe('members are listed', () => {
  it('page by page, each once, the owner first', async () => {
    const liam = await portal.as('liam')
    const id = portal.group('everyone')
    const pages: string[] = []
    for (let after: string | null | undefined; after !== null;) {
      const { items, next } = await liam.groups.members({ id, limit: 1, ...(after ? { after } : {}) })
      pages.push(...items.map(({ person }) => person.name))
      after = next
    }
    expect(pages[0]).toBe('Helena Brandt')
    expect(new Set(pages).size).toBe(30)
    expect(pages).toHaveLength(30)
  })

  it('by kind and by name', async () => {
    const liam = await portal.as('liam')
    const id = portal.group('acme')
    const names = async (asked: { kind?: 'external'; search?: string }) =>
      (await liam.groups.members({ id, ...asked })).items.map(({ person }) => person.name)
    expect(await names({ kind: 'external' })).toEqual(['Omar Haddad', 'Ingrid Solberg', 'Sofia Marques'])
    expect(await names({ search: 'haDD' })).toEqual(['Omar Haddad'])
    expect(await names({ search: '%' })).toEqual([])
  })
})
