import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { Tx } from '#platform/database/transaction.ts'

const count = async (tx: Tx): Promise<number> => {
  const { rows } = await tx.execute<{ count: number }>(sql`select cardinality(access.my_spaces(1)) as count`)
  return rows[0]?.count ?? 0
}

describe('where one sits is kept within a transaction, and never longer than it is true', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const circlesOf = (key: 'nora', group: 'acme') =>
    sql`person_id = ${portal.person(key)} and circle_id in (select c.id from circles c join groups g on g.space_id = c.space_id where g.id = ${portal.group(group)})`

  it('what somebody else takes away is gone for the next statement of an open transaction', async () => {
    const counts = await portal.under('nora', async (tx) => {
      const before = [await count(tx), await count(tx)]
      await portal.keep((keeper) => keeper.execute(sql`delete from circle_members where ${circlesOf('nora', 'acme')}`))
      await portal.keep((keeper) =>
        keeper.execute(
          sql`delete from seats where person_id = ${portal.person('nora')} and space_id in (select space_id from groups where id = ${portal.group('acme')})`,
        ),
      )
      return [...before, await count(tx)]
    })
    expect(counts[1]).toBe(counts[0])
    expect(counts[2]).toBe((counts[0] ?? 0) - 1)
  })

  it('what one opens oneself is there for the next statement', async () => {
    const [before, after] = await portal.under('nora', async (tx) => {
      const first = await count(tx)
      await tx.execute(sql`select access.open_group_space(false)`)
      return [first, await count(tx)]
    })
    expect(after).toBe(before + 1)
  })

  it('whoever is dismissed meanwhile is nobody at the next statement', async () => {
    const asked = portal.under('nora', async (tx) => {
      await count(tx)
      await portal.keep((keeper) =>
        keeper.execute(sql`update people set dismissed_at = now() where id = ${portal.person('nora')}`),
      )
      return count(tx)
    })
    await expect(asked).rejects.toThrow('Failed query')
  })

  it('another person on the same connection starts from nothing', async () => {
    const [anna, zofia] = [await portal.under('anna', count), await portal.under('zofia', count)]
    expect(await portal.under('anna', count)).toBe(anna)
    expect(await portal.under('zofia', count)).toBe(zofia)
  })
})
