import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { AddresseeAsked } from '../contract.ts'
import { posts } from '../../server/tables.ts'
import { addressees, addressings } from './tables.ts'

let portal: TestPortal
let workshop: string
beforeAll(async () => {
  portal = await openTestPortal()
  const { items } = await (await portal.as('anna')).people.departments.list()
  workshop = items.find(({ name }) => name === 'Workshop')?.id ?? ''
})
afterAll(() => portal.close())

const missing = '00000000-0000-7000-8000-000000000000'
const person = (key: PersonKey): AddresseeAsked => ({ kind: 'person', id: portal.person(key) })
const group = (key: 'acme' | 'carriers' | 'suppliers' | 'everyone' | 'heron', team = false): AddresseeAsked => ({
  kind: 'group',
  id: portal.group(key),
  team,
})
const everyone: AddresseeAsked = { kind: 'everyone' }
const department = (id = workshop): AddresseeAsked => ({ kind: 'department', id, below: true })
const write = async (who: PersonKey, to: AddresseeAsked[], text = 'Addressed') =>
  (await portal.as(who)).feed.add({ to, text })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      const { code, message } = error as { code: string; message: string }
      return `${code} ${message}`
    },
  )
const reads = async (who: PersonKey, id: string) =>
  (await portal.under(who, (tx) => tx.select().from(posts).where(eq(posts.id, id)))).length === 1
const readersOf = async (id: string, ...asked: PersonKey[]) => {
  const found: PersonKey[] = []
  for (const who of asked) if (await reads(who, id)) found.push(who)
  return found
}
const nobody = 'INVALID There is nobody like this to write to.'

