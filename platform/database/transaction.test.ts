import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPerson } from '#access/signed-in.ts'
import { asKeeper } from './keeper.ts'
import type { Tx } from './transaction.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

describe('a transaction of a person', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const asKim = <T>(work: (tx: Tx) => Promise<T>) => asPerson(portal.platform.database, portal.person('kim'), work)

  it.each([
    'commit',
    ' BEGIN',
    'rollback',
    'end',
    "set loggia.person = ''",
    'set role loggia_keeper',
    'reset all',
    'discard all',
    "select set_config('loggia.person', 'somebody', true)",
    'select 1; commit',
  ])('refuses %s from inside', async (statement) => {
    await expect(asKim((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('from outside') as string },
    })
  })

  it('answers nothing once it is over', async () => {
    let kept: Tx | undefined
    await asKim((tx) => {
      kept = tx
      return Promise.resolve()
    })
    await expect(Promise.resolve(kept?.execute(sql`select 1`))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('over') as string },
    })
  })

  it('leaves nothing half-written when the work fails', async () => {
    const rename = asKim(async (tx) => {
      await tx.execute(sql`update people set name = 'Nobody' where id = ${portal.person('kim')}`)
      throw new Error('stumbled')
    })
    await expect(rename).rejects.toThrow('stumbled')
    const { rows } = await portal.keep((tx) =>
      tx.execute(sql`select name from people where id = ${portal.person('kim')}`),
    )
    expect(rows).toEqual([{ name: 'Kim Lee' }])
  })

  it('fails alone when PostgreSQL drops its connection, and the next one works', async () => {
    const { database } = portal.platform
    const dropped = asKeeper(database, async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await database.keeper.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
      await new Promise((resolve) => setTimeout(resolve, 50))
      return tx.execute(sql`select 1`)
    })
    await expect(dropped).rejects.toThrow('Failed query')
    expect((await asKim((tx) => tx.execute(sql`select 1 as one`))).rows).toEqual([{ one: 1 }])
  })

  it('speaks for nobody when nobody was named, and keeps no name for the next', async () => {
    await asKim((tx) => tx.execute(sql`select access.me()`))
    const { app } = portal.platform.database
    for (let again = 0; again < 3; again++)
      await expect(app.query('select * from people')).rejects.toThrow('nobody is signed in')
  })
})
