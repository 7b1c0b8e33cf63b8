import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from './portal.ts'
import { findIdFaults, findWordFaults, fingerprint, outsider, type Outsider } from './rules/outsider.ts'
import { everyProcedure, nobody, signIn } from './rules/procedures.ts'

const names = everyProcedure.map(({ name }) => name).toSorted()
const withPlaces = everyProcedure.filter(({ places }) => places.length > 0).map(({ name }) => name)

describe('to somebody who was not invited', () => {
  let portal: TestPortal
  let outsiders: { noel: Outsider; lena: Outsider; nobody: Outsider }
  beforeAll(async () => {
    portal = await openTestPortal()
    outsiders = {
      noel: await outsider(portal, await signIn(portal, 'noel'), 8),
      lena: await outsider(portal, await signIn(portal, 'lena'), 4),
      nobody: await outsider(portal, nobody(portal), 1),
    }
  })
  afterAll(() => portal.close())

  it.each(['noel', 'lena', 'nobody'] as const)('what is hidden and what is missing are one answer: %s', async (key) => {
    const before = await portal.keep((tx) => fingerprint(tx))
    const { faults, asked, calls } = await findIdFaults(outsiders[key])
    console.log(key, calls)
    expect(faults).toEqual([])
    expect([...asked].toSorted()).toEqual(withPlaces.toSorted())
    expect(await portal.keep((tx) => fingerprint(tx))).toEqual(before)
  }, 60_000)
})