describe('FEED-4: a post is addressed to everyone who works here, departments, groups and people', () => {
  it('to everyone is read by all who work here and by nobody from outside', async () => {
    const { id, group: stands, to } = await write('gita', [everyone])
    expect([stands, to]).toEqual([null, [{ kind: 'everyone' }]])
    expect(await readersOf(id, 'helena', 'wiktor', 'anna', 'kim', 'lena', 'sofia')).toEqual([
      'helena',
      'wiktor',
      'anna',
    ])
  })

  it('to a department is read by who is in it, and by the writer; whoever comes later reads it too, whoever goes does not', async () => {
    const { id } = await write('helena', [department()])
    expect(await readersOf(id, 'stefan', 'wiktor', 'helena', 'gita', 'anna', 'kim')).toEqual([
      'stefan',
      'wiktor',
      'helena',
    ])
    const anna = await portal.as('anna')
    await anna.people.change({ id: portal.person('gita'), departmentId: workshop })
    await anna.people.change({ id: portal.person('wiktor'), departmentId: null })
    expect(await readersOf(id, 'gita', 'wiktor')).toEqual(['gita'])
    await anna.people.change({ id: portal.person('wiktor'), departmentId: workshop })
  })

  it('a department below another reads what is said to that with all below; one that is removed keeps what was said to it', async () => {
    const anna = await portal.as('anna')
    const booth = await anna.people.departments.add({ name: 'Spray booth', parentId: workshop })
    await anna.people.change({ id: portal.person('hana'), departmentId: booth.id })
    const whole = await write('helena', [department()])
    const alone = await write('helena', [{ kind: 'department', id: workshop, below: false }])
    const below = await write('helena', [department(booth.id)])
    expect([await reads('hana', whole.id), await reads('hana', alone.id), await reads('hana', below.id)]).toEqual([
      true,
      false,
      true,
    ])
    await anna.people.departments.remove({ id: booth.id })
    expect([await reads('hana', below.id), await reads('stefan', below.id)]).toEqual([true, false])
    const [kept] = await portal.keep((tx) =>
      tx
        .select()
        .from(addressees)
        .where(
          sql`${addressees.audienceId} = (select audience_id from posts where id = ${below.id}) and ${addressees.kind} = 'department'`,
        ),
    )
    expect(kept?.departmentId).toBeNull()
  })

  it('to people by name is read by them and nobody else, whatever they administer', async () => {
    const { id } = await write('helena', [person('marek'), person('fiona')])
    expect(await readersOf(id, 'helena', 'marek', 'fiona', 'anna', 'rustam', 'kim')).toEqual([
      'helena',
      'marek',
      'fiona',
    ])
    const marek = await portal.as('marek')
    expect((await marek.feed.get({ id })).to.map((one) => one.kind === 'person' && one.person.name)).toEqual([
      'Marek Sikora',
      'Fiona Gallagher',
    ])
  })

  it('the same people are one place, whoever of them writes', async () => {
    const count = () => portal.keep((tx) => tx.$count(addressings))
    await write('boris', [person('zofia'), person('tomasz')])
    const before = await count()
    await write('boris', [person('tomasz'), person('zofia')])
    await write('zofia', [person('boris'), person('tomasz')])
    await write('stefan', [everyone])
    await write('kasia', [everyone])
    expect(await count()).toBe(before)
  })

  it('exactly one group is a post of that group', async () => {
    const made = await write('liam', [group('acme')])
    expect(made).toMatchObject({ group: { id: portal.group('acme') }, to: [] })
    expect(await write('liam', [group('acme', true)])).toMatchObject({ audience: 'team' })
  })

  it('its tags and its poll are its readers’ alone; a group’s feed narrowed by a tag has it', async () => {
    const made = await (
      await portal.as('liam')
    ).feed.add({
      to: [group('acme'), person('gita')],
      text: 'With more',
      tags: ['addressed'],
      poll: { question: 'When?', options: ['Now', 'Later'], several: false, anonymous: false },
    })
    expect(made).toMatchObject({ tags: ['addressed'], poll: { question: 'When?' } })
    const tagged = async (who: PersonKey, more: { group?: string; person?: string } = {}) =>
      (await (await portal.as(who)).feed.items({ tag: 'addressed', ...more })).items.map(({ post }) => post?.id)
    const inAcme = { group: portal.group('acme') }
    for (const more of [{}, inAcme, { ...inAcme, person: portal.person('liam') }])
      expect([more, await tagged('kim', more)]).toEqual([more, [made.id]])
    expect(await tagged('liam', { group: portal.group('everyone') })).toEqual([])
    expect([await tagged('gita'), await tagged('lena'), await tagged('stefan')]).toEqual([[made.id], [], []])
    const sought = await (
      await portal.as('kim')
    ).feed.search({ words: 'With more', tag: 'addressed', person: portal.person('liam') })
    expect(sought.items.map(({ id }) => id)).toEqual([made.id])
    await (await portal.as('liam')).feed.change({ id: made.id, tags: [], text: 'With more' })
    expect(await tagged('kim')).toEqual([])
  })

  it('says for whom it is once, and for somebody', async () => {
    const { feed } = await portal.as('liam')
    const to = [everyone]
    for (const ask of [
      () => feed.add({ text: 'For nobody' }),
      () => feed.add({ text: 'Twice', groupId: portal.group('acme'), to }),
      () => feed.add({ text: 'Team of whom', to, audience: 'team' }),
      () => feed.add({ text: 'To myself', to: [person('liam')] }),
    ])
      expect(await refusal(ask())).toMatch(/^INVALID/)
    await expect(feed.add({ text: 'Unknown', to: [{ kind: 'everyone', more: 1 }] } as never)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('FEED-2: somebody from outside addresses people in Contacts and groups they are in', () => {
  it('reaches people whom they meet in a group', async () => {
    const { id } = await write('kim', [person('liam'), person('omar')])
    expect(await readersOf(id, 'kim', 'liam', 'omar', 'ingrid', 'boris')).toEqual(['kim', 'liam', 'omar'])
  })

  it('never everyone, departments or a team; somebody hidden, somebody else’s group and what is missing are one refusal', async () => {
    for (const to of [
      everyone,
      department(),
      group('acme', true),
      person('gita'),
      person('lena'),
      group('heron'),
      group('carriers'),
    ])
      expect(await refusal(write('kim', [to, person('liam')]))).toBe(nobody)
    for (const kind of ['person', 'group', 'department'] as const)
      expect(await refusal(write('kim', [{ kind, id: missing } as AddresseeAsked, person('liam')]))).toBe(nobody)
    const { feed } = await portal.as('kim')
    for (const to of [[everyone], [department()], [person('gita')], [group('heron')]])
      expect(await refusal(feed.readersOf({ to }))).toBe(nobody)
  })

  it('an employee reaches people from outside with whom they share a group, an administrator no more than that', async () => {
    expect(await refusal(write('gita', [person('kim')]))).toBe(nobody)
    expect(await refusal(write('anna', [person('kim')]))).toBe(nobody)
    expect(await refusal(write('liam', [person('noel')]))).toBe(nobody)
    expect(await refusal(write('gita', [{ kind: 'person', id: missing }]))).toBe(nobody)
    expect(await refusal(write('gita', [group('heron'), everyone]))).toBe(nobody)
    expect(await refusal(write('celine', [person('kim')]))).toBe('done')
  })

  it('of a mix somebody from outside learns of themselves, people in Contacts and groups they are in, and of nothing else', async () => {
    const { id } = await write('liam', [group('acme'), department(), person('kim'), person('gita')], 'For many')
    const { feed } = await portal.as('kim')
    const post = await feed.get({ id })
    expect(post.to).toMatchObject([
      { kind: 'group', group: { id: portal.group('acme') } },
      { kind: 'person', person: { name: 'Kim Lee' } },
    ])
    expect(JSON.stringify(post)).not.toMatch(/Workshop|Gita/)
    const own = await feed.readers({ id })
    expect(own.colleagues).toBeLessThan((await (await portal.as('liam')).feed.readers({ id })).colleagues)
    expect(JSON.stringify(await portal.under('kim', (tx) => tx.select().from(addressees)))).not.toContain(workshop)
    await (await portal.as('kim')).comments.add({ threadId: id, text: 'From Acme' })
    // Whoever is written to together with somebody from outside reads who that is, and cannot write to them all the same.
    const said = await (await portal.as('gita')).comments.list({ threadId: id })
    expect(said.items[0]?.author).toMatchObject({ name: 'Kim Lee', kind: 'external', company: 'Acme' })
    expect(await refusal(write('gita', [person('kim')]))).toBe(nobody)
    await expect((await portal.as('gita')).people.get({ id: portal.person('kim') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await (await portal.as('gita')).feed.readers({ id })).companies.map(({ name }) => name)).toContain('Acme')
  })
})

describe('GRP-7: people from outside who do not see each other are not put together', () => {
  it('a group that keeps them apart is no part of a mix; its team is', async () => {
    expect(await refusal(write('paula', [group('carriers'), everyone]))).toMatch(
      /^APART_IN_A_MIX In “Carriers and deliveries”/,
    )
    const { id } = await write('paula', [group('carriers', true), person('helena')])
    expect(await readersOf(id, 'paula', 'helena', 'lena', 'piotr')).toEqual(['paula', 'helena'])
    expect(await refusal(write('lena', [group('carriers'), person('paula')]))).toMatch(/^GROUP_BY_ITSELF/)
  })

  it('two by name who are strangers, and a stranger beside a group', async () => {
    expect(await refusal(write('paula', [person('lena'), person('piotr')]))).toBe(
      'DO_NOT_SEE_EACH_OTHER Lena Hoffmann and Piotr Zawada do not see each other. Write to them one by one.',
    )
    // With the ids that the writer chose, so that screens name them in their own language.
    await expect(write('paula', [person('lena'), person('piotr'), person('timur')])).rejects.toMatchObject({
      data: { among: expect.arrayContaining([portal.person('piotr')]) as unknown },
    })
    expect(await refusal(write('paula', [person('lena'), person('timur')]))).toBe('done')
    expect(await refusal(write('paula', [group('acme'), person('lena')]))).toMatch(/^DO_NOT_SEE_EACH_OTHER/)
    expect(await refusal(write('ewa', [group('acme'), group('suppliers')]))).toMatch(/^DO_NOT_SEE_EACH_OTHER/)
    expect(await refusal(write('celine', [group('acme'), person('kim'), everyone]))).toBe('done')
  })

  it('from the moment a group keeps them apart they read nothing that was said to all of it with others', async () => {
    const { id } = await write('ruth', [group('acme'), department()])
    expect(await readersOf(id, 'kim', 'sofia', 'hana', 'stefan')).toEqual(['kim', 'sofia', 'hana', 'stefan'])
    const liam = await portal.freshly('liam')
    await liam.groups.isolate({ id: portal.group('acme'), isolation: 'company' })
    expect(await readersOf(id, 'kim', 'sofia', 'hana', 'stefan')).toEqual(['hana', 'stefan'])
    await liam.groups.isolate({ id: portal.group('acme'), isolation: 'open' })
  })
})

describe('the ceiling of what is addressed to a group together with others', () => {
  const mix = async () => (await write('ruth', [group('acme'), department()])).id
  const liam = () => portal.freshly('liam')

  it('whoever comes in later from outside reads what is said from then on, and nothing of before (GRP-3, GRP-9)', async () => {
    const before = await mix()
    const id = await portal.keep(async (tx) => {
      const [lena] = await tx
        .select()
        .from(people)
        .where(eq(people.id, portal.person('lena')))
      await tx.execute(sql`insert into circle_members (circle_id, person_id) select c.id, ${lena?.id} from circles c join groups g on g.space_id = c.space_id
        where g.id = ${portal.group('acme')} and c.name = 'members'`)
      return lena?.id
    })
    expect(id).toBeDefined()
    const after = await mix()
    expect([await reads('lena', before), await reads('lena', after), await reads('kim', before)]).toEqual([
      false,
      true,
      true,
    ])
    await portal.keep((tx) =>
      tx.execute(sql`delete from circle_members m using circles c join groups g on g.space_id = c.space_id
      where c.id = m.circle_id and g.id = ${portal.group('acme')} and m.person_id = ${portal.person('lena')}`),
    )
    expect(await reads('lena', after)).toBe(false)
  })

  it('GRP-4: where its feed is shut to them they read it no more, and it is not addressed so', async () => {
    const id = await mix()
    const shut = { id: portal.group('acme'), tool: 'feed' as const }
    await (await liam()).groups.changeTool({ ...shut, viewers: 'team' })
    expect(await readersOf(id, 'kim', 'hana')).toEqual(['hana'])
    expect(await refusal(write('ruth', [group('acme'), department()]))).toMatch(/^NOT_ALL_SEE_THE_FEED/)
    await (await liam()).groups.changeTool({ ...shut, viewers: 'members' })
    expect(await reads('kim', id)).toBe(true)
  })

  it('GRP-10: where the group is archived they read and write nothing, and what is removed or lapsed reads no more', async () => {
    const id = await mix()
    await (await liam()).groups.archive({ id: portal.group('acme') })
    expect(await refusal((await portal.as('kim')).comments.add({ threadId: id, text: 'Still here' }))).not.toBe('done')
    expect(await refusal((await portal.as('stefan')).comments.add({ threadId: id, text: 'Still here' }))).toBe('done')
    expect(await reads('kim', id)).toBe(true)
    await (await liam()).groups.reopen({ id: portal.group('acme') })
    await (await liam()).groups.removeMember({ id: portal.group('acme'), personId: portal.person('omar') })
    expect(await reads('omar', id)).toBe(false)
  })

  it('PPL-8: who is made external loses what was said to them as a colleague, and has it again when that is undone', async () => {
    const named = await write('helena', [person('michal'), department()])
    const all = await write('helena', [everyone])
    const anna = await portal.freshly('anna')
    await anna.people.move({ id: portal.person('michal'), kind: 'external' })
    expect(await readersOf(named.id, 'michal')).toEqual([])
    expect(await readersOf(all.id, 'michal')).toEqual([])
    await anna.people.undoMove({ id: portal.person('michal') })
    expect([await reads('michal', named.id), await reads('michal', all.id)]).toEqual([true, true])
  })
})
