import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reaches } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { departments, employments } from './tables.ts'

const nobody = '00000000-0000-7000-8000-000000000000'
const ofAcme = [
  'boris',
  'celine',
  'ewa',
  'hana',
  'ingrid',
  'kim',
  'liam',
  'nora',
  'omar',
  'paula',
  'ruth',
  'sofia',
] as const
const notOfAcme = ['anna', 'gita', 'helena', 'lena', 'piotr', 'aigerim', 'yusuf', 'noel'] as const

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const idsOf = (keys: readonly PersonKey[]) => keys.map((key) => portal.person(key)).toSorted()
const listedTo = async (key: PersonKey, input: { search?: string; kind?: 'employee' | 'external' } = {}) => {
  const { items } = await (await portal.as(key)).people.list({ limit: 200, ...input })
  return items.map(({ id }) => id).toSorted()
}
const answer = (call: Promise<unknown>) =>
  call.then(
    (value) => JSON.stringify(value),
    (error: unknown) => JSON.stringify(error),
  )

describe('whom an employee sees', () => {
  it('is every colleague, with department, manager, e-mail and phone', async () => {
    const gita = await portal.as('gita')
    const { items } = await gita.people.list({ limit: 200 })
    expect(items).toHaveLength(30)
    expect(items.every(({ kind, department, email }) => kind === 'employee' && department && email)).toBe(true)
    const ewa = await gita.people.get({ id: portal.person('ewa') })
    expect(ewa).toMatchObject({
      department: { name: 'Design studio' },
      manager: { name: 'Céline Moreau' },
      email: 'ewa@orlanta.example',
    })
  })

  it('is no external whom they do not meet in a group, and each whom they do', async () => {
    expect(await listedTo('gita', { kind: 'external' })).toEqual([])
    // Noel waits in the lobby for their answer.
    expect(await listedTo('liam', { kind: 'external' })).toEqual(idsOf(['kim', 'omar', 'ingrid', 'sofia', 'noel']))
  })

  it('is not who was dismissed, unless an administrator looks', async () => {
    const gita = await portal.as('gita')
    expect(await answer(gita.people.administration({ show: 'employees' }))).toContain('NOT_FOUND')
    expect(await gita.people.get({ id: portal.person('ben') })).not.toHaveProperty('dismissedAt')
  })
})

