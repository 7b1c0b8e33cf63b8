import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { circleMembers, companies, people, seats } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { events } from '#events/tables.ts'
import { saidCompanies } from '../../server/tables.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'

let portal: TestPortal
let anna: Client
beforeAll(async () => {
  portal = await openTestPortal()
  anna = await portal.as('anna')
})
afterAll(() => portal.close())

const named = async (client: Client) => (await client.people.companies.list({ limit: 200 })).items
const idOf = async (name: string) => (await named(anna)).find((company) => company.name === name)?.id ?? ''

describe('PPL-7: companies', () => {
  it('are all seen by employees, with how many of their people each of them sees', async () => {
    const all = ['Acme', 'Aqtas Glass', 'Beta Logistics', 'Gamma Freight', 'Open Bench']
    const [liam, gita] = [await portal.as('liam'), await portal.as('gita')]
    expect((await named(gita)).map(({ name, people: count }) => [name, count])).toEqual(all.map((name) => [name, 0]))
    expect((await named(liam)).find(({ name }) => name === 'Acme')?.people).toBe(3)
    expect((await named(anna)).find(({ name }) => name === 'Open Bench')?.people).toBeGreaterThan(1)
  })

  it('to an external are those of the people they see; the others are not there', async () => {
    const kim = await portal.as('kim')
    expect((await named(kim)).map(({ name }) => name)).toEqual(['Acme', 'Open Bench'])
    const missing = '00000000-0000-7000-8000-000000000000'
    const answer = (id: string) => kim.people.companies.get({ id }).catch((error: unknown) => JSON.stringify(error))
    expect(await answer(await idOf('Beta Logistics'))).toBe(await answer(missing))
    expect((await kim.people.list({ companyId: await idOf('Beta Logistics') })).items).toEqual([])
    const acme = { companyId: await idOf('Acme'), limit: 200 }
    expect((await kim.people.list(acme)).items.map(({ name }) => name)).toContain('Omar Haddad')
    expect((await (await portal.as('gita')).people.list(acme)).items).toEqual([])
    expect((await anna.people.list(acme)).items).toHaveLength(3)
  })

  it('are the same to an external however they are looked up: by whom they know, and where those are too many by the people of each', async () => {
    const ofPeople = async (tx: Tx) => {
      const seen = await tx.select({ id: companies.id }).from(companies)
      const met = await tx.selectDistinct({ id: people.companyId }).from(people).where(isNotNull(people.companyId))
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(met.map(({ id }) => id)))
      return seen.length
    }
    const counts = await rehearse(portal.platform.database, async (tx, lookAs) => {
      const kim = portal.person('kim')
      const looks = [await lookAs(kim, ofPeople), await lookAs(portal.person('piotr'), ofPeople)]
      const [crowded] = await tx.insert(companies).values({ name: 'Crowded' }).returning()
      await tx.execute(sql`
        with made as (insert into people (kind, name, company_id) select 'external', 'Of many', ${crowded?.id} from generate_series(1, 3001) returning id)
        insert into appearances (person_id, space_id, audience_id)
        select made.id, place.space_id, place.audience_id from made, (select space_id, audience_id from appearances where person_id = ${kim} limit 1) place`)
      const [alone] = await tx
        .insert(people)
        .values({ kind: 'external', name: 'In no group', companyId: crowded?.id })
        .returning()
      for (const id of [kim, portal.person('piotr'), alone?.id ?? '']) looks.push(await lookAs(id, ofPeople))
      return looks
    })
    expect(counts).toEqual([counts[0], counts[1], (counts[0] ?? 0) + 1, counts[1], 1])
  })

  it('are added and renamed by administrators, once under each name however it is written', async () => {
    const made = await anna.people.companies.create({ name: '  North   Wind ' })
    expect(made).toMatchObject({ name: 'North Wind', people: 0 })
    expect((await anna.people.companies.create({ name: 'ｎｏｒｔｈ wind' })).id).toBe(made.id)
    await expect(anna.people.companies.change({ id: made.id, name: 'ACME' })).rejects.toMatchObject({
      code: 'COMPANY_NAME_TAKEN',
      status: 403,
    })
    expect(await anna.people.companies.change({ id: made.id, name: 'NORTH WIND' })).toMatchObject({
      name: 'NORTH WIND',
    })
    const acme = await idOf('Acme')
    for (const key of ['helena', 'kim'] as const) {
      const client = await portal.as(key)
      for (const call of [
        client.people.companies.create({ name: 'Mine' }),
        client.people.companies.change({ id: made.id, name: 'Mine' }),
        client.people.companies.merge({ id: made.id, companyId: acme }),
        client.people.change({ id: portal.person('omar'), companyId: made.id }),
      ])
        await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' })
      const raw = portal.under(key, (tx) =>
        tx.update(companies).set({ name: 'Mine' }).where(eq(companies.id, made.id)).returning(),
      )
      expect(await raw).toEqual([])
      await expect(
        portal.under(key, (tx) => tx.execute(sql`update people set company_id = ${made.id} where id = access.me()`)),
      ).rejects.toThrow('Failed query')
    }
  })

  it('PPL-5: whoever sees somebody reads what their company is called, as it is called by now; nobody writes another name there', async () => {
    const kim = portal.person('kim')
    const acme = await idOf('Acme')
    const seen = async (key: PersonKey) => (await (await portal.as(key)).people.get({ id: kim })).company
    await anna.people.companies.change({ id: acme, name: 'Acme Group' })
    expect([await seen('liam'), await seen('omar'), await seen('kim')]).toEqual(Array(3).fill('Acme Group'))
    await anna.people.companies.change({ id: acme, name: 'Acme' })
    expect(await seen('omar')).toBe('Acme')
    await portal.keep((tx) => tx.update(people).set({ company: 'Another', companyId: acme }).where(eq(people.id, kim)))
    expect(await seen('omar')).toBe('Acme')
    for (const set of [sql`company = 'Another'`, sql`company = null`])
      await expect(portal.keep((tx) => tx.execute(sql`update people set ${set} where id = ${kim}`))).rejects.toThrow(
        'Failed query',
      )
    await expect(
      portal.under('kim', (tx) => tx.execute(sql`update people set company = 'Another' where id = access.me()`)),
    ).rejects.toThrow('Failed query')
  })

  it('are given to a person by an administrator; this is told where only the person stands', async () => {
    const [yusuf, aqtas] = [portal.person('yusuf'), await idOf('Aqtas Glass')]
    const [before] = await portal.keep((tx) => tx.select().from(people).where(eq(people.id, yusuf)))
    const changed = await anna.people.change({ id: yusuf, companyId: aqtas, position: 'Glazier' })
    expect(changed).toMatchObject({ company: 'Aqtas Glass', companyId: aqtas, position: 'Glazier' })
    const told = await portal.keep((tx) => tx.select().from(events).where(eq(events.aboutId, yusuf)))
    expect(told.filter(({ kind }) => kind === 'people.companyChanged').map(({ data }) => data)).toEqual([
      { before: before?.companyId ?? null, after: aqtas },
    ])
    const seen = await portal.under('sofia', (tx) => tx.select().from(events).where(eq(events.aboutId, yusuf)))
    expect(seen.filter(({ kind }) => kind.startsWith('people.'))).toEqual([])
    await anna.people.change({ id: yusuf, companyId: null })
    expect(await anna.people.get({ id: yusuf })).not.toHaveProperty('company')
    await expect(anna.people.change({ id: portal.person('gita'), companyId: aqtas })).rejects.toMatchObject({
      code: 'INVALID',
    })
  })

  it('that are one are merged: people, name and what is named later lead to the one that stays', async () => {
    const { id: double } = await anna.people.companies.create({ name: 'Acme Ltd.' })
    await anna.people.change({ id: portal.person('kim'), companyId: double })
    const acme = await idOf('Acme')
    await anna.people.companies.merge({ id: double, companyId: acme })
    expect(await anna.people.get({ id: portal.person('kim') })).toMatchObject({ company: 'Acme', companyId: acme })
    expect((await named(anna)).map(({ name }) => name)).not.toContain('Acme Ltd.')
    await expect(anna.people.companies.get({ id: double })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await anna.people.companies.create({ name: 'acme ltd.' })).id).toBe(acme)
    await expect(anna.people.companies.merge({ id: acme, companyId: acme })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(anna.people.change({ id: portal.person('kim'), companyId: double })).rejects.toMatchObject({
      code: 'INVALID',
    })
  })

  it('PPL-7: people who are given a company while it becomes one with another come to the one that stays, and nobody waits in a ring', async () => {
    const [into, theirs] = ['kim', 'omar'].map((key) => portal.person(key as 'kim' | 'omar'))
    for (const n of [1, 2, 3]) {
      const [one, other] = [
        await anna.people.companies.create({ name: `Ring ${n}` }),
        await anna.people.companies.create({ name: `Rung ${n}` }),
      ]
      await anna.people.change({ id: into ?? '', companyId: one.id })
      const answers = await Promise.allSettled([
        anna.people.change({ id: into ?? '', companyId: other.id }),
        anna.people.companies.merge({ id: one.id, companyId: other.id }),
        anna.people.change({ id: theirs ?? '', companyId: one.id }),
        anna.people.change({ id: theirs ?? '', companyId: other.id }),
      ])
      // Whoever came too late for the one that is gone is told so; nothing else is refused.
      const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []))
      for (const reason of refused) expect(reason).toMatchObject({ code: 'INVALID' })
      for (const id of [into, theirs]) expect((await anna.people.get({ id: id ?? '' })).companyId).toBe(other.id)
    }
  })
})

