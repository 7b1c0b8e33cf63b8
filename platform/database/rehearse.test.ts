import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { postgresCode } from './failure.ts'
import type { Tx } from './transaction.ts'
import { rehearse } from './rehearse.ts'

describe('a rehearsal', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const postsSeen = async (tx: Tx): Promise<number> =>
    Number((await tx.execute<{ n: string }>(sql`select count(*) as n from posts`)).rows[0]?.n)
  const closeAll = (tx: Tx) => tx.execute(sql`update spaces set external_since = null where kind <> 'person'`)

  it('shows what somebody would see after the real act, and takes everything back', async () => {
    const { database } = portal.platform
    const kim = portal.person('kim')
    const seen = await rehearse(database, async (tx, lookAs) => {
      const before = await lookAs(kim, postsSeen)
      await closeAll(tx)
      return { before, after: await lookAs(kim, postsSeen), anna: await lookAs(portal.person('anna'), postsSeen) }
    })
    expect(seen.before).toBeGreaterThan(0)
    expect(seen.after).toBe(0)
    expect(seen.anna).toBeGreaterThan(seen.before)
    expect(await rehearse(database, (_, lookAs) => lookAs(kim, postsSeen))).toBe(seen.before)
  })

  it('looks with no more right than the person has, and acts as the keeper again afterwards', async () => {
    const { database } = portal.platform
    const tried = rehearse(database, (_, lookAs) =>
      lookAs(portal.person('kim'), (tx) => tx.execute(sql`select * from sign_ins`)),
    )
    await expect(tried).rejects.toMatchObject({ cause: { code: '42501' } })
    const roles = await rehearse(database, async (tx, lookAs) => {
      const role = (of: Tx) =>
        of.execute(sql`select current_user as role, current_setting('loggia.person', true) as who`)
      const looked = await lookAs(portal.person('kim'), role)
      return [looked.rows[0], (await role(tx)).rows[0]]
    })
    expect(roles).toEqual([
      { role: 'loggia_app', who: portal.person('kim') },
      { role: 'loggia_keeper', who: '' },
    ])
  })

  it('is one moment: who goes while it looks is still there for it', async () => {
    const { database } = portal.platform
    const kim = portal.person('kim')
    const dismiss = async (dismissedAt: Date | null): Promise<void> => {
      await portal.keep((tx) => tx.update(people).set({ dismissedAt }).where(eq(people.id, kim)))
    }
    const seen = await rehearse(database, async (_, lookAs) => {
      const before = await lookAs(kim, postsSeen)
      await dismiss(new Date())
      return { before, after: await lookAs(kim, postsSeen) }
    })
    await dismiss(null)
    expect(seen.before).toBeGreaterThan(0)
    expect(seen.after).toBe(seen.before)
  })

  it('is begun anew when somebody really acts on what it acts on, a few times', async () => {
    const { database } = portal.platform
    const meet = async (meetings: number) => {
      let tries = 0
      const done = rehearse(database, async (tx) => {
        await postsSeen(tx)
        if (++tries <= meetings) await portal.keep(touchAll)
        await touchAll(tx)
        return tries
      })
      return done.catch((error: unknown) => postgresCode(error))
    }
    const touchAll = (tx: Tx) => tx.execute(sql`update spaces set external_since = external_since`)
    expect(await meet(1)).toBe(2)
    expect(await meet(6)).toBe(7)
    expect(await meet(9)).toBe('40001')
  })

  it('takes back what was done when the work fails', async () => {
    const stumbled = rehearse(portal.platform.database, async (tx) => {
      await closeAll(tx)
      throw new Error('stumbled')
    })
    await expect(stumbled).rejects.toThrow('stumbled')
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n from spaces where kind = 'group' and external_since is not null`,
      ),
    )
    expect(rows[0]?.n).toBeGreaterThan(0)
  })

  it('lets the app role become nobody else', async () => {
    const { app, keeper } = portal.platform.database
    await expect(app.query('set role loggia_keeper')).rejects.toThrow('permission denied')
    const { rows } = await keeper.query(
      `select pg_has_role('loggia_keeper', 'loggia_app', 'usage') as inherits, rolcanlogin from pg_roles where rolname = 'loggia_app'`,
    )
    expect(rows[0]).toMatchObject({ inherits: false })
  })
})
