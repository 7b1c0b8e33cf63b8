import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { unzip } from './archive.ts'
import { openTestPortal, type TestPortal } from './portal.ts'
import { acquaint, letIn, thingsIn } from './rules/acquainted.ts'
import { marker, walk } from './rules/canary.ts'
import { listenAs } from './rules/ear.ts'
import { fill, fillingsOf, type Place } from './rules/inputs.ts'
import { ask, everyProcedure, signIn, type Caller } from './rules/procedures.ts'
import { idsSeenBy } from './rules/seen.ts'

/**
 * Lena and Timur of Beta and Piotr and Marta of Gamma carry for Orlanta in one group that keeps them apart, and know each other, and some of those who
 * work there, from a fair: names that are no secret, in a place where it is one that they are there.
 */
describe('GRP-7: competitors who know each other from elsewhere', () => {
  let portal: TestPortal
  let carriers: string
  const callers = new Map<PersonKey, Caller>()
  beforeAll(async () => {
    portal = await openTestPortal()
    carriers = portal.group('carriers')
    await acquaint(portal, 'wiktor', ['paula', 'lena', 'timur', 'piotr', 'marta', 'sofia', 'omar', 'ewa'])
    await setTogether()
    for (const key of ['lena', 'piotr'] as const) callers.set(key, await signIn(portal, key))
  })
  afterAll(() => portal.close())

  /** While they met: tasks that one set and a competitor completed, and somebody of a third company who came and went without a word. */
  async function setTogether() {
    const [paula, lena, piotr] = [await portal.as('paula'), await portal.as('lena'), await portal.as('piotr')]
    await paula.groups.isolate({ id: carriers, isolation: 'open' })
    const input = { groupId: carriers, responsibleId: portal.person('lena') }
    const { id } = await lena.tasks.create({ ...input, title: 'Pallets of last week' })
    await piotr.tasks.complete({ id })
    const { id: given } = await piotr.tasks.create({ ...input, title: 'Borrowed straps' })
    await piotr.tasks.comment({ id: given, text: 'Two are missing' })
    await letIn(portal, carriers, 'sofia', 'paula')
    await paula.groups.removeMember({ id: carriers, personId: portal.person('sofia') })
    await portal.settled()
  }
  const isolate = async (isolation: 'company' | 'staff' | 'voice' | 'readonly') => {
    await (await portal.as('paula')).groups.isolate({ id: carriers, isolation })
    await portal.settled()
  }
  /** Puts the marker into the names of those who are not to be named to somebody, and takes it out again. */
  const marked = async <T>(keys: PersonKey[], work: () => Promise<T>): Promise<T> => {
    const ids = sql.param(keys.map((key) => portal.person(key)))
    await portal.keep((tx) =>
      tx.execute(sql`update people set name = name || ${` ${marker}`} where id = any (${ids}::uuid[])`),
    )
    const done = await work()
    await portal.keep((tx) =>
      tx.execute(sql`update people set name = replace(name, ${` ${marker}`}, '') where id = any (${ids}::uuid[])`),
    )
    return done
  }
  const others: Record<'lena' | 'piotr', PersonKey[]> = {
    lena: ['piotr', 'marta', 'sofia'],
    piotr: ['lena', 'timur', 'sofia'],
  }
  /** What is not about the group: contacts, and who answers for somebody wherever they are. */
  const elsewhere = /^people\.|^groups\.ownAccess$/
  const works: PersonKey[] = ['paula', 'wiktor', 'boris', 'kasia', 'zofia', 'dmitri']

  describe.each(['company', 'staff', 'voice', 'readonly'] as const)('kept apart: %s', (isolation) => {
    const unnamed = (who: 'lena' | 'piotr') => [...others[who], ...(isolation === 'voice' ? works : [])]
    beforeAll(() => isolate(isolation))

    it.each(['lena', 'piotr'] as const)('nothing that %s can ask about the group names another', async (who) => {
      const caller = callers.get(who)
      if (!caller) throw new Error(`${who} is not signed in.`)
      const seen = await idsSeenBy(portal, portal.person(who), await thingsIn(portal, carriers))
      const { faults, asked, answers } = await marked(unnamed(who), () =>
        walk(caller, ({ method, name }) => method === 'GET' && !elsewhere.test(name), seen),
      )
      expect(faults.map((fault) => fault.slice(0, 300))).toEqual([])
      expect([...asked]).toEqual(expect.arrayContaining(['oversight.whoCanSee', 'groups.members', 'tasks.get']))
      expect(answers).toBeGreaterThan(20)
    })

    it('to ask about somebody who is kept from them is to ask about somebody who is not there', async () => {
      const caller = callers.get('lena')
      if (!caller) throw new Error('Lena is not signed in.')
      const about = await idsSeenBy(portal, portal.person('lena'), await thingsIn(portal, carriers))
      const naming = everyProcedure.filter(
        ({ places, name }) =>
          places.length > 1 && places.some(({ noun }) => noun === 'people') && !elsewhere.test(name),
      )
      const pairs: [PersonKey, PersonKey][] = [
        ['piotr', 'omar'],
        ['marta', 'omar'],
        ...(isolation === 'voice' ? ([['wiktor', 'ewa']] satisfies [PersonKey, PersonKey][]) : []),
      ]
      const differing: string[] = []
      for (const procedure of naming)
        for (const filling of fillingsOf(procedure.shape))
          for (const [there, absent] of pairs) {
            const said = async (key: PersonKey) => {
              const id = portal.person(key)
              const idFor = ({ noun, key: name }: Place) =>
                name === 'after' ? undefined : noun === 'people' ? id : about.get(noun)?.[0]
              const input = fill(procedure.shape, procedure.route, { ...filling, text: 'a', idFor })
              return (await ask(caller, procedure, input)).text.replaceAll(id, 'them')
            }
            const [one, other] = [await said(there), await said(absent)]
            if (one !== other) differing.push(`${procedure.name}: ${one} is said of ${there}, ${other} of ${absent}`)
          }
      expect(differing).toEqual([])
      expect(naming.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['groups.removeMember', 'tasks.create', 'tasks.change', 'groups.readership']),
      )
    })

    it('nor does the record that they are given, nor the totals under “Who can see this”', async () => {
      const paula = await portal.as('paula')
      const { id } = await marked(unnamed('lena'), async () => {
        const made = await paula.exports.ofGroup({ id: carriers, personId: portal.person('lena') })
        await portal.settled()
        return made
      })
      const answer = await fetch(`${portal.url}/api/v1/exports/${id}/file`, {
        headers: { cookie: callers.get('lena')?.cookie ?? '' },
      })
      const files = await unzip(await answer.blob())
      expect([...files].filter(([, content]) => content.includes(marker)).map(([name]) => name)).toEqual([])
      const lena = await portal.as('lena')
      const { items } = await lena.oversight.whoCanSee({ kind: 'group', id: carriers })
      const members = await lena.groups.members({ id: carriers, limit: 100 })
      const named = items.flatMap(({ people, more }) => [
        ...people.map((person) => person.name),
        ...Array.from({ length: more }, () => ''),
      ])
      expect(named.toSorted()).toEqual(members.items.map(({ person }) => person.name).toSorted())
    })

    it('who else came and went is not told to them, not even of those who did so before and without a word', async () => {
      const told = (who: 'lena' | 'paula') =>
        portal.under(who, async (tx) => {
          const ids = sql.param(others.lena.map((key) => portal.person(key)))
          const { rows } = await tx.execute<{ kind: string }>(sql`select kind from events
            where (actor_id = any (${ids}::uuid[]) or data ->> 'personId' = any (${ids}::text[]))
              and about_kind = 'group' and about_id = ${carriers} order by id`)
          return rows.map(({ kind }) => kind)
        })
      expect(await told('lena')).toEqual([])
      expect(await told('paula')).toEqual(expect.arrayContaining(['groups.memberJoined', 'groups.memberLeft']))
    })

    it.each(['everything', 'joining'] as const)(
      'over the live line nobody hears that a competitor goes, comes, or changes company (history: %s)',
      async (history) => {
        const paula = await portal.as('paula')
        await paula.groups.change({ id: carriers, history })
        // Something for everyone was said, so that a page can be turned.
        await paula.feed.add({ groupId: carriers, text: 'Good morning, all' })
        await portal.settled()
        const [piotr, boris] = [
          await listenAs(portal, callers.get('piotr')?.cookie ?? ''),
          await listenAs(portal, (await signIn(portal, 'boris')).cookie),
        ]
        await paula.groups.removeMember({ id: carriers, personId: portal.person('timur') })
        await portal.settled()
        await letIn(portal, carriers, 'timur', 'paula')
        await portal.settled()
        await boris.hears(({ about }) => about?.id === carriers)
        await paula.feed.add({ groupId: carriers, text: 'Two ramps are closed', audience: 'team' })
        const anna = await portal.as('anna')
        const { companyId } = await anna.people.get({ id: portal.person('timur') })
        await anna.people.change({ id: portal.person('timur'), companyId: null })
        await portal.settled()
        await anna.people.change({ id: portal.person('timur'), companyId })
        await portal.settled()
        const last = await paula.feed.add({ groupId: carriers, text: 'Until tomorrow' })
        await portal.settled()
        await piotr.hears(({ about }) => about?.id === last.id)
        // That he is told of the last one he hears after it, and of nothing before.
        const before = piotr.frames.slice(
          0,
          piotr.frames.findIndex(({ about }) => about?.id === last.id),
        )
        expect(before.filter(({ kind }) => kind !== 'live.ready')).toEqual([])
        expect(piotr.frames.filter(({ about }) => about && about.id !== last.id)).toEqual([])
        for (const ear of [piotr, boris]) ear.close()
      },
    )
  })
})
