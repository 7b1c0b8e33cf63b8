import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { profileFields, profileValues } from '../../server/tables.ts'

let portal: TestPortal
let anna: Client
beforeAll(async () => {
  portal = await openTestPortal()
  anna = await portal.freshly('anna')
})
afterAll(() => portal.close())

const idOf = async (name: string) =>
  (await anna.people.fields.list()).items.find(({ names }) => names.en === name)?.id ?? ''
const namesIn = (fields: { names: { en: string } }[]) => fields.map(({ names }) => names.en)
const shownOn = async (reader: PersonKey, of: PersonKey) =>
  (await (await portal.as(reader)).people.get({ id: portal.person(of) })).fields.map(({ names, value }) => [
    names.en,
    value,
  ])
const fill = async (key: PersonKey, name: string, value: string) =>
  (await portal.as(key)).people.fields.write({ values: [{ fieldId: await idOf(name), value }] })

describe('PPL-4: the portal’s own extra fields', () => {
  it('are asked of employees, of externals or of everyone, and filled on one’s own profile', async () => {
    const mine = async (key: PersonKey) => namesIn((await (await portal.as(key)).people.fields.mine()).items)
    expect(await mine('wiktor')).toEqual(['Portfolio', 'Shift'])
    expect(await mine('kim')).toEqual(['Portfolio', 'Site pass until'])
    await fill('kim', 'Portfolio', 'https://kim.example/rooms')
    expect(await shownOn('liam', 'kim')).toEqual([
      ['Portfolio', 'https://kim.example/rooms'],
      ['Site pass until', '2027-03-31'],
    ])
    await fill('kim', 'Portfolio', 'https://kim.example')
    await fill('kim', 'Portfolio', '')
    expect(await shownOn('kim', 'kim')).toEqual([['Site pass until', '2027-03-31']])
  })

  it('are shown to other externals only where the field says so, and only of people they see', async () => {
    expect(await shownOn('omar', 'kim')).toEqual([])
    expect(await shownOn('kim', 'ewa')).toEqual([['Portfolio', 'https://ewa.example/work']])
    await fill('ewa', 'Shift', '06–14')
    expect(await shownOn('kim', 'ewa')).toEqual([['Portfolio', 'https://ewa.example/work']])
    expect(await shownOn('gita', 'ewa')).toContainEqual(['Shift', '06–14'])
    const seen = await portal.under('omar', (tx) => tx.select().from(profileValues))
    const { items } = await (await portal.as('omar')).people.list({ limit: 200 })
    const met = new Set(items.map(({ id }) => id))
    expect(seen.every(({ personId }) => met.has(personId))).toBe(true)
    expect(seen.map(({ personId }) => personId)).not.toContain(portal.person('noel'))
    expect(
      namesIn(
        (await portal.under('omar', (tx) => tx.select().from(profileFields))).map((row) => ({
          names: { en: row.nameEn },
        })),
      ),
    ).toEqual(['Portfolio', 'Site pass until'])
  })

  it('hold what their kind can hold, and nothing of somebody else', async () => {
    const refused = { code: 'INVALID' }
    await expect(fill('kim', 'Site pass until', '2027-02-31')).rejects.toMatchObject(refused)
    await expect(fill('kim', 'Portfolio', 'javascript:alert(1)')).rejects.toMatchObject(refused)
    await expect(fill('wiktor', 'Shift', 'at night')).rejects.toMatchObject(refused)
    await expect(fill('kim', 'Shift', '06–14')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const fieldId = await idOf('Portfolio')
    await expect(
      portal.under('kim', (tx) =>
        tx.insert(profileValues).values({ fieldId, personId: portal.person('omar'), value: 'https://x.example' }),
      ),
    ).rejects.toThrow('Failed query')
    const shift = await idOf('Shift')
    await expect(
      portal.under('kim', (tx) =>
        tx.insert(profileValues).values({ fieldId: shift, personId: portal.person('kim'), value: '06–14' }),
      ),
    ).rejects.toThrow('Failed query')
    const changed = await portal.under('kim', (tx) =>
      tx
        .update(profileValues)
        .set({ value: 'mine' })
        .where(eq(profileValues.personId, portal.person('ewa')))
        .returning(),
    )
    expect(changed).toEqual([])
  })

  it('INV-4: are filled in by whoever adds somebody from outside, with all else that a profile says', async () => {
    const liam = await portal.as('liam')
    for (const key of ['liam', 'kim'] as const)
      expect(namesIn((await (await portal.as(key)).people.fields.ofExternals()).items)).toEqual([
        'Portfolio',
        'Site pass until',
      ])
    const told = { mobile: '+353 85 1', about: 'Doors', interests: 'Rowing', timeZone: 'Europe/Dublin' }
    const add = (more: object, email = 'rosa@acme.example') =>
      liam.invitations.add({ id: portal.group('acme'), email, name: 'Rosa Díaz', ...told, ...more })
    const into = async (name: string, value: string) => ({ fields: [{ fieldId: await idOf(name), value }] })
    await expect(add(await into('Site pass until', 'in May'))).rejects.toMatchObject({ code: 'INVALID' })
    await expect(add({ timeZone: 'Nowhere' })).rejects.toMatchObject({ data: { issues: [{ path: ['timeZone'] }] } })
    await expect(add(await into('Shift', '06–14'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { person } = await add(await into('Site pass until', '2027-05-01'))
    const profile = { ...told, fields: [{ value: '2027-05-01' }] }
    expect(await liam.people.get({ id: person?.id ?? '' })).toMatchObject(profile)
    // A number to which they come stands in their profile, whatever else is said.
    const byNumber = await add({}, '+48601222334')
    expect((await liam.people.get({ id: byNumber.person?.id ?? '' })).mobile).toBe('+48601222334')
  })

  it('are made, changed and removed by administrators alone', async () => {
    const made = await anna.people.fields.create({ nameEn: 'Tool box', kind: 'choice', choices: ['1', '2', '2'] })
    expect(made).toMatchObject({ choices: ['1', '2'], askedOf: 'everyone', shownToExternals: false })
    await expect(anna.people.fields.create({ kind: 'text' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(anna.people.fields.create({ kind: 'choice', nameEn: 'A' })).rejects.toMatchObject({ code: 'INVALID' })
    const changed = { id: made.id, nameEn: 'Tool box', choices: ['1', '2', '3'], shownToExternals: true }
    expect(await anna.people.fields.change(changed)).toMatchObject({ kind: 'choice', shownToExternals: true })
    await fill('gita', 'Tool box', '3')
    for (const key of ['helena', 'kim'] as const) {
      const client = await portal.as(key)
      for (const call of [
        client.people.fields.list(),
        client.people.fields.create({ nameEn: 'Mine', kind: 'text' }),
        client.people.fields.change(changed),
        client.people.fields.remove({ id: made.id }),
      ])
        await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await anna.people.fields.remove({ id: made.id })
    expect(await shownOn('gita', 'gita')).toEqual([])
    const left = await portal.keep((tx) => tx.execute(sql`select 1 from profile_values where field_id = ${made.id}`))
    expect(left.rows).toEqual([])
  })

  it('written as an employee, a field of employees is not shown of somebody who is external now', async () => {
    await fill('kasia', 'Shift', '14–22')
    await anna.people.move({ id: portal.person('kasia'), kind: 'external', heirId: portal.person('wiktor') })
    expect(await shownOn('wiktor', 'kasia')).toEqual([])
  })
})
