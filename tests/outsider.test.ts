import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { openTestPortal, type TestPortal } from './portal.ts'
import { findIdFaults, findWordFaults, fingerprint, outsider, type Outsider } from './rules/outsider.ts'
import { findWireFaults } from './rules/over-http.ts'
import { everyProcedure, nobody, signIn } from './rules/procedures.ts'
import { withIds, seenIds } from './rules/seen.ts'

const everyName = everyProcedure.map(({ name }) => name).toSorted()
const withPlaces = everyProcedure.filter(({ places }) => places.length > 0)
const namesWithPlaces = withPlaces.map(({ name }) => name).toSorted()

describe('to somebody who was not invited', () => {
  let portal: TestPortal
  let outsiders: { noel: Outsider; lena: Outsider; nobody: Outsider }
  beforeAll(async () => {
    portal = await openTestPortal()
    outsiders = {
      noel: await outsider(portal, await signIn(portal, 'noel'), 6),
      lena: await outsider(portal, await signIn(portal, 'lena'), 3),
      nobody: await outsider(portal, nobody(portal), 1),
    }
  })
  afterAll(() => portal.close())

  it('every table with something hidden in it gives ids to ask with', () => {
    for (const noun of ['people', 'groups', 'posts', 'tasks', 'comments', 'threads', 'members', 'invitations', 'audiences', 'spaces', 'circles', 'seats', 'events', 'sessions'])
      expect(outsiders.noel.hidden.get(noun)?.length, noun).toBeGreaterThan(0)
    expect(outsiders.lena.seen.get('groups')).toEqual([portal.group('carriers')])
  })

  it.each(['noel', 'lena', 'nobody'] as const)(
    'what is hidden and what is missing are one answer, and nothing changes: %s',
    async (key) => {
      const before = await portal.keep((tx) => fingerprint(tx))
      const { faults, asked } = await findIdFaults(outsiders[key])
      expect(faults).toEqual([])
      expect([...asked].toSorted()).toEqual(namesWithPlaces)
      expect(await portal.keep((tx) => fingerprint(tx))).toEqual(before)
    },
    60_000,
  )

  it('the same over the wire, to the byte, by REST and by the calls of our pages', async () => {
    const traces = ['sign_ins']
    const before = await portal.keep((tx) => fingerprint(tx, traces))
    for (const who of Object.values(outsiders)) {
      const { faults, asked } = await findWireFaults(portal, who)
      expect(faults).toEqual([])
      expect([...asked].toSorted()).toEqual(namesWithPlaces)
    }
    expect(await portal.keep((tx) => fingerprint(tx, traces))).toEqual(before)
  })

  it('somebody inside gets another answer from each of these procedures', async () => {
    const liam = await outsider(portal, await signIn(portal, 'liam'), 3)
    const anna = await outsider(portal, await signIn(portal, 'anna'), 3)
    const different = new Set<string>()
    for (const insider of [liam, anna]) {
      const { faults } = await findIdFaults({ ...insider, hidden: insider.seen })
      for (const fault of faults) different.add(fault.split(' ')[0] ?? '')
    }
    expect(namesWithPlaces.filter((name) => !different.has(name))).toEqual([])
  }, 60_000)

  it('names and addresses that are known here mean as little as invented ones, and every procedure was asked', async () => {
    const words = [
      { said: 'Helena Brandt', invented: 'Hanna Bergman' },
      { said: 'helena@orlanta.example', invented: 'hanna@orlanta.example' },
      { said: 'Project Heron', invented: 'Project Raven' },
      { said: 'kim@acme.example', invented: 'tom@acme.example' },
    ]
    for (const key of ['noel', 'nobody'] as const) {
      const { faults, asked } = await findWordFaults(outsiders[key], words)
      expect(faults).toEqual([])
      expect([...asked].toSorted()).toEqual(everyName)
    }
  })
})
