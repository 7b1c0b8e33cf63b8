import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTableFaults } from './rules/every-table.ts'
import { openTestPortal, type TestPortal } from './portal.ts'

describe('every table', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it('keeps the rules of architecture', async () => {
    expect(await portal.keep(findTableFaults)).toEqual([])
  })

  it.each([
    ['a rule dropped', 'drop policy "seen by its audience" on groups', 'A rule is not in the database: groups'],
    ['row security switched off', 'alter table members disable row level security', 'Row security is on'],
    ['a rule for everyone', 'create policy all_may on groups for select using (true)', 'for the app role alone'],
    [
      'a rule that is simply true',
      'create policy all_may on groups for select to loggia_app using (true)',
      'simply true',
    ],
    [
      'a function asked for each row',
      'create policy slow on groups for select to loggia_app using (access.me() is not null)',
      'once per statement',
    ],
    ['a path unpinned', 'alter function access.me() reset search_path', 'search path pinned'],
    ['a function for everyone', 'grant execute on function access.readers(uuid, text) to public', 'not for everyone'],
    ['a grant to move rows', 'grant update (audience_id) on groups to loggia_app', 'never change'],
    ['a grant to truncate', 'grant truncate on groups to loggia_app', 'no right on a table but'],
    ['a name one may write unseen', 'drop trigger only_whom_one_sees_responsible_id on tasks', 'must see that person'],
    ['a plain view', 'create view names as select name from people', 'security_invoker'],
    ['a table nobody declared', 'create table notes (id int)', 'stands in no tables.ts'],
  ])('is found out: %s', async (_what, damage, sentence) => {
    const undone = new Error('undone')
    const faults: string[] = []
    await portal
      .keep(async (tx) => {
        await tx.execute(sql.raw(damage))
        faults.push(...(await findTableFaults(tx)))
        throw undone
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
    expect(faults.join('\n')).toContain(sentence)
  })
})