describe('PPL-5: an external sees as people only those who are members of a group that they are in', () => {
  it('in the list', async () => {
    expect(await listedTo('kim')).toEqual(idsOf(ofAcme))
    await expect(listedTo('noel')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('in search, whatever is searched for', async () => {
    expect(await listedTo('kim', { search: 'anna' })).toEqual([])
    expect(await listedTo('kim', { search: 'beta' })).toEqual([])
    expect(await listedTo('kim', { search: 'okafor ruth' })).toEqual(idsOf(['ruth']))
  })

  it('by id: whoever is hidden and whoever does not exist are the same answer, byte for byte', async () => {
    const kim = await portal.as('kim')
    const missing = await answer(kim.people.get({ id: nobody }))
    const noPhoto = await answer(kim.people.photo({ id: nobody }))
    expect(missing).toContain('NOT_FOUND')
    for (const key of notOfAcme) {
      expect(await answer(kim.people.get({ id: portal.person(key) })), key).toBe(missing)
      expect(await answer(kim.people.photo({ id: portal.person(key) })), key).toBe(noPhoto)
    }
    for (const key of ofAcme) expect((await kim.people.get({ id: portal.person(key) })).id).toBe(portal.person(key))
  })

  it('somebody in no group sees only themselves', async () => {
    const noel = await portal.as('noel')
    expect(await noel.people.get({ id: portal.person('noel') })).toMatchObject({
      name: 'Noel Byrne',
      company: 'Open Bench',
    })
    for (const key of ['kim', 'liam', 'sofia'] as const)
      expect(await answer(noel.people.get({ id: portal.person(key) }))).toContain('NOT_FOUND')
  })

  it('a competitor sees whom the common group shows them, which is no competitor, and nobody else', async () => {
    expect(await listedTo('piotr')).toEqual(
      idsOf(['paula', 'boris', 'kasia', 'wiktor', 'zofia', 'dmitri', 'piotr', 'marta']),
    )
  })

  it('in the tables themselves', async () => {
    const seen = await portal.under(
      'kim',
      async (tx) => (await tx.execute<{ id: string }>(sql`select id from people`)).rows,
    )
    expect(seen.map(({ id }) => id).toSorted()).toEqual(idsOf(ofAcme))
  })
})

describe('PPL-4: phone and e-mail are shown to externals only if the person says so', () => {
  it('by nobody at first, though colleagues see them', async () => {
    const { items } = await (await portal.as('kim')).people.list({ limit: 200 })
    const mine = portal.person('kim')
    expect(items.filter(({ id, email }) => id !== mine && email !== undefined)).toEqual([])
    expect(await (await portal.as('liam')).people.get({ id: mine })).toHaveProperty('email', 'kim@acme.example')
    await (await portal.as('omar')).account.change({ mobile: '+353 86 555 0101', interests: 'Old radios' })
    const omar = await (await portal.as('kim')).people.get({ id: portal.person('omar') })
    expect(omar).toMatchObject({ interests: 'Old radios' })
    for (const reach of ['email', 'phone', 'mobile']) expect(omar, reach).not.toHaveProperty(reach)
    expect(await (await portal.as('liam')).people.get({ id: portal.person('omar') })).toHaveProperty('mobile')
  })

  it('by whoever says so, to those who see them anyway', async () => {
    const values = { shownToExternalsAt: new Date(), phone: '+353 1 555 0101', mobile: '+353 86 555 0101' }
    await portal.under('omar', (tx) =>
      tx
        .update(reaches)
        .set(values)
        .where(sql`person_id = access.me()`),
    )
    const omar = { id: portal.person('omar') }
    expect(await (await portal.as('kim')).people.get(omar)).toMatchObject({
      email: 'omar@acme.example',
      phone: '+353 1 555 0101',
      mobile: '+353 86 555 0101',
    })
    expect(await answer((await portal.as('lena')).people.get(omar))).toContain('NOT_FOUND')
  })
})

describe('PPL-6: departments and managers are never for externals', () => {
  it('not in a list, not on a page, not as a filter', async () => {
    const [design] = await asKeeper(portal.platform.database, (tx) =>
      tx
        .select()
        .from(departments)
        .where(sql`name = 'Design studio'`),
    )
    const kim = await portal.as('kim')
    const { items } = await kim.people.list({ limit: 200 })
    expect(items.filter((item) => 'department' in item)).toEqual([])
    const ewa = await kim.people.get({ id: portal.person('ewa') })
    expect(ewa).not.toHaveProperty('department')
    expect(ewa).not.toHaveProperty('manager')
    expect(await answer(kim.people.departments.list())).toContain('NOT_FOUND')
    const filtered = await answer(kim.people.list({ departmentId: design?.id }))
    expect(filtered).toBe(await answer(kim.people.list({ departmentId: nobody })))
  })

  it('not in the tables themselves, and nobody but administrators changes them', async () => {
    expect(await portal.under('kim', (tx) => tx.select().from(departments))).toEqual([])
    expect(await portal.under('kim', (tx) => tx.select().from(employments))).toEqual([])
    const rename = (key: PersonKey) =>
      portal.under(key, (tx) =>
        tx
          .update(departments)
          .set({ name: 'X' })
          .where(sql`name = 'Workshop'`)
          .returning(),
      )
    expect(await rename('gita')).toEqual([])
    expect(await rename('kim')).toEqual([])
    expect(await rename('anna')).toHaveLength(1)
  })
})

describe('PPL-1 and PPL-2: an external stays one', () => {
  it('nobody changes what kind they are, and their administration does not exist', async () => {
    for (const key of ['kim', 'anna'] as const)
      await expect(
        portal.under(key, (tx) => tx.execute(sql`update people set kind = 'employee' where id = access.me()`)),
      ).rejects.toThrow('Failed query')
    const kim = await portal.as('kim')
    for (const call of [
      kim.people.administration({}),
      kim.people.dismiss({ id: portal.person('omar') }),
      kim.people.rehire({ id: portal.person('omar') }),
    ])
      expect(await answer(call)).toContain('NOT_FOUND')
  })

  it('what an external changes of a profile is their own alone', async () => {
    const change = (key: PersonKey) =>
      portal.under('kim', (tx) =>
        tx.execute(sql`update people set about = 'here' where id = ${portal.person(key)} returning id`),
      )
    expect((await change('kim')).rows).toHaveLength(1)
    expect((await change('omar')).rows).toEqual([])
    expect((await change('ruth')).rows).toEqual([])
  })
})
