import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { companies } from '#access/tables.ts'
import { refusal } from '#tests/refusal.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { groups } from '../tables.ts'

// In the sample the carriers are kept apart by company: Beta (lena, timur) and Gamma (piotr, marta), with paula's team.
let portal: TestPortal
let carriers: string
beforeAll(async () => {
  portal = await openTestPortal()
  carriers = portal.group('carriers')
})
afterAll(() => portal.close())

const id = (key: PersonKey) => portal.person(key)
const memberNames = async (who: PersonKey) =>
  (await (await portal.as(who)).groups.members({ id: carriers, limit: 100 })).items.map(({ person }) => person.name)
const postsOf = async (who: PersonKey) =>
  (await (await portal.as(who)).feed.list({ group: carriers, limit: 100 })).items
const texts = async (who: PersonKey) => (await postsOf(who)).map((post) => post.text)
const saidBelow = async (who: PersonKey, threadId: string) =>
  (await (await portal.as(who)).comments.list({ threadId, limit: 100 })).items
const postBy = async (who: PersonKey, input: { text: string; audience?: 'team'; laneId?: string }) =>
  (await portal.as(who)).feed.add({ groupId: carriers, ...input })
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => ({ ...(error as object) }),
  )
const codeOf = async (work: Promise<unknown>) => ((await refusalOf(work)) as { code?: string }).code
const laneOfBeta = async () => {
  const { items } = await (await portal.as('paula')).groups.lanes({ id: carriers })
  return items.find((lane) => lane.name === 'Beta Logistics')?.id ?? ''
}

