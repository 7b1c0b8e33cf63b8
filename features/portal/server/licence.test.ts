import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { LicenceChanges } from '../contract.ts'
import { hasPlace, takeLicence } from './licence.ts'
import { licence } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const rule = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: { code?: string }) => error.code ?? 'an error without a code')
const set = async (changes: LicenceChanges) => (await portal.as('anna')).portal.changeLicence(changes)
const free = { mostPeople: null, externals: 'free', mostExternals: null } as const
const here = async (kind: 'employee' | 'external') =>
  (
    await portal.keep((tx) =>
      tx
        .select()
        .from(people)
        .where(sql`${people.kind} = ${kind} and dismissed_at is null`),
    )
  ).length
const take = (kind: 'employee' | 'external', was?: 'employee' | 'external') =>
  rule(portal.keep((tx) => takeLicence(tx, kind, was)))

describe('the licence (ROLE-4)', () => {
  it('limits nothing until an administrator says so', async () => {
    const { policy, ...others } = await (await portal.as('anna')).portal.licence()
    expect(others).toEqual({ forExternals: null, forEmployees: null })
    expect(policy).toEqual({ ...free, employeesHere: await here('employee'), externalsHere: await here('external') })
    for (const kind of ['employee', 'external'] as const) expect(await take(kind)).toBe('done')
  })

  it('tells administrators all figures, employees those of people from outside, and people from outside none', async () => {
    await set({ mostPeople: 200, externals: 'capped', mostExternals: 50 })
    const forExternals = { used: await here('external'), most: 50 }
    const anna = await (await portal.as('anna')).portal.licence()
    expect(anna).toMatchObject({ forExternals, forEmployees: { used: await here('employee'), most: 200 } })
    expect(await (await portal.as('liam')).portal.licence()).toEqual({ forExternals, forEmployees: null, policy: null })
    for (const key of ['kim', 'noel'] as const)
      expect(await rule((await portal.as(key)).portal.licence())).toBe('NOT_FOUND')
    expect(await rule((await portal.as('liam')).portal.changeLicence({ mostPeople: 1 }))).toBe('NOT_FOUND')
    await set(free)
  })

  it('is kept by the database the same', async () => {
    await set({ mostPeople: 200 })
    for (const key of ['liam', 'kim'] as PersonKey[]) {
      expect(await portal.under(key, (tx) => tx.select().from(licence))).toEqual([])
      expect(await portal.under(key, (tx) => tx.update(licence).set({ mostPeople: null }).returning())).toEqual([])
    }
    // Whoever invites hears whether there is a place, and no figure.
    expect(await portal.under('kim', (tx) => hasPlace(tx, 'external'))).toBe(true)
    await set(free)
  })

  it('counts people from outside not at all, with the others, or by themselves', async () => {
    const [employees, externals] = [await here('employee'), await here('external')]
    await set({ mostPeople: employees, externals: 'free' })
    expect([await take('employee'), await take('external')]).toEqual(['LICENCE_FULL', 'done'])
    await set({ mostPeople: employees + externals + 1, externals: 'counted' })
    expect([await take('employee'), await take('external')]).toEqual(['done', 'done'])
    await set({ mostPeople: employees + externals })
    expect([await take('employee'), await take('external')]).toEqual(['LICENCE_FULL', 'LICENCE_FULL'])
    await set({ mostPeople: null, externals: 'capped', mostExternals: externals })
    expect([await take('employee'), await take('external')]).toEqual(['done', 'LICENCE_FULL'])
    await set(free)
  })

  it('takes no second place for somebody who changes sides and is counted already', async () => {
    const [employees, externals] = [await here('employee'), await here('external')]
    await set({ mostPeople: employees + externals, externals: 'counted' })
    expect(await take('employee', 'external')).toBe('done')
    await set({ mostPeople: employees, externals: 'free' })
    expect(await take('employee', 'external')).toBe('LICENCE_FULL')
    await set({ mostPeople: null, externals: 'capped', mostExternals: externals })
    expect(await take('external', 'employee')).toBe('LICENCE_FULL')
    await set(free)
  })

  it('may be set below what is used: whoever is in stays, nobody new comes', async () => {
    expect(await set({ mostPeople: 1, externals: 'counted' })).toMatchObject({ policy: { mostPeople: 1 } })
    expect((await (await portal.as('kim')).groups.list({ mine: true })).items.length).toBeGreaterThan(0)
    expect(await take('external')).toBe('LICENCE_FULL')
    await set(free)
  })

  /** How many wait for somebody who takes a place, or changes the licence, at this moment. */
  const waiting = async () => {
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      ),
    )
    return rows[0]?.n ?? 0
  }

  it('changes after whoever takes a place at that moment, and before whoever comes next', async () => {
    const employees = await here('employee')
    const change = await portal.keep(async (tx) => {
      await takeLicence(tx, 'employee')
      const changing = set({ mostPeople: employees })
      await expect.poll(waiting, { timeout: 3000 }).toBeGreaterThan(0)
      return { changing }
    })
    await change.changing
    expect(await take('employee')).toBe('LICENCE_FULL')
    await set(free)
  })

  it('is free again when somebody is dismissed', async () => {
    await set({ mostPeople: null, externals: 'capped', mostExternals: await here('external') })
    expect(await take('external')).toBe('LICENCE_FULL')
    await portal.keep((tx) =>
      tx
        .update(people)
        .set({ dismissedAt: new Date() })
        .where(eq(people.id, portal.person('lena'))),
    )
    expect(await take('external')).toBe('done')
    await set(free)
  })

  it('lets whoever comes second wait until the first has come in, and then says that the last place is taken', async () => {
    await set({ mostPeople: null, externals: 'capped', mostExternals: (await here('external')) + 1 })
    const second = await portal.keep(async (tx) => {
      await takeLicence(tx, 'external')
      const coming = take('external')
      await expect.poll(waiting, { timeout: 3000 }).toBeGreaterThan(0)
      await tx
        .update(people)
        .set({ dismissedAt: null })
        .where(eq(people.id, portal.person('lena')))
      return { coming }
    })
    expect(await second.coming).toBe('LICENCE_FULL')
    await set(free)
  })

  it('gives the last place to exactly one of those who are hired again, moved, moved back or added at once', async () => {
    const anna = await portal.freshly('anna')
    const [gone, alsoGone, moved] = (['oleg', 'daniyar', 'arman'] as const).map((key) => portal.person(key))
    if (!gone || !alsoGone || !moved) throw new Error('Somebody is missing.')
    for (const id of [gone, alsoGone]) await anna.people.dismiss({ id, heirId: portal.person('boris') })
    await anna.people.move({ id: moved, kind: 'external', heirId: portal.person('boris') })
    const race = async (...acts: (() => Promise<unknown>)[]) =>
      (await Promise.all(acts.map((act) => rule(act())))).toSorted()

    await set({ mostPeople: (await here('employee')) + 1, externals: 'free' })
    const acts = [
      () => anna.people.rehire({ id: gone }),
      () => anna.people.move({ id: portal.person('kim'), kind: 'employee' }),
      () => anna.people.undoMove({ id: moved }),
    ]
    expect(await race(...acts)).toEqual(['LICENCE_FULL', 'LICENCE_FULL', 'done'])

    await set({ mostPeople: (await here('employee')) + (await here('external')) + 1, externals: 'counted' })
    const liam = await portal.as('liam')
    const added = ['one', 'two'].map(
      (name) => () => liam.invitations.add({ id: portal.group('acme'), email: `${name}@last.example`, name }),
    )
    expect(await race(() => anna.people.rehire({ id: alsoGone }), ...added)).toEqual([
      'LICENCE_FULL',
      'LICENCE_FULL',
      'done',
    ])
    await set(free)
  })

  it('asks for a number where there is a cap', async () => {
    await expect(set({ externals: 'capped', mostExternals: null })).rejects.toMatchObject({
      data: { issues: [{ path: ['mostExternals'] }] },
    })
  })
})
