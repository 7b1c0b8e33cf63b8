import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
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
    await expect(names('noel')).rejects.toMatchObject({ code: 'NOT_FOUND' })
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

describe('who writes into a group', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  /** The ids that an attacker might have learned somewhere. */
  const idsOf = (key: GroupKey) =>
    portal.keep(async (tx) => {
      const { rows } = await tx.execute<{
        space: string
        audience: string
        team: string
        members: string
        staff: string
      }>(sql`
        select g.space_id as space, g.audience_id as audience,
          (select id from audiences a where a.space_id = g.space_id and a.kind = 'team') as team,
          (select id from circles c where c.space_id = g.space_id and c.name = 'members') as members,
          (select id from circles c where c.space_id = g.space_id and c.name = 'team') as staff
        from groups g where g.id = ${portal.group(key)}`)
      const [ids] = rows
      if (!ids) throw new Error(`There is no group ${key}.`)
      return { ...ids, group: portal.group(key) }
    })

  /** How many rows a statement touched under somebody's rules; "refused" when the database would not have it. */
  const attempt = (key: PersonKey, statement: ReturnType<typeof sql>) =>
    portal
      .under(key, async (tx) => (await tx.execute(statement)).rowCount)
      .catch((error: unknown) => {
        const { code } = (error as { cause: { code: string } }).cause
        return ['42501', '23503'].includes(code) ? 'refused' : code
      })

  const me = (key: PersonKey) => portal.person(key)

  it('nobody takes a seat in a group that they do not keep', async () => {
    const { space, audience, team } = await idsOf('acme')
    const seat = (key: PersonKey, spaceId: string, audienceId: string | null) =>
      attempt(
        key,
        sql`insert into seats (space_id, audience_id, person_id, level, because) values (${spaceId}, ${audienceId}, ${me(key)}, 4, 'x')`,
      )
    for (const key of ['lena', 'gita', 'anna', 'kim', 'boris'] as const)
      for (const audienceId of [audience, team, null]) expect(await seat(key, space, audienceId)).toBe('refused')
  })

  it('whoever keeps one group, or their own things, opens nothing of another with it', async () => {
    const [acme, workshop] = [await idsOf('acme'), await idsOf('workshop')]
    const ownOf = (key: PersonKey) =>
      portal.keep(
        async (tx) =>
          (await tx.execute<{ id: string }>(sql`select id from spaces where owner_id = ${me(key)}`)).rows[0]?.id,
      )
    const crossing = (key: PersonKey, space: string | undefined, audience: string) =>
      attempt(
        key,
        sql`insert into seats (space_id, audience_id, person_id, level, because) values (${space}, ${audience}, ${me(key)}, 4, 'x')`,
      )
    expect(await crossing('stefan', workshop.space, acme.audience)).toBe('refused')
    expect(await crossing('stefan', workshop.space, acme.team)).toBe('refused')
    for (const key of ['lena', 'gita', 'kim'] as const)
      expect(await crossing(key, await ownOf(key), acme.team)).toBe('refused')
    expect(await crossing('lena', await ownOf('lena'), acme.audience)).toBe('refused')
    expect(
      await attempt(
        'stefan',
        sql`insert into members (group_id, space_id, audience_id, person_id, role) values (${acme.group}, ${workshop.space}, ${workshop.audience}, ${me('stefan')}, 'member')`,
      ),
    ).toBe('refused')
    expect(
      await attempt(
        'stefan',
        sql`insert into appearances (person_id, space_id, audience_id) values (${me('stefan')}, ${workshop.space}, ${acme.audience})`,
      ),
    ).toBe('refused')
  })

  it('nobody writes themselves among the members, into a circle or before its eyes', async () => {
    const { space, audience, members, staff, group } = await idsOf('carriers')
    for (const key of ['kim', 'lena', 'gita', 'kasia'] as const) {
      expect(
        await attempt(
          key,
          sql`insert into members (group_id, space_id, audience_id, person_id, role) values (${group}, ${space}, ${audience}, ${me(key)}, 'moderator')`,
        ),
      ).toBe('refused')
      for (const circle of [members, staff])
        expect(
          await attempt(key, sql`insert into circle_members (circle_id, person_id) values (${circle}, ${me(key)})`),
        ).toBe('refused')
      expect(
        await attempt(
          key,
          sql`insert into appearances (person_id, space_id, audience_id) values (${me(key)}, ${space}, ${audience})`,
        ),
      ).toBe('refused')
      expect(await attempt(key, sql`update members set role = 'owner' where group_id = ${group}`)).toBe(0)
    }
  })

  it('its keepers bring in nobody whom they do not see, and no external into the team (PPL-2)', async () => {
    const { space, audience, members, staff, group } = await idsOf('acme')
    const hidden = me('lena')
    expect(
      await attempt(
        'liam',
        sql`insert into members (group_id, space_id, audience_id, person_id, role) values (${group}, ${space}, ${audience}, ${hidden}, 'member')`,
      ),
    ).toBe('refused')
    expect(
      await attempt('liam', sql`insert into circle_members (circle_id, person_id) values (${members}, ${hidden})`),
    ).toBe('refused')
    expect(
      await attempt(
        'liam',
        sql`insert into appearances (person_id, space_id, audience_id) values (${hidden}, ${space}, ${audience})`,
      ),
    ).toBe('refused')
    expect(
      await attempt(
        'liam',
        sql`insert into seats (space_id, audience_id, person_id, level, because) values (${space}, ${audience}, ${hidden}, 1, 'x')`,
      ),
    ).toBe('refused')
    expect(
      await attempt('liam', sql`insert into circle_members (circle_id, person_id) values (${staff}, ${me('kim')})`),
    ).toBe('refused')
    expect(
      await attempt(
        'liam',
        sql`insert into seats (space_id, person_id, level, because) values (${space}, ${me('kim')}, 1, 'x')`,
      ),
    ).toBe('refused')
    expect(
      await attempt(
        'liam',
        sql`insert into seats (space_id, circle_id, level, because) values (${space}, ${members}, 1, 'x')`,
      ),
    ).toBe('refused')
  })

  it('only its keepers change it, and nobody its place or its kind (GRP-1, GRP-2)', async () => {
    const acme = await idsOf('acme')
    for (const key of ['kim', 'boris', 'lena', 'gita'] as const) {
      expect(await attempt(key, sql`update groups set external_since = null where id = ${acme.group}`)).toBe('refused')
      expect(await attempt(key, sql`update spaces set external_since = null where id = ${acme.space}`)).toBe('refused')
      expect(await attempt(key, sql`insert into audiences (space_id, kind) values (${acme.space}, 'named')`)).toBe(
        'refused',
      )
      expect(await attempt(key, sql`delete from audiences where space_id = ${acme.space}`)).toBe(0)
      expect(await attempt(key, sql`delete from seats where space_id = ${acme.space}`)).toBe(0)
    }
    const { audience } = await idsOf('heron')
    for (const change of [
      sql`audience_id = ${audience}`,
      sql`space_id = ${acme.space}`,
      sql`kind = 'workgroup'`,
      sql`created_at = now()`,
    ])
      expect(await attempt('liam', sql`update groups set ${change} where id = ${acme.group}`)).toBe('refused')
    expect(await attempt('liam', sql`delete from groups where id = ${acme.group}`)).toBe('refused')
  })

  it('an external makes no group, whatever they know (GRP-6)', async () => {
    const { space, audience } = await idsOf('acme')
    expect(await attempt('kim', sql`select access.open_group_space(true)`)).toBe('refused')
    expect(await attempt('kim', sql`insert into spaces (kind) values ('group')`)).toBe('refused')
    expect(
      await attempt(
        'kim',
        sql`insert into groups (space_id, audience_id, name, kind, visibility) values (${space}, ${audience}, 'Mine', 'workgroup', 'open')`,
      ),
    ).toBe('refused')
  })
})