describe('GRP-7: externals who are kept apart', () => {
  it('each company sees those who work here and its own people, in members, contacts and counts', async () => {
    const lena = await memberNames('lena')
    expect(lena).toContain('Тимур Садыков')
    expect(lena).toContain('Paula Ferreira')
    expect(lena.join()).not.toMatch(/Piotr|Marta/)
    expect(await memberNames('paula')).toEqual(expect.arrayContaining(['Lena Hoffmann', 'Piotr Zawada', 'Marta Lis']))
    const contacts = await (await portal.as('lena')).people.list({ limit: 100 })
    expect(contacts.items.map((one) => one.name).join()).not.toMatch(/Piotr|Marta/)
    expect(await codeOf((await portal.as('lena')).people.get({ id: id('piotr') }))).toBe('NOT_FOUND')
    const line = await (await portal.as('lena')).groups.readership({ id: carriers })
    expect(line.companies).toEqual([{ name: 'Beta Logistics', count: 2 }])
    const forTeam = await (await portal.as('paula')).groups.readership({ id: carriers })
    expect(forTeam.companies.map(({ name }) => name)).toEqual(['Beta Logistics', 'Gamma Freight'])
    // Whom the invited will find is told before: those who work here, and nobody who is kept from them.
    const { waiting } = await (await portal.as('paula')).invitations.terms({ id: carriers })
    const team = (await (await portal.as('paula')).groups.members({ id: carriers, limit: 100 })).items
    expect(waiting.people).toBe(team.filter(({ person }) => person.kind === 'employee').length)
    const readersOf = async (who: PersonKey, laneId: string) => {
      const { items } = await (await portal.as(who)).groups.members({ id: carriers, laneId, limit: 100 })
      return items.flatMap(({ person }) => (person.kind === 'external' ? [person.name] : [])).toSorted()
    }
    const gamma = ['Marta Lis', 'Piotr Zawada']
    const lanes = (await (await portal.as('paula')).groups.lanes({ id: carriers })).items
    const [ofBeta = '', ofGamma = ''] = lanes.map((lane) => lane.id)
    expect(await readersOf('paula', ofGamma)).toEqual(gamma)
    expect(await readersOf('paula', ofBeta)).not.toEqual(expect.arrayContaining(gamma))
    // To people from outside there are no lanes, their own neither.
    const client = await portal.as('lena')
    for (const laneId of [ofBeta, ofGamma, crypto.randomUUID()])
      expect(await codeOf(client.groups.members({ id: carriers, limit: 100, laneId }))).toBe('NOT_FOUND')
  })

  it('what one company says is read by the team and by nobody of another company', async () => {
    const said = (await texts('lena')).join()
    expect(said).toContain('First lorry to Dublin')
    expect(said).toContain('Good morning to everybody who carries')
    expect(said).not.toContain('Dostawa na Pragę')
    expect(await texts('timur')).toEqual(await texts('lena'))
    expect((await texts('piotr')).join()).toContain('Dostawa na Pragę')
    const forTeam = await postsOf('paula')
    expect(forTeam.find((post) => post.text.startsWith('First lorry'))).toMatchObject({
      audience: 'lane',
      lane: { name: 'Beta Logistics' },
    })
    // To those who are kept apart it simply is what they see.
    expect((await postsOf('lena')).map(({ audience, lane }) => ({ audience, lane }))).toEqual(
      (await postsOf('lena')).map(() => ({ audience: 'everyone', lane: null })),
    )
  })

  it('comments and reactions below what all read are counted and shown to each company apart', async () => {
    const rules = (await postsOf('paula')).find((post) => post.text.startsWith('Good morning'))
    if (!rules) throw new Error('The sample has no such post.')
    const [lena, piotr, paula] = [
      (await postsOf('lena')).find((post) => post.id === rules.id),
      (await postsOf('piotr')).find((post) => post.id === rules.id),
      rules,
    ]
    expect([lena?.comments, piotr?.comments, paula.comments]).toEqual([2, 2, 3])
    expect([lena, piotr, paula].map((post) => post?.reactions[0]?.count)).toEqual([3, 3, 4])
    const below = async (who: PersonKey) => (await saidBelow(who, rules.id)).map(({ author }) => author?.name)
    expect(await below('lena')).toEqual(
      ['Lena Hoffmann', 'Wiktor Mazur'].map((name) => expect.stringContaining(name.split(' ')[0] ?? '') as string),
    )
    expect((await below('marta')).join()).not.toContain('Lena')
    expect((await saidBelow('paula', rules.id)).map(({ apart }) => apart?.lane?.name ?? null)).toEqual([
      'Beta Logistics',
      'Gamma Freight',
      null,
    ])
    expect((await saidBelow('lena', rules.id)).map(({ apart }) => apart)).toEqual([null, null])
  })

  it('the team answers one company, and the other learns nothing of it', async () => {
    const laneId = await laneOfBeta()
    const post = await postBy('paula', { text: 'For Beta alone', laneId })
    expect(post).toMatchObject({ audience: 'lane', lane: { id: laneId } })
    expect(await texts('timur')).toContain('For Beta alone')
    expect(await texts('piotr')).not.toContain('For Beta alone')
    const hidden = await refusalOf((await portal.as('piotr')).feed.get({ id: post.id }))
    expect(hidden).toEqual(await refusalOf((await portal.as('piotr')).feed.get({ id: crypto.randomUUID() })))
    const rules = (await postsOf('paula')).find((one) => one.text.startsWith('Good morning'))
    await (await portal.as('boris')).comments.add({ threadId: rules?.id ?? '', text: 'Only Beta reads this', laneId })
    const read = async (who: PersonKey) => (await saidBelow(who, rules?.id ?? '')).map(({ text }) => text)
    expect(await read('lena')).toContain('Only Beta reads this')
    expect(await read('marta')).not.toContain('Only Beta reads this')
  })

  it('GRP-8: a word for the team below what externals wrote is not read, counted or named to them', async () => {
    const post = await postBy('lena', { text: 'We come at six' })
    await (await portal.as('paula')).feed.addComment({ id: post.id, text: 'They are late again', audience: 'team' })
    expect((await (await portal.as('lena')).feed.get({ id: post.id })).comments).toBe(0)
    expect(await saidBelow('lena', post.id)).toEqual([])
    expect(await saidBelow('boris', post.id)).toMatchObject([{ apart: { audience: 'team', lane: null } }])
    const toLena = (await portal.as('lena')).feed.addComment({ id: post.id, text: 'To your team', audience: 'team' })
    expect(await codeOf(toLena)).toBe('INVALID')
  })

  it('a task set for somebody stands where they work on it, and cannot be given to a competitor', async () => {
    const paula = await portal.as('paula')
    const task = await paula.tasks.create({ groupId: carriers, title: 'Number plates', responsibleId: id('lena') })
    expect(task).toMatchObject({ audience: 'lane', lane: { name: 'Beta Logistics' } })
    expect(await codeOf((await portal.as('piotr')).tasks.get({ id: task.id }))).toBe('NOT_FOUND')
    expect(await codeOf(paula.tasks.change({ id: task.id, responsibleId: id('piotr') }))).toBe('INVALID')
    expect((await paula.tasks.change({ id: task.id, responsibleId: id('timur') })).responsible?.name).toContain('Тимур')
    expect((await (await portal.as('timur')).tasks.complete({ id: task.id })).completedAt).not.toBeNull()
    const ofLena = await (
      await portal.as('lena')
    ).tasks.create({
      groupId: carriers,
      title: 'A free window',
      responsibleId: id('wiktor'),
    })
    expect(await codeOf((await portal.as('marta')).tasks.get({ id: ofLena.id }))).toBe('NOT_FOUND')
    const forPiotr = (await portal.as('lena')).tasks.create({
      groupId: carriers,
      title: 'Guess',
      responsibleId: id('piotr'),
    })
    expect(await codeOf(forPiotr)).toBe('INVALID')
  })

  it('nobody outside learns that there are lanes, or how many', async () => {
    expect(await codeOf((await portal.as('lena')).groups.lanes({ id: carriers }))).toBe('NOT_FOUND')
    expect(await (await portal.as('lena')).groups.get({ id: carriers })).not.toHaveProperty('isolation')
    const count = (who: PersonKey, what: string) =>
      portal.under(who, async (tx) => {
        const { rows } = await tx.execute<{ n: number }>(
          sql`select count(*)::int as n from ${sql.identifier(what)} where space_id = (select space_id from groups where id = ${carriers})`,
        )
        return rows[0]?.n
      })
    expect(await count('lena', 'lanes')).toBe(0)
    expect(await count('paula', 'lanes')).toBe(2)
    expect(await count('lena', 'audiences')).toBe(2)
    expect(await count('lena', 'circles')).toBe(0)
  })

  it('past the procedures too: no word into another lane, nor into what all read', async () => {
    const place = await portal.keep(async (tx) => {
      const { rows } = await tx.execute<{ space: string; everyone: string; gamma: string }>(sql`
        select g.space_id as space, g.audience_id as everyone, l.audience_id as gamma
        from groups g join lanes l on l.group_id = g.id join companies c on c.id = l.company_id and c.name = 'Gamma Freight'
        where g.id = ${carriers}`)
      return rows[0] ?? { space: '', everyone: '', gamma: '' }
    })
    const put = (audience: string) =>
      portal
        .under('lena', (tx) =>
          tx.execute(sql`insert into posts (space_id, audience_id, group_id, author_id, text)
            values (${place.space}, ${audience}, ${carriers}, ${id('lena')}, 'Forced')`),
        )
        .then(
          () => 'done',
          (error: unknown) => (error as { cause: { code: string } }).cause.code,
        )
    expect([await put(place.everyone), await put(place.gamma)]).toEqual(['42501', '42501'])
  })

  it('nobody hears over the live line that another company speaks, comes or reacts', async () => {
    const [lena, piotr, paula] = [
      await listenAs(portal, (await signIn(portal, 'lena')).cookie),
      await listenAs(portal, (await signIn(portal, 'piotr')).cookie),
      await listenAs(portal, (await signIn(portal, 'paula')).cookie),
    ]
    const rules = (await postsOf('paula')).find((post) => post.text.startsWith('Good morning'))
    const threadId = rules?.id ?? ''
    const heard = piotr.frames.length
    await (await portal.as('timur')).comments.add({ threadId, text: 'Heard by Beta and the team' })
    await (await portal.as('timur')).feed.react({ id: threadId })
    const post = await postBy('timur', { text: 'A new word of Beta' })
    await portal.settled()
    await Promise.all([lena, paula].map((ear) => ear.hears(({ about }) => about?.id === post.id)))
    expect(lena.frames.map(({ kind }) => kind)).toContain('comments.added')
    await piotr.caughtUp()
    expect(piotr.frames.slice(heard)).toEqual([])
    for (const ear of [lena, piotr, paula]) ear.close()
  })

  it('a company that is assigned later does not move what was already said', async () => {
    const anna = await portal.as('anna')
    const gamma = (await anna.people.get({ id: id('marta') })).companyId
    const beta = (await anna.people.get({ id: id('lena') })).companyId
    const mine = await postBy('timur', { text: 'Timur, still of Beta' })
    await anna.people.change({ id: id('timur'), companyId: gamma })
    await portal.settled()
    const now = (await texts('timur')).join()
    expect(now).toContain('Dostawa na Pragę')
    expect(now).not.toContain('First lorry to Dublin')
    expect(await codeOf((await portal.as('timur')).feed.get({ id: mine.id }))).toBe('NOT_FOUND')
    expect((await (await portal.as('lena')).feed.get({ id: mine.id })).text).toBe('Timur, still of Beta')
    expect(await codeOf((await portal.as('piotr')).feed.get({ id: mine.id }))).toBe('NOT_FOUND')
    expect(await memberNames('lena')).not.toContain('Тимур Садыков')
    expect(await memberNames('marta')).toContain('Тимур Садыков')
    const post = await postBy('timur', { text: 'Timur, now of Gamma' })
    expect(await codeOf((await portal.as('lena')).feed.get({ id: post.id }))).toBe('NOT_FOUND')
    await anna.people.change({ id: id('timur'), companyId: beta })
    await portal.settled()
    expect(await texts('timur')).toContain('Timur, still of Beta')
    expect(await texts('timur')).not.toContain('Timur, now of Gamma')
  })
})

/** Nothing here waits for what happens after an act: with the answer to it access is as it should be. */
describe('GRP-7: people whose company changes', () => {
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
        await refusal(client.feed.react({ id: said.id })),
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
