import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { asPerson } from '#access/signed-in.ts'
import { listenAs, until } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { presences } from '../../server/tables.ts'
import { endPresence, keepPresent } from './keeper.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const everybody = async () => (await portal.keep((tx) => tx.select({ id: people.id }).from(people))).map(({ id }) => id)
const online = async (key: Parameters<TestPortal['as']>[0], ids: string[]) =>
  (await (await portal.as(key)).people.presence.online({ ids })).ids

describe('FEED: who is online', () => {
  it('is told of somebody exactly where each of the two sees the other', async () => {
    const all = await everybody()
    await keepPresent(portal.platform.database, all)
    const here = await portal.keep((tx) => tx.select({ id: presences.personId }).from(presences))
    const seen = new Map<string, Set<string>>()
    const told = new Map<string, Set<string>>()
    for (const { id } of here)
      await asPerson(portal.platform.database, id, async (tx) => {
        const ids = async (what: Promise<{ id: string }[]>) => new Set((await what).map((row) => row.id))
        seen.set(id, await ids(tx.select({ id: people.id }).from(people)))
        told.set(id, await ids(tx.select({ id: presences.personId }).from(presences)))
      })
    const administrators = new Set([portal.person('anna')])
    for (const { id: one } of here)
      for (const { id: other } of here) {
        const mutual = one === other || (seen.get(one)?.has(other) && seen.get(other)?.has(one))
        // That an administrator sees everybody is no acquaintance.
        if (administrators.has(one) || administrators.has(other))
          expect(told.get(one)?.has(other) && !mutual).toBe(false)
        else expect([one, other, told.get(one)?.has(other)]).toEqual([one, other, mutual])
      }
  })

  it('GRP-7: competitors kept apart, and an administrator who is in none of their groups, hear nothing of each other', async () => {
    await keepPresent(portal.platform.database, await everybody())
    const ids = (...keys: Parameters<TestPortal['person']>[0][]) => keys.map((key) => portal.person(key))
    expect(await online('kim', ids('kim', 'liam', 'lena', 'anna'))).toEqual(expect.arrayContaining(ids('kim', 'liam')))
    expect(await online('kim', ids('lena', 'anna'))).toEqual([])
  })

  it('begins with the first browser, ends with the last, and with the time of a process that was killed', async () => {
    const kim = portal.person('kim')
    await endPresence(portal.platform.database, await everybody())
    const { cookie } = await signIn(portal, 'kim')
    const isOnline = async () => (await online('liam', [kim])).length > 0
    const [first, second] = [await listenAs(portal, cookie), await listenAs(portal, cookie)]
    await until(isOnline, 'word that Kim is here')
    first.close()
    await until(() => portal.live.count() === 1, 'the end of the first browser')
    expect(await isOnline()).toBe(true)
    second.close()
    await until(async () => !(await isOnline()), 'word that Kim has gone')
    await keepPresent(portal.platform.database, [kim])
    expect(await isOnline()).toBe(true)
    await portal.keep((tx) => tx.update(presences).set({ until: sql`now() - interval '1 second'` }))
    expect(await isOnline()).toBe(false)
  })

  it('narrows the directory', async () => {
    await endPresence(portal.platform.database, await everybody())
    await keepPresent(portal.platform.database, [portal.person('madina')])
    const listed = async (online?: boolean) =>
      (await (await portal.as('liam')).people.list({ limit: 200, ...(online ? { online } : {}) })).items
    expect((await listed(true)).map(({ id }) => id)).toEqual([portal.person('madina')])
    expect((await listed()).length).toBeGreaterThan(5)
  })
})
