import { sql } from 'drizzle-orm'
import { getTableName } from 'drizzle-orm/table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tables } from '#app/database.ts'
import { clearSample } from '#app/seed.ts'
import { openTestPortal, type TestPortal } from './portal.ts'

describe('the sample company', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it('is taken out without leaving anything, so that a filling that was broken off begins again on clean ground', async () => {
    await clearSample(portal.platform)
    const left = await portal.keep(async (tx) => {
      const found: string[] = []
      for (const table of tables) {
        const { rows } = await tx.execute<{ rows: number }>(sql`select count(*)::int as rows from ${table}`)
        if (rows[0]?.rows) found.push(`${getTableName(table)}: ${rows[0].rows}`)
      }
      return found
    })
    // The portal stays with its own space, its rules of inviting, and the circles of its administrators and of all its employees.
    expect(left).toEqual(['spaces: 1', 'circles: 2', 'portal: 1', 'invitation_rules: 1'])
  })
})
