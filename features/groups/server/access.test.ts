import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

describe('who sees a group', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const names = async (key: Parameters<TestPortal['as']>[0]) => {
    const { items } = await (await portal.as(key)).groups.list({ limit: 50, mine: false })
    return items.map((group) => group.name).toSorted()
  }

  it('an employee finds open and closed groups, and no secret or external one they are not in', async () => {
    expect(await names('gita')).toEqual([
      'Everyone at Orlanta',
      'Materials library',
      'Stolarnia w Pruszkowie',
      'Новый офис в Алматы',
    ])
  })

  it('an external sees their own groups only (PPL-2)', async () => {
    expect(await names('kim')).toEqual(['Acme headquarters, Dublin'])
    expect(await names('noel')).toEqual([])
  })

  it('a hidden group and a missing one are the same answer', async () => {
    const kim = await portal.as('kim')
    const answer = (id: string) => kim.groups.get({ id }).catch((error: unknown) => JSON.stringify(error))
    const missing = await answer('00000000-0000-7000-8000-000000000000')
    expect(missing).toContain('NOT_FOUND')
    for (const key of ['everyone', 'heron', 'carriers', 'library'] as const)
      expect(await answer(portal.group(key))).toBe(missing)
  })
})
