import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from './portal.ts'
import { marker, plantMarkers, walk } from './rules/canary.ts'
import { findCeilingFaults } from './rules/ceiling.ts'
import { damage, damages, type Damage } from './rules/damage.ts'
import { findTableFaults } from './rules/every-table.ts'
import { findIdFaults, outsider } from './rules/outsider.ts'
import { signIn } from './rules/procedures.ts'
import { findReaderFaults } from './rules/readers.ts'
import { findSightFaults, idsSeenBy, readWorld } from './rules/seen.ts'

/**
 * Each guard, on a portal that is whole and on one that is broken. A missing word is planted in tests/words.test.ts, a name without
 * its marks in tests/marks.test.ts, a forbidden import in tests/direction.test.ts, what breaks a single rule of tables in
 * tests/every-table.test.ts.
 */
const guards = {
  'every table': (portal: TestPortal) => portal.keep(findTableFaults),
  readers: findReaderFaults,
  ceiling: (portal: TestPortal) => portal.keep(findCeilingFaults),
  'model of kim': (portal: TestPortal) => sight(portal, 'kim'),
  'outsider lena': async (portal: TestPortal) => {
    const who = await outsider(portal, await signIn(portal, 'lena'), 1)
    return (await findIdFaults(who, { fitting: true })).faults
  },
  'canary for kim': async (portal: TestPortal) => {
    const kim = await signIn(portal, 'kim')
    await plantMarkers(portal, portal.person('kim'))
    const lists = /^(feed|tasks|people|groups)\.(list|get)$/
    return (await walk(kim, ({ name }) => lists.test(name), await idsSeenBy(portal, portal.person('kim')))).faults
  },
}
type Guard = keyof typeof guards

const sight = async (portal: TestPortal, key: PersonKey): Promise<string[]> =>
  findSightFaults(portal, await portal.keep(readWorld), [portal.person(key)])

/** What each must find, and what must find nothing, since another guard still holds. */
const broken: { damage: Damage; red: Guard[]; held?: Guard[] }[] = [
  // No marker comes through: an answer leaves out posts whose group its reader does not see.
  { damage: damages.openPosts, red: ['every table', 'readers', 'model of kim', 'outsider lena'] },
  { damage: damages.wideTasks, red: ['readers', 'model of kim', 'outsider lena', 'canary for kim'] },
  { damage: damages.widePeople, red: ['model of kim', 'outsider lena', 'canary for kim'] },
  { damage: damages.noTeam, red: ['readers', 'model of kim', 'canary for kim'] },
  { damage: damages.noClosing, red: ['readers', 'model of kim', 'canary for kim'] },
  { damage: damages.noTrigger, red: ['ceiling'], held: ['readers', 'model of kim'] },
  { damage: damages.noCeiling, red: ['ceiling', 'readers', 'model of kim', 'canary for kim'] },
  { damage: damages.loosePath, red: ['every table'] },
]

describe.each(broken)('when $damage.what', ({ damage: { how }, red, held = [] }) => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
    await damage(portal, await how(portal))
  })
  afterAll(() => portal.close())

  it.each(red)('%s says so', async (guard) => {
    expect(await guards[guard](portal)).not.toEqual([])
  })

  it.each(held)('%s finds nothing', async (guard) => {
    expect(await guards[guard](portal)).toEqual([])
  })
})

describe('a leak in an answer', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it('is found when a handler reads as the owner of the tables', async () => {
    const { platform } = portal
    const ownerInPlaceOfEverybody = { ...platform, database: { ...platform.database, app: platform.database.keeper } }
    const context = { platform: ownerInPlaceOfEverybody }
    const lena = await signIn(portal, 'lena')
    const kim = await signIn(portal, 'kim')
    const who = await outsider(portal, lena, 1)
    const leaky = { ...who, caller: { ...lena, context: { ...lena.context, ...context } } }
    expect((await findIdFaults(leaky, { fitting: true })).faults).not.toEqual([])
    await plantMarkers(portal, portal.person('kim'))
    const { faults } = await walk(
      { ...kim, context: { ...kim.context, ...context } },
      ({ name }) => name === 'groups.list',
      await idsSeenBy(portal, portal.person('kim')),
    )
    expect(faults.join('\n')).toContain(marker)
  })
})

describe('on a portal that is whole', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it.each(Object.keys(guards) as Guard[])('%s finds nothing', async (guard) => {
    expect(await guards[guard](portal)).toEqual([])
  })
})
