import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readers } from '#access/readers.ts'
import type { Tool } from '#access/tools.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'

const missing = '0190a000-0000-7000-8000-000000000000'

describe('links to things of the portal, in what is being written', () => {
  let portal: TestPortal
  let acme: string
  let carriers: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
    carriers = portal.group('carriers')
  })
  afterAll(() => portal.close())

  type To = { audience?: 'everyone' | 'team'; laneId?: string }
  const post = async (who: PersonKey, groupId: string, to: To = {}, text = 'Chairs are chosen') =>
    (await (await portal.as(who)).feed.add({ groupId, text, ...to })).id
  const answer = async (who: PersonKey, id: string, linkIds: string[], to: To & { tool?: Tool } = {}) =>
    (await portal.as(who)).writing.unopened({ id, tool: 'feed', linkIds, ...to })
  /** Which of these some of those who would read there cannot open, as the writer is told. */
  const closed = async (...asked: Parameters<typeof answer>) => (await answer(...asked)).items.map(({ id }) => id)
  const laneOf = async (company: string) => {
    const lanes = await (await portal.as('paula')).groups.lanes({ id: carriers, limit: 50 })
    return lanes.items.find(({ name }) => name === company)?.id ?? ''
  }

  it('GRP-8: what the team alone reads is flagged where people from outside read too, by its title and nothing else', async () => {
    const team = await post('liam', acme, { audience: 'team' })
    const all = await post('liam', acme)
    expect(await answer('liam', acme, [team, all, missing])).toEqual({
      items: [{ id: team, title: 'Chairs are chosen' }],
    })
    expect(await closed('liam', acme, [team, all], { audience: 'team' })).toEqual([])
  })

  it('GRP-7: a competitor’s lane is flagged in another lane and to everyone, and not in itself or among the team', async () => {
    const [beta, gamma] = [await laneOf('Beta Logistics'), await laneOf('Gamma Freight')]
    const inBeta = await post('paula', carriers, { laneId: beta })
    const all = await post('paula', carriers)
    const at = (to: To) => closed('paula', carriers, [inBeta, all], to)
    expect(await at({ laneId: gamma })).toEqual([inBeta])
    expect(await at({})).toEqual([inBeta])
    expect(await at({ laneId: beta })).toEqual([])
    expect(await at({ audience: 'team' })).toEqual([])
    // Who is in another lane is told nothing, as of what is not there.
    expect(await answer('lena', carriers, [inBeta, all])).toEqual(await answer('lena', carriers, [missing]))
  })

  it('tasks and groups too: another group’s page, and one that everybody who works here finds', async () => {
    const { tasks } = await portal.as('liam')
    const { id: task } = await tasks.create({ title: 'Only between us', responsibleId: portal.person('ruth') })
    const [open, secret] = [portal.group('everyone'), portal.group('suppliers')]
    expect((await closed('liam', acme, [task, open, acme])).toSorted()).toEqual([open, task].toSorted())
    // Ewa is in both; nobody from outside is among the team, but not all of it is with the suppliers.
    expect(await closed('ewa', acme, [open, portal.group('library'), acme], { audience: 'team' })).toEqual([])
    expect(await closed('ewa', acme, [secret], { audience: 'team' })).toEqual([secret])
  })

  it('GRP-4: what stands in a tool that is not for all is flagged, in the same audience too', async () => {
    const ruth = await portal.as('ruth')
    const { id: groupId } = await ruth.groups.create({ name: 'With a shut tool', external: true })
    await letIn(portal, groupId, 'kim', 'ruth')
    const { id: task } = await ruth.tasks.create({ title: 'Count', responsibleId: portal.person('ruth'), groupId })
    expect(await closed('ruth', groupId, [task])).toEqual([])
    await ruth.groups.changeTool({ id: groupId, tool: 'tasks', viewers: 'team' })
    expect(await closed('ruth', groupId, [task])).toEqual([task])
    expect(await answer('kim', groupId, [task])).toEqual({ items: [] })
  })

  it('GRP-9: what stood there before somebody came is flagged for those who came later', async () => {
    const ruth = await portal.as('ruth')
    const { id: groupId } = await ruth.groups.create({ name: 'From now on', external: true, history: 'joining' })
    await letIn(portal, groupId, 'kim', 'ruth')
    const before = await post('ruth', groupId)
    expect(await closed('ruth', groupId, [before])).toEqual([])
    await letIn(portal, groupId, 'omar', 'ruth')
    expect(await closed('ruth', groupId, [before])).toEqual([before])
    expect(await answer('omar', groupId, [before])).toEqual({ items: [] })
  })

  it('FEED-2: to whoever cannot open a thing it is like one that is not there, wherever they write', async () => {
    const hidden = [
      await post('liam', acme, { audience: 'team' }),
      await post('helena', portal.group('heron')),
      portal.group('heron'),
      portal.group('everyone'),
      await post('paula', carriers),
    ]
    for (const id of hidden) expect(await answer('kim', acme, [id])).toEqual(await answer('kim', acme, [missing]))
    const refusal = async (id: string) =>
      answer('kim', id, hidden).then(
        () => 'answered',
        (error: unknown) => JSON.stringify(error),
      )
    expect(await refusal(carriers)).toBe(await refusal(missing))
    // Nor for a place that is not theirs to write in.
    const team = (id: string) =>
      answer('kim', acme, [id], { audience: 'team' }).catch((error: unknown) => String(error))
    expect(await team(hidden[0] ?? '')).toBe(await team(missing))
  })

  it('GRP-7: no answer tells somebody from outside whether a person they know is in a group that keeps them apart', async () => {
    const meeting = await acquaint(portal, 'ruth', ['kim', 'lena'])
    await (await portal.as('ruth')).groups.changeTool({ id: meeting, tool: 'feed', on: true })
    const ruth = await portal.as('ruth')
    const { id: apart } = await ruth.groups.create({ name: 'Kept apart', external: true, isolation: 'company' })
    await letIn(portal, apart, 'kim', 'ruth')
    const all = await post('ruth', apart)
    const before = await answer('kim', meeting, [all, apart])
    await letIn(portal, apart, 'lena', 'ruth')
    expect(await answer('kim', meeting, [all, apart])).toEqual(before)
    // Whoever works here knows who is there.
    const sees = [await closed('ruth', meeting, [all])]
    await ruth.groups.removeMember({ id: apart, personId: portal.person('lena') })
    expect([...sees, await closed('ruth', meeting, [all])]).toEqual([[], [all]])
    expect(await answer('kim', meeting, [all, apart])).toEqual(before)
  })

  it('GRP-7: nor anything of colleagues who speak there with one voice', async () => {
    const ruth = await portal.as('ruth')
    const { id: voice } = await ruth.groups.create({ name: 'With one voice', external: true, isolation: 'voice' })
    await letIn(portal, voice, 'kim', 'ruth')
    const { id: open } = await ruth.groups.create({ name: 'In the open', external: true })
    await letIn(portal, open, 'kim', 'ruth')
    const said = await post('ruth', open)
    const before = await answer('kim', voice, [said, open])
    await letIn(portal, voice, 'hana', 'ruth')
    expect(await answer('kim', voice, [said, open])).toEqual(before)
    expect(await closed('ruth', voice, [said])).toEqual([said])
  })

  it('for those who work here it is exactly what each reader could open', async () => {
    const places: [string, To][] = [
      [acme, {}],
      [acme, { audience: 'team' }],
      [carriers, {}],
      [carriers, { laneId: await laneOf('Beta Logistics') }],
    ]
    const links = [
      acme,
      carriers,
      portal.group('everyone'),
      portal.group('library'),
      await post('boris', acme, { audience: 'team' }),
      await post('boris', acme),
      await post('boris', carriers, { laneId: await laneOf('Gamma Freight') }),
      await post('boris', portal.group('everyone')),
    ]
    const opens = async (personId: string, id: string) => {
      const { feed, groups } = await portal.asId(personId)
      return Promise.any([feed.get({ id }), groups.get({ id })]).then(
        () => true,
        () => false,
      )
    }
    for (const [groupId, to] of places) {
      const here = await post('boris', groupId, to)
      const reading = await portal.keep(async (tx) => {
        const { rows } = await tx.execute<{ at: string }>(sql`select audience_id as at from posts where id = ${here}`)
        return readers(tx, rows[0]?.at ?? '', 'feed')
      })
      const expected = []
      for (const id of links) {
        const opened = await Promise.all(reading.map(({ personId }) => opens(personId, id)))
        if (opened.includes(false)) expected.push(id)
      }
      expect((await closed('boris', groupId, links, to)).toSorted()).toEqual(expected.toSorted())
      expect(reading.length).toBeGreaterThan(3)
    }
  })
})
