import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'

let portal: TestPortal
let anna: Client
beforeAll(async () => {
  portal = await openTestPortal()
  anna = await portal.as('anna')
})
afterAll(() => portal.close())

const missing = '00000000-0000-7000-8000-000000000000'
const all = async () => (await anna.people.departments.list()).items
const idOf = async (name: string) => (await all()).find((one) => one.name === name)?.id ?? missing
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      const { code, message, data } = error as {
        code: string
        message: string
        data?: { issues: { path: string[] }[] }
      }
      return [code, data?.issues[0]?.path[0], message]
    },
  )

describe('PPL-6: the structure of the company', () => {
  it('is seen by everybody who works here; to people from outside it does not exist, whatever they ask', async () => {
    const gita = await portal.as('gita')
    expect((await gita.people.departments.list()).items.map(({ name }) => name)).toContain('Workshop')
    const kim = await portal.as('kim')
    const workshop = await idOf('Workshop')
    const hidden = await refusalOf(kim.people.departments.list())
    expect(hidden).toEqual(['NOT_FOUND', undefined, 'There is no such thing here.'])
    for (const id of [workshop, missing])
      for (const call of [
        kim.people.departments.change({ id, name: 'Mine' }),
        kim.people.departments.remove({ id }),
        kim.people.departments.add({ name: 'Mine', parentId: id }),
      ])
        expect(await refusalOf(call)).toEqual(hidden)
    expect(await kim.people.get({ id: portal.person('liam') })).not.toHaveProperty('department')
  })

  it('is changed by administrators alone', async () => {
    const helena = await portal.as('helena')
    const workshop = await idOf('Workshop')
    for (const call of [
      helena.people.departments.add({ name: 'Mine' }),
      helena.people.departments.change({ id: workshop, name: 'Mine' }),
      helena.people.departments.remove({ id: workshop }),
      helena.people.change({ id: portal.person('gita'), departmentId: workshop }),
    ])
      expect(await refusalOf(call)).toContain('NOT_FOUND')
  })

  it('gains a department with a head, below another; it is moved, and never below itself', async () => {
    const [management, workshop] = [await idOf('Management'), await idOf('Workshop')]
    const paint = await anna.people.departments.add({
      name: 'Paint shop',
      parentId: workshop,
      headId: portal.person('gita'),
    })
    expect(paint).toMatchObject({ parentId: workshop, people: 0, head: { name: 'Gita Rao' } })
    for (const parentId of [paint.id, management])
      expect(await refusalOf(anna.people.departments.change({ id: management, parentId }))).toEqual([
        'INVALID',
        'parentId',
        'A department does not stand below itself. Choose another one.',
      ])
    expect(await anna.people.departments.change({ id: paint.id, parentId: null, headId: null })).toMatchObject({
      parentId: null,
      head: null,
      name: 'Paint shop',
    })
    expect(await refusalOf(anna.people.departments.change({ id: paint.id, parentId: missing }))).toContain('parentId')
    for (const key of ['kim', 'noel'] as const)
      expect(await refusalOf(anna.people.departments.change({ id: paint.id, headId: portal.person(key) }))).toEqual([
        'INVALID',
        'headId',
        'Choose somebody who works here.',
      ])
  })

  it('two that are put below each other at the same moment make no circle', async () => {
    const [one, two] = [
      await anna.people.departments.add({ name: 'One' }),
      await anna.people.departments.add({ name: 'Two' }),
    ]
    const outcomes = await Promise.all([
      refusalOf(anna.people.departments.change({ id: one.id, parentId: two.id })),
      refusalOf(anna.people.departments.change({ id: two.id, parentId: one.id })),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  })

  it('says where an employee works and who manages them, and makes nobody their own manager', async () => {
    const place = async (key: PersonKey, said: { departmentId?: string | null; managerId?: string | null }) =>
      anna.people.change({ id: portal.person(key), ...said })
    const workshop = await idOf('Workshop')
    expect(await place('gita', { departmentId: workshop, managerId: portal.person('liam') })).toMatchObject({
      department: { name: 'Workshop' },
      manager: { name: 'Liam Doherty' },
    })
    expect(await place('gita', { managerId: null })).not.toHaveProperty('manager')
    expect((await anna.people.get({ id: portal.person('gita') })).department?.name).toBe('Workshop')
    await place('gita', { managerId: portal.person('liam') })
    for (const manager of ['gita', 'liam'] as const)
      expect(await refusalOf(place('liam', { managerId: portal.person(manager) }))).toEqual([
        'INVALID',
        'managerId',
        'This would make somebody their own manager. Choose another one.',
      ])
    expect(await refusalOf(place('kim', { departmentId: workshop }))).toContain('departmentId')
    expect(await refusalOf(place('gita', { managerId: portal.person('kim') }))).toContain('managerId')
    expect(await refusalOf(place('gita', { departmentId: missing }))).toContain('departmentId')
  })

  it('loses a department: its people and what stands below it come to the one above', async () => {
    const [management, workshop] = [await idOf('Management'), await idOf('Workshop')]
    const below = await anna.people.departments.add({ name: 'Spray booth', parentId: workshop })
    const before = (await all()).find(({ id }) => id === management)?.people ?? 0
    const people = (await all()).find(({ id }) => id === workshop)?.people ?? 0
    expect(people).toBeGreaterThan(3)
    await anna.people.departments.remove({ id: workshop })
    const now = await all()
    expect(now.find(({ id }) => id === workshop)).toBeUndefined()
    expect(now.find(({ id }) => id === below.id)?.parentId).toBe(management)
    expect(now.find(({ id }) => id === management)?.people).toBe(before + people)
    expect(await refusalOf(anna.people.departments.remove({ id: workshop }))).toContain('NOT_FOUND')
  })
})
