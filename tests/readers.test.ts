import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spaces } from '#access/tables.ts'
import type { Tool } from '#access/tools.ts'
import type { GroupKey } from '#app/sample/cast.ts'
import { groups } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
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

  it('GRP-4: and they still are where tools are shut, or not for all', async () => {
    const set = async (owner: 'liam' | 'paula' | 'stefan', group: GroupKey, tool: Tool, setting: object) =>
      (await portal.as(owner)).groups.changeTool({ id: portal.group(group), tool, ...setting })
    const moderator = { personId: portal.person('marta'), role: 'moderator' } as const
    await (await portal.as('paula')).groups.changeMember({ id: portal.group('carriers'), ...moderator })
    await set('liam', 'acme', 'feed', { viewers: 'keepers' })
    await set('liam', 'acme', 'tasks', { viewers: 'team', adders: 'owner' })
    await set('paula', 'carriers', 'feed', { viewers: 'keepers' })
    await set('paula', 'carriers', 'tasks', { on: false })
    await set('stefan', 'workshop', 'tasks', { viewers: 'owner' })
    expect(await findReaderFaults(portal)).toEqual([])
    const world = await portal.keep(readWorld)
    expect(await findSightFaults(portal, world, world.people.keys())).toEqual([])
  })

  it('GRP-10: and where a group is archived, or is being removed', async () => {
    const ended = (group: GroupKey, removed: boolean) =>
      portal.keep((tx) =>
        tx
          .update(spaces)
          .set({ archivedAt: new Date(), ...(removed ? { deletedAt: new Date() } : {}) })
          .where(inArray(spaces.id, spaceOf(tx, group))),
      )
    const spaceOf = (tx: Tx, group: GroupKey) =>
      tx
        .select({ id: groups.spaceId })
        .from(groups)
        .where(eq(groups.id, portal.group(group)))
    await ended('suppliers', false)
    await ended('acme', true)
    await ended('workshop', true)
    expect(await findReaderFaults(portal)).toEqual([])
  })

  it('nothing lifts an external above the ceiling (PPL-2)', async () => {
    expect(await portal.keep(findCeilingFaults)).toEqual([])
  })
})
