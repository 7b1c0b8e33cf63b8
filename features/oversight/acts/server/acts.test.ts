import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { members } from '#features/groups/server/tables.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import type { Act, AskedAct } from '../contract.ts'
import { doNext } from './jobs.ts'

const missing = '00000000-0000-7000-8000-000000000000'
const everybody = { mine: false, never: false, sponsorLeft: false, expiring: false, many: false, none: false }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('acts with many people from outside (SEE-1)', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const ids = (...keys: PersonKey[]) => keys.map((key) => portal.person(key))
  const finished = async (client: Client, asked: AskedAct): Promise<Act> => {
    const { id } = await client.oversight.acts.start(asked)
    await portal.platform.jobs.settled()
    const act = (await client.oversight.acts.list()).items.find((one) => one.id === id)
    if (!act?.finishedAt) throw new Error('The act is not finished.')
    return act
  }
  const stay = async (group: 'acme' | 'carriers' | 'suppliers', key: PersonKey) =>
    (
      await portal.keep((tx) =>
        tx
          .select()
          .from(members)
          .where(and(eq(members.groupId, portal.group(group)), eq(members.personId, portal.person(key)))),
      )
    )[0]
  const said = (what: Promise<unknown>) => what.then(JSON.stringify, (error: unknown) => JSON.stringify(error))

  it('SEE-1: people from outside can neither count, begin nor list', async () => {
    const { acts } = (await portal.as('kim')).oversight
    const asked = { kind: 'remove' as const, ids: ids('omar'), groupId: portal.group('acme') }
    const anywhere = await said((await portal.as('kim')).groups.get({ id: missing }))
    expect(await said(acts.preview(asked))).toBe(anywhere)
    expect(await said(acts.start(asked))).toBe(anywhere)
    expect(await said(acts.list())).toBe(anywhere)
  })

  it('SEE-1: a sponsor acts only on those they answer for, and reads only what they did themselves', async () => {
    const liam = await portal.as('liam')
    const asked = { kind: 'extend' as const, ids: ids('lena', 'ruth'), until: inDays(50) }
    expect(await liam.oversight.acts.preview(asked)).toMatchObject({ people: 0, touched: 0, stays: 0 })
    const { total } = await finished(liam, asked)
    expect(total).toBe(0)
    expect((await (await portal.as('anna')).oversight.acts.list()).items).toEqual([])
    const dismissing = await said(liam.oversight.acts.start({ kind: 'dismiss', ids: ids('kim') }))
    expect(dismissing).toContain('ADMINISTRATORS_DISMISS')
  })

  it('SEE-1: an administrator extends everybody who matches, and reads first how many and where access had ended', async () => {
    await portal.keep((tx) =>
      tx
        .update(members)
        .set({ until: inDays(-2), lapsedAt: new Date() })
        .where(eq(members.personId, portal.person('omar'))),
    )
    const anna = await portal.as('anna')
    const asked = {
      kind: 'extend' as const,
      matching: { ...everybody, groupId: portal.group('acme') },
      until: inDays(60),
    }
    const preview = await anna.oversight.acts.preview(asked)
    expect(preview).toMatchObject({ people: 4, touched: 1, stays: 1, ended: 1 })
    // Three have no last day: they are left as they are, and not counted among those with whom it could not be done.
    expect(await finished(anna, asked)).toMatchObject({ total: 1, done: 1, failed: 0 })
    expect(await stay('acme', 'omar')).toMatchObject({ until: inDays(60), lapsedAt: null })
  })

  it('SEE-1: an administrator who is not in a group takes people from outside out of it, and nobody else', async () => {
    const anna = await portal.as('anna')
    const act = await finished(anna, {
      kind: 'remove',
      ids: ids('lena', 'kim', 'boris'),
      groupId: portal.group('carriers'),
    })
    // Kim is not in it, which is what was asked for; Boris works here.
    expect(act).toMatchObject({ total: 1, failed: 0 })
    expect(await stay('carriers', 'lena')).toBeUndefined()
    expect(await stay('carriers', 'boris')).toBeDefined()
    const boris = anna.groups.removeMember({ id: portal.group('carriers'), personId: portal.person('boris') })
    expect(await said(boris)).toBe(
      await said(anna.groups.removeMember({ id: missing, personId: portal.person('boris') })),
    )
  })

  it('SEE-1: what a single act refuses an act of many refuses too, and says with whom and why', async () => {
    await portal.keep((tx) =>
      tx
        .update(sponsorships)
        .set({ sponsorId: portal.person('nora') })
        .where(eq(sponsorships.personId, portal.person('sofia'))),
    )
    const act = await finished(await portal.as('nora'), {
      kind: 'remove',
      ids: ids('sofia'),
      groupId: portal.group('acme'),
    })
    expect(act).toMatchObject({ total: 1, done: 1, failed: 1 })
    expect(act.failures).toMatchObject([{ name: 'Sofia Marques', code: 'OWNER_AND_MODERATORS_ONLY' }])
    expect(await stay('acme', 'sofia')).toBeDefined()
  })

  it('SEE-1: a colleague takes people over from a sponsor in bulk', async () => {
    const act = await finished(await portal.as('liam'), {
      kind: 'sponsor',
      ids: ids('kim', 'omar'),
      sponsorId: portal.person('ruth'),
    })
    expect(act).toMatchObject({ total: 2, failed: 0 })
    const { items } = await (await portal.as('ruth')).oversight.externals.list({})
    expect(items.map(({ person }) => person.name)).toEqual(['Kim Lee', 'Omar Haddad'])
  })

  it('SEE-1: whoever is out of sight when their turn comes is left alone, and is not counted among those with whom it was done', async () => {
    await portal.platform.jobs.stop()
    const ruth = await portal.as('ruth')
    const asked = { kind: 'sponsor' as const, ids: ids('kim', 'omar'), sponsorId: portal.person('liam') }
    const { id, total } = await ruth.oversight.acts.start(asked)
    const answers = async (key: PersonKey) =>
      (
        await portal.keep((tx) =>
          tx
            .select()
            .from(sponsorships)
            .where(eq(sponsorships.personId, portal.person(key))),
        )
      )[0]?.sponsorId
    await portal.keep((tx) =>
      tx
        .update(sponsorships)
        .set({ sponsorId: portal.person('nora') })
        .where(eq(sponsorships.personId, portal.person('kim'))),
    )
    while (await doNext(portal.platform, id));
    const act = (await ruth.oversight.acts.list()).items[0]
    expect([total, act?.done, act?.failed]).toEqual([2, 2, 1])
    expect(act?.failures).toMatchObject([{ personId: portal.person('kim'), code: 'NOT_THERE' }])
    expect([await answers('kim'), await answers('omar')]).toEqual([portal.person('nora'), portal.person('liam')])
  })

  it('SEE-1: dismissing many asks for a fresh proof, and goes on where a killed process stopped', async () => {
    const asked: AskedAct = { kind: 'dismiss', matching: { ...everybody, groupId: portal.group('suppliers') } }
    expect(await said((await portal.as('anna')).oversight.acts.start(asked))).toContain('SIGNED_IN_BY_TOKEN')
    const anna = await portal.freshly('anna')
    const { id, total } = await anna.oversight.acts.start(asked)
    expect(total).toBe(4)
    await doNext(portal.platform, id)
    expect((await anna.oversight.acts.list()).items[0]).toMatchObject({ done: 1, finishedAt: null })
    while (await doNext(portal.platform, id));
    expect((await anna.oversight.acts.list()).items[0]).toMatchObject({ done: 4, failed: 0 })
    const here = await portal.keep((tx) =>
      tx
        .select()
        .from(people)
        .where(and(eq(people.kind, 'external'), isNull(people.dismissedAt))),
    )
    expect(here).toHaveLength(8)
  })
})
