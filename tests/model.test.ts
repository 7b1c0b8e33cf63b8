import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from './portal.ts'
import { take } from './rules/commands.ts'
import { found } from './rules/founding.ts'
import { stories } from './rules/stories.ts'
import { findReaderFaults } from './rules/readers.ts'
import { findNamingFaults } from './rules/named.ts'
import { findSightFaults } from './rules/seen.ts'

const runs = { numRuns: 30, seed: 20_261_122, endOnFailure: true }

describe('whatever happens in a company', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it('everybody sees what the product says, and is let do what it says', async () => {
    const done = new Set<string>()
    await fc.assert(
      fc.asyncProperty(stories(30), async (story) => {
        const company = await found(portal)
        const faults: string[] = []
        for (const step of story) {
          const fault = await take(portal, company, step)
          if (fault) faults.push(fault)
          else done.add(step.does)
        }
        faults.push(...(await findSightFaults(portal, company.world, company.world.people.keys())))
        faults.push(...(await findNamingFaults(portal, company.world)))
        expect(faults).toEqual([])
      }),
      runs,
    )
    expect(done.size).toBe(23)
  }, 120_000)

  it('and the readers of every audience are still those whom the rules let read there', async () => {
    expect(await findReaderFaults(portal)).toEqual([])
  }, 60_000)
})
