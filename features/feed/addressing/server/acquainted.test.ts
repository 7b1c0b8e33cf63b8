import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'

let portal: TestPortal
let carriers: string
beforeAll(async () => {
  portal = await openTestPortal()
  carriers = portal.group('carriers')
})
afterAll(() => portal.close())

const write = async (who: PersonKey, ...to: PersonKey[]) =>
  refusal(
    (await portal.as(who)).feed.add({
      to: to.map((key) => ({ kind: 'person' as const, id: portal.person(key) })),
      text: 'Addressed',
    }),
  )

describe('FEED-2: people from outside are written to by whoever meets them in a group', () => {
  const both = async () => [await write('paula', 'lena'), await write('lena', 'paula')]
  const nobody = ['INVALID 400', 'INVALID 400']

  it('and not once it is archived', async () => {
    expect(await both()).toEqual(['done', 'done'])
    const paula = await portal.freshly('paula')
    await paula.groups.archive({ id: carriers })
    expect(await both()).toEqual(nobody)
    await paula.groups.reopen({ id: carriers })
    expect(await both()).toEqual(['done', 'done'])
  })

  it.each(['voice', 'readonly'] as const)('GRP-7: and not where they do not speak by name: %s', async (isolation) => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: carriers, isolation })
    expect(await both()).toEqual(nobody)
    await paula.groups.isolate({ id: carriers, isolation: 'company' })
    expect(await both()).toEqual(['done', 'done'])
  })

  it('INV-11: and not when their time there is over', async () => {
    const lapse = (at: Date | null) =>
      portal.keep((tx) =>
        tx.execute(
          sql`update members set lapsed_at = ${at} where group_id = ${carriers} and person_id = ${portal.person('timur')}`,
        ),
      )
    expect(await write('paula', 'timur')).toBe('done')
    await lapse(new Date())
    expect(await write('paula', 'timur')).toBe('INVALID 400')
    await lapse(null)
  })

  it('GRP-7: two of one company who meet there are written to together, two competitors are not', async () => {
    expect(await write('paula', 'lena', 'timur')).toBe('done')
    expect(await write('paula', 'lena', 'piotr')).toBe('DO_NOT_SEE_EACH_OTHER 403')
  })
})

describe('who is read beside oneself, where something is addressed to both', () => {
  /** All whom the database names to somebody so. */
  const beside = (who: PersonKey) =>
    portal.under(who, async (tx) => {
      const all = (await portal.keep((keeper) => keeper.select({ id: people.id }).from(people))).map(({ id }) => id)
      const { rows } = await tx.execute<{ name: string }>(
        sql`select name from access.met_beside_me(${sql.param(all)}::uuid[]) order by name`,
      )
      return rows.map(({ name }) => name)
    })

  it('PPL-5: is somebody from outside, named to those who work here, and to nobody from outside', async () => {
    const nobodyYet = ['gita', 'kim'] as const
    for (const who of nobodyYet) expect(await beside(who), who).toEqual([])
    const to = ['kim', 'gita'] as const
    const made = await (
      await portal.as('liam')
    ).feed.add({ to: to.map((key) => ({ kind: 'person' as const, id: portal.person(key) })), text: 'Both of you' })
    // Neither colleagues, nor those from outside who stand in the same group and are not written to.
    expect(await beside('gita')).toEqual(['Kim Lee'])
    for (const who of ['kim', 'omar'] as const) expect(await beside(who), who).toEqual([])
    expect((await (await portal.as('gita')).feed.get({ id: made.id })).to).toHaveLength(2)
  })

  it('is nobody who stands beside them anywhere else', async () => {
    const before = await beside('stefan')
    await portal.keep((tx) =>
      tx.execute(sql`insert into seats (space_id, audience_id, person_id, level, because)
        select a.space_id, a.id, ${portal.person('stefan')}, 1, 'planted' from audiences a join groups g on g.space_id = a.space_id
        where g.id = ${carriers} and a.kind = 'everyone'`),
    )
    expect(await beside('stefan')).toEqual(before)
  })
})