describe('PPL-4: which company somebody from outside says is theirs', () => {
  let yusuf: Client
  const id = () => portal.person('yusuf')
  const raw = (key: PersonKey) => portal.under(key, (tx) => tx.select().from(saidCompanies))
  const opens = () =>
    portal.keep(async (tx) => ({
      person: await tx.select().from(people).where(eq(people.id, id())),
      circles: await tx
        .select()
        .from(circleMembers)
        .where(eq(circleMembers.personId, id()))
        .orderBy(circleMembers.circleId),
      seats: await tx.select().from(seats).where(eq(seats.personId, id())).orderBy(seats.id),
    }))
  beforeAll(async () => {
    await anna.people.change({ id: id(), companyId: null })
    yusuf = await portal.as('yusuf')
  })

  it('is a word that opens nothing and tells nothing: one answer, whether there is such a company or not', async () => {
    const [before, known] = [await opens(), await named(yusuf)]
    expect(await yusuf.people.companies.say({ name: 'Beta Logistics' })).toEqual({ name: 'Beta Logistics' })
    expect(await yusuf.people.companies.say({ name: ' Nowhere Ltd ' })).toEqual({ name: 'Nowhere Ltd' })
    expect([await opens(), await named(yusuf)]).toEqual([before, known])
    const mine = await yusuf.people.get({ id: id() })
    expect(mine).toMatchObject({ saidCompany: 'Nowhere Ltd' })
    expect(mine).not.toHaveProperty('company')
  })

  it('is read by the person and by administrators, and by nobody else: no colleague, no sponsor, no competitor', async () => {
    expect(await anna.people.get({ id: id() })).toMatchObject({ saidCompany: 'Nowhere Ltd' })
    expect((await anna.people.companies.said({})).items).toMatchObject([
      { person: { id: id() }, email: 'yusuf@openbench.example', name: 'Nowhere Ltd', company: null },
    ])
    for (const key of ['liam', 'sofia', 'kim', 'lena'] as const) {
      const client = await portal.as(key)
      const seen = await client.people.get({ id: id() }).catch(() => ({}))
      expect(JSON.stringify(seen)).not.toContain('Nowhere')
      expect(await raw(key)).toEqual([])
      for (const call of [
        client.people.companies.said({}),
        client.people.companies.assign({ id: id(), name: 'Nowhere Ltd' }),
      ])
        await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await raw('yusuf')).toHaveLength(1)
  })

  it('is said for oneself, from outside, as long as no company is assigned; the database holds that too', async () => {
    const say = async (key: PersonKey) => (await portal.as(key)).people.companies.say({ name: 'Beta Logistics' })
    await expect(say('lena')).rejects.toMatchObject({ code: 'COMPANY_IS_ASSIGNED' })
    await expect(say('gita')).rejects.toMatchObject({ code: 'OUTSIDERS_SAY_COMPANIES' })
    for (const [key, personId] of [
      ['lena', portal.person('lena')],
      ['gita', portal.person('gita')],
      ['anna', portal.person('omar')],
    ] as const)
      await expect(
        portal.under(key, (tx) => tx.insert(saidCompanies).values({ personId, name: 'Forged' })),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await portal.under('anna', (tx) => tx.update(saidCompanies).set({ name: 'Forged' }).returning())).toEqual([])
  })

  it('is assigned by an administrator as it was read, to the company of that name or to another, and is forgotten then', async () => {
    await yusuf.people.companies.say({ name: 'aqtas  GLASS' })
    const assign = (more: { name: string; companyId?: string }) => anna.people.companies.assign({ id: id(), ...more })
    await expect(assign({ name: 'Nowhere Ltd' })).rejects.toMatchObject({ code: 'SAYS_ANOTHER_COMPANY', status: 403 })
    const [said] = (await anna.people.companies.said({})).items
    expect(said).toMatchObject({
      name: 'aqtas  GLASS',
      company: { id: await idOf('Aqtas Glass'), name: 'Aqtas Glass' },
    })
    await assign({ name: 'aqtas  GLASS' })
    expect(await anna.people.get({ id: id() })).toMatchObject({ company: 'Aqtas Glass' })
    expect((await anna.people.companies.said({})).items).toEqual([])
    expect(await raw('yusuf')).toEqual([])
    await expect(assign({ name: 'aqtas  GLASS' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await anna.people.change({ id: id(), companyId: null })
    await yusuf.people.companies.say({ name: 'Newly Founded' })
    await assign({ name: 'Newly Founded' })
    expect(await anna.people.get({ id: id() })).toMatchObject({ company: 'Newly Founded' })
    await anna.people.change({ id: id(), companyId: null })
    await yusuf.people.companies.say({ name: 'The Bench' })
    await assign({ name: 'The Bench', companyId: await idOf('Open Bench') })
    expect(await anna.people.get({ id: id() })).toMatchObject({ company: 'Open Bench' })
    await anna.people.change({ id: id(), companyId: null })
    await yusuf.people.companies.say({ name: 'Mine' })
    expect(await yusuf.people.companies.say({ name: '' })).toEqual({ name: '' })
    expect((await anna.people.companies.said({})).items).toEqual([])
  })
})
