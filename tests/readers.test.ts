import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from './portal.ts'
import { findCeilingFaults } from './rules/ceiling.ts'
import { findReaderFaults } from './rules/readers.ts'
import { findSightFaults, readWorld } from './rules/seen.ts'

describe('in the whole sample company', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it('the readers of every audience are those whom the rules let read there', async () => {
    expect(await findReaderFaults(portal)).toEqual([])
  })

  it('everybody sees what the product says they see, and nothing else', async () => {
    const world = await portal.keep(readWorld)
    expect(await findSightFaults(portal, world, world.people.keys())).toEqual([])
  })

  it('nothing lifts an external above the ceiling (PPL-2)', async () => {
    expect(await portal.keep(findCeilingFaults)).toEqual([])
  })
})
