import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { companies } from '#access/tables.ts'
import { refusal } from '#tests/refusal.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { groups } from '../tables.ts'

/**
 * In the sample the carriers are kept apart by company: Beta (lena, timur) and Gamma (piotr, marta). Nothing here waits for what happens after an
 * act: with the answer to it access is as it should be.
 */
describe('GRP-7: people whose company changes', () => {
  let portal: TestPortal
  let carriers: string
  beforeAll(async () => {
    portal = await openTestPortal()
    carriers = portal.group('carriers')
  })
  afterAll(() => portal.close())

  const id = (key: PersonKey) => portal.person(key)
  const companyCalled = async (name: string) => {
    const [row] = await portal.keep((tx) => tx.select().from(companies).where(eq(companies.name, name)))
    return row?.id ?? ''
  }
  const move = async (key: PersonKey, company: string | null) =>
    (await portal.as('anna')).people.change({ id: id(key), companyId: company && (await companyCalled(company)) })
  const merge = async (name: string, into: string) =>
    (await portal.as('anna')).people.companies.merge({
      id: await companyCalled(name),
      companyId: await companyCalled(into),
    })
  const say = async (key: PersonKey, text: string) => (await portal.as(key)).feed.add({ groupId: carriers, text })
  const opens = async (key: PersonKey, postId: string) => refusal((await portal.as(key)).feed.get({ id: postId }))
  const hidden = 'NOT_FOUND 404'
  const texts = async (key: PersonKey) =>
    (await (await portal.as(key)).feed.list({ group: carriers, limit: 100 })).items.map(({ text }) => text)

  it('the lane of the company before is closed, and the other open, with the answer to the change', async () => {
    const ofBeta = await say('timur', 'Timur, of Beta')
    await move('timur', 'Gamma Freight')
    expect(await opens('timur', ofBeta.id)).toBe(hidden)
    expect(await texts('timur')).toEqual(await texts('piotr'))
    const ofGamma = await say('timur', 'Timur, of Gamma')
    expect([await opens('lena', ofGamma.id), await opens('marta', ofGamma.id)]).toEqual([hidden, 'done'])
    const { items } = await (await portal.as('lena')).groups.members({ id: carriers, limit: 100 })
    expect(items.map(({ person }) => person.id)).not.toContain(id('timur'))
    await move('timur', 'Beta Logistics')
    expect([await opens('timur', ofBeta.id), await opens('timur', ofGamma.id)]).toEqual(['done', hidden])
  })

  it('where access cannot be changed the company is not either', async () => {
    const table = (change: string) => portal.keep((tx) => tx.execute(sql.raw(`alter table members ${change}`)))
    await table(`add constraint stays check (person_id <> '${id('timur')}') not valid`)
    await expect(move('timur', 'Gamma Freight')).rejects.toThrow('Failed query')
    await expect(merge('Beta Logistics', 'Gamma Freight')).rejects.toThrow('Failed query')
    await table('drop constraint stays')
    const profiles = await (await portal.as('anna')).people.get({ id: id('timur') })
    expect(profiles).toMatchObject({ company: 'Beta Logistics' })
    expect(await texts('timur')).toEqual(await texts('lena'))
  })

  it('a merge takes nothing away from those of the company that goes, and shows it to nobody of the one that stays', async () => {
    const paula = await portal.as('paula')
    await say('timur', 'Before the merge')
    const beta = (await paula.groups.lanes({ id: carriers })).items.find(({ name }) => name === 'Beta Logistics')
    const said = await say('lena', 'Beta, before the merge')
    const ofGamma = await say('marta', 'Gamma, before the merge')
    const task = await paula.tasks.create({ groupId: carriers, title: 'For Beta', responsibleId: id('lena') })
    await (await portal.as('timur')).comments.add({ threadId: task.id, text: 'Seen by Beta' })
    await merge('Beta Logistics', 'Gamma Freight')

    for (const key of ['lena', 'timur'] as const) {
      expect([await opens(key, said.id), await opens(key, ofGamma.id)]).toEqual(['done', 'done'])
      const client = await portal.as(key)
      expect(await client.tasks.get({ id: task.id })).toMatchObject({ title: 'For Beta' })
      expect((await client.comments.list({ threadId: task.id })).items.map(({ text }) => text)).toEqual([
        'Seen by Beta',
      ])
    }
    for (const key of ['piotr', 'marta'] as const) {
      const client = await portal.as(key)
      expect(await opens(key, said.id)).toBe(hidden)
      expect((await texts(key)).join()).not.toMatch(/Before the merge|First lorry/)
      expect([
        await refusal(client.tasks.get({ id: task.id })),
        await refusal(client.comments.list({ threadId: task.id })),
        await refusal(client.comments.add({ threadId: said.id, text: 'Guess' })),
        await refusal(client.feed.like({ id: said.id })),
      ]).toEqual([hidden, hidden, hidden, hidden])
    }
    // From now on they are one, and below what was said before whoever could read it goes on.
    const together = await say('lena', 'Now we are one')
    expect([await opens('piotr', together.id), await opens('timur', together.id)]).toEqual(['done', 'done'])
    const below = await (await portal.as('lena')).comments.add({ threadId: task.id, text: 'Still ours' })
    expect(below.text).toBe('Still ours')
    expect(await refusal((await portal.as('marta')).comments.list({ threadId: task.id }))).toBe(hidden)
    const lanes = (await paula.groups.lanes({ id: carriers })).items
    expect(lanes.map(({ name, people }) => [name, people])).toEqual([['Gamma Freight', 4]])
    // Who answers there is told truly how many read it.
    const readers = await paula.groups.readership({ id: carriers, laneId: beta?.id, tool: 'tasks' })
    expect(readers.companies).toEqual([{ name: 'Gamma Freight', count: 2 }])
  })

  it('who leaves the company that stays loses what both said, also what came with the merge', async () => {
    const before = await texts('timur')
    expect(before).toContain('Before the merge')
    await move('timur', null)
    expect((await texts('timur')).join()).not.toMatch(/Before the merge|Dostawa|Now we are one/)
    await move('timur', 'Gamma Freight')
    // The lane of Beta is closed: nobody new comes in, by whatever way.
    expect((await texts('timur')).join()).not.toContain('Before the merge')
    expect(await texts('timur')).toContain('Now we are one')
  })

  it('GRP-9: where newcomers begin with the day they come, neither side of a merge learns what the other said', async () => {
    await portal.keep((tx) => tx.update(groups).set({ history: 'joining' }).where(eq(groups.id, carriers)))
    await move('marta', 'Aqtas Glass')
    const [alone, theirs] = [await say('marta', 'Marta alone'), await say('piotr', 'Without Marta')]
    await merge('Aqtas Glass', 'Gamma Freight')
    expect([await opens('marta', alone.id), await opens('marta', theirs.id)]).toEqual(['done', hidden])
    expect([await opens('piotr', alone.id), await opens('piotr', theirs.id)]).toEqual([hidden, 'done'])
    expect((await texts('marta')).join()).not.toMatch(/Now we are one|Dostawa/)
    const together = await say('marta', 'One again')
    const ears: PersonKey[] = ['piotr', 'lena', 'timur']
    expect(await Promise.all(ears.map((key) => opens(key, together.id)))).toEqual(['done', 'done', 'done'])
    expect(await opens('lena', theirs.id)).toBe('done')
  })
})
