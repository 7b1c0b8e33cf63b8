import { eq, sql } from 'drizzle-orm'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people, spaces } from '#access/tables.ts'
import { events } from '#events/tables.ts'
import { groupSeparations, groups } from '#features/groups/server/tables.ts'
import { notices } from '#features/notices/server/tables.ts'
import { listOutbox, readOutbox, type OpenedLetter } from '#platform/mail/outbox.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { sendLate } from '#tests/rules/letters.ts'

type Key = Parameters<TestPortal['as']>[0]

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const told = async (id: string): Promise<string[]> => {
  const rows = await portal.keep((tx) =>
    tx.select({ kind: events.kind }).from(events).where(eq(events.aboutId, id)).orderBy(events.id),
  )
  return rows.map((row) => row.kind)
}
/** Sets a task in the group of Acme, as `by` for `to`. */
const set = async (
  by: Key,
  to: Key,
  more: { title?: string; deadline?: string; audience?: 'everyone' | 'team'; groupId?: string | null } = {},
) =>
  (await portal.as(by)).tasks.create({
    title: 'Measure the stairs',
    groupId: portal.group('acme'),
    responsibleId: portal.person(to),
    ...more,
  })

describe('setting a task', () => {
  it('of the past, as the sample company has them, sends no letter', async () => {
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ name: string }>(sql`select name from jobs.job where name = 'notices.letter'`),
    )
    expect(rows).toEqual([])
  })

  it('answers it whole, and tells it', async () => {
    const deadline = '2027-03-01T15:00:00+01:00'
    const task = await set('liam', 'kim', { deadline })
    expect(task).toMatchObject({
      title: 'Measure the stairs',
      description: '',
      group: { id: portal.group('acme'), external: true },
      audience: 'everyone',
      creator: { name: 'Liam Doherty' },
      responsible: { name: 'Kim Lee', kind: 'external', company: 'Acme' },
      deadline: new Date(deadline),
      completedAt: null,
      completedBy: null,
      comments: 0,
      may: { change: true },
    })
    expect(await told(task.id)).toEqual(['tasks.created'])
  })

  it('for the team takes an employee of the group, and no external', async () => {
    expect(await set('liam', 'nora', { audience: 'team' })).toMatchObject({ audience: 'team' })
    await expect(set('liam', 'kim', { audience: 'team' })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('in no group is between two, whoever they are to each other in Contacts (TASK-1)', async () => {
    const task = await set('kim', 'liam', { groupId: null })
    expect(task).toMatchObject({ group: null, audience: 'named' })
    const liam = await portal.as('liam')
    expect(await liam.tasks.complete({ id: task.id })).toMatchObject({ completedBy: { name: 'Liam Doherty' } })
    await expect((await portal.as('omar')).tasks.get({ id: task.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('gives the new responsible of a task between two the place of the old one', async () => {
    const { id } = await set('celine', 'nora', { groupId: null })
    const other = await set('celine', 'nora', { groupId: null, title: 'Another one' })
    await (await portal.as('celine')).tasks.change({ id, responsibleId: portal.person('ewa') })
    expect(await (await portal.as('ewa')).tasks.get({ id })).toMatchObject({ responsible: { name: 'Ewa Malinowska' } })
    const nora = await portal.as('nora')
    await expect(nora.tasks.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await nora.tasks.get({ id: other.id })).title).toBe('Another one')
  })
})

describe('changing, completing, reopening', () => {
  it('tells a change once, and nothing where all stays as it was', async () => {
    const liam = await portal.as('liam')
    const { id } = await set('liam', 'nora')
    const changed = await liam.tasks.change({ id, title: 'Measure both stairs', deadline: '2027-03-01T00:00:00Z' })
    await liam.tasks.change({ id, title: 'Measure both stairs', deadline: changed.deadline?.toISOString() })
    expect(await told(id)).toEqual(['tasks.created', 'tasks.changed'])
    expect(await liam.tasks.change({ id, deadline: null })).toMatchObject({
      deadline: null,
      title: 'Measure both stairs',
    })
  })

  it('completes once, however often and however at once it is asked', async () => {
    const [kim, liam] = [await portal.as('kim'), await portal.as('liam')]
    const { id } = await set('liam', 'kim')
    const [first] = await Promise.all([
      kim.tasks.complete({ id }),
      liam.tasks.complete({ id }),
      kim.tasks.complete({ id }),
    ])
    expect(first.completedAt).not.toBeNull()
    await Promise.all([kim.tasks.reopen({ id }), liam.tasks.reopen({ id })])
    expect(await liam.tasks.reopen({ id })).toMatchObject({ completedAt: null, completedBy: null })
    expect(await told(id)).toEqual(['tasks.created', 'tasks.completed', 'tasks.reopened'])
  })

  it('counts what is said below it', async () => {
    const [kim, liam] = [await portal.as('kim'), await portal.as('liam')]
    const { id } = await set('liam', 'kim')
    await kim.tasks.comment({ id, text: '1,2 m wide' })
    expect((await liam.tasks.comments({ id })).items).toMatchObject([
      { text: '1,2 m wide', author: { name: 'Kim Lee' } },
    ])
    expect((await liam.tasks.get({ id })).comments).toBe(1)
  })

  it('stays when its responsible leaves the group, under a name that its reader may no longer know', async () => {
    const liam = await portal.as('liam')
    const { id } = await set('kim', 'omar')
    await liam.groups.removeMember({ id: portal.group('acme'), personId: portal.person('omar') })
    expect((await (await portal.as('kim')).tasks.get({ id })).responsible).toBeNull()
    await expect((await portal.as('omar')).tasks.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('lists', () => {
  it('come in pages that fit together, newest first and nearest first', async () => {
    const boris = await portal.as('boris')
    for (const sort of ['newest', 'deadline'] as const) {
      const whole = (await boris.tasks.list({ sort, limit: 200 })).items.map((task) => task.id)
      const pieces: string[] = []
      for (let after: string | undefined, more = true; more;) {
        const { items, next } = await boris.tasks.list({ sort, limit: 7, after })
        pieces.push(...items.map((task) => task.id))
        after = next ?? undefined
        more = next !== null
      }
      expect(pieces).toEqual(whole)
    }
    const { items } = await boris.tasks.list({ sort: 'deadline', limit: 200 })
    const due = items.map((task) => task.deadline?.getTime() ?? Infinity)
    expect(due).toEqual(due.toSorted((a, b) => a - b))
  })

  it('take a group, a state, and whose they are', async () => {
    const kim = await portal.as('kim')
    const mine = (await kim.tasks.list({ mine: true, state: 'open', sort: 'deadline' })).items
    expect(mine.length).toBeGreaterThan(1)
    expect(mine.every((task) => task.responsible?.name === 'Kim Lee' && task.completedAt === null)).toBe(true)
    const counted = await kim.tasks.count()
    expect(counted).toEqual({
      open: mine.length,
      overdue: mine.filter((task) => task.deadline && task.deadline < new Date()).length,
    })
    const byKim = (await kim.tasks.list({ setByMe: true })).items
    expect(byKim.every((task) => task.creator?.name === 'Kim Lee')).toBe(true)
    await expect(kim.tasks.list({ after: 'somewhere' })).rejects.toMatchObject({ code: 'INVALID' })
  })
})

describe('the letter to an external (TASK-2)', () => {
  const letters = async (): Promise<OpenedLetter[]> => {
    await portal.settled()
    const { items } = await listOutbox(join(portal.folder, 'outbox'), { limit: 100 })
    const opened = await Promise.all(items.map(({ id }) => readOutbox(join(portal.folder, 'outbox'), id)))
    return opened.filter((letter) => letter !== undefined)
  }
  let before: Set<string>
  beforeEach(async () => {
    before = new Set((await letters()).map((letter) => letter.id))
  })
  const sent = async () => (await letters()).filter((letter) => !before.has(letter.id))

  it('goes at once, names who, where, what and until when in their zone, and leads to the task', async () => {
    const { id } = await set('liam', 'kim', { title: 'Open the goods lift', deadline: '2027-03-01T15:00:00Z' })
    const [letter, ...others] = await sent()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: 'kim@acme.example', subject: 'Open the goods lift · Acme headquarters, Dublin' })
    for (const said of [
      'Liam Doherty has given you this task',
      'Acme headquarters, Dublin',
      'Open the goods lift',
      'Monday',
      '1 March 2027',
      `/tasks/${id}`,
    ])
      expect(letter?.text).toContain(said)
  })

  it('speaks their language', async () => {
    const boris = await portal.as('boris')
    const groupId = portal.group('carriers')
    await boris.tasks.create({ title: 'Ramp', groupId, responsibleId: portal.person('timur') })
    await boris.tasks.create({ title: 'Ramp', groupId, responsibleId: portal.person('piotr') })
    const texts = (await sent()).map(({ text }) => text)
    expect(
      texts.filter((text) => /^Ramp\n[^]*: задача для вас\n/.test(text) && text.includes('Срока у неё нет')),
    ).toHaveLength(1)
    expect(texts.filter((text) => /^Ramp\n[^]*: zadanie dla Ciebie\n/.test(text))).toHaveLength(1)
  })

  it('goes to whom a task is given later, and whoever set it hears of that', async () => {
    const { id } = await set('liam', 'nora')
    expect((await sent()).map((letter) => letter.to)).toEqual(['nora@orlanta.example'])
    await (await portal.as('nora')).tasks.change({ id, responsibleId: portal.person('ingrid') })
    await (await portal.as('nora')).tasks.change({ id, title: 'Measure all the stairs' })
    expect((await sent()).map((letter) => letter.to).toSorted()).toEqual([
      'ingrid@acme.example',
      'liam@orlanta.example',
      'nora@orlanta.example',
    ])
  })

  it('does not go to whoever sets a task for themselves, nor to whoever wants none', async () => {
    const liam = await portal.as('liam')
    await liam.notices.changeSettings({ kinds: { tasks: { letter: 'off' } } })
    await set('kim', 'liam')
    await set('kim', 'kim')
    expect(await sent()).toEqual([])
    await liam.notices.changeSettings({ kinds: { tasks: { letter: 'once' } } })
  })

  it('does not go to whom the task is closed by then, who was dismissed, or when it is done', async () => {
    const { id } = await set('liam', 'sofia')
    const personId = portal.person('sofia')
    const toSofia = async () => (await sent()).filter((letter) => letter.to.startsWith('sofia'))
    expect(await toSofia()).toHaveLength(1)
    await sendLate(portal, personId, id)
    expect(await toSofia()).toHaveLength(2)
    const dismissed = (dismissedAt: Date | null) =>
      portal.keep((tx) => tx.update(people).set({ dismissedAt }).where(eq(people.id, personId)))
    await dismissed(new Date())
    await sendLate(portal, personId, id)
    await dismissed(null)
    await (await portal.as('liam')).tasks.complete({ id })
    // Of that they are told; that it was once given to them is no news.
    expect(await toSofia()).toHaveLength(3)
    await (await portal.as('sofia')).notices.read({})
    await sendLate(portal, personId, id)
    await (await portal.as('liam')).groups.removeMember({ id: portal.group('acme'), personId })
    await portal.keep((tx) => tx.update(notices).set({ readAt: null }).where(eq(notices.personId, personId)))
    await sendLate(portal, personId, id)
    expect(await toSofia()).toHaveLength(3)
  })

  it('is tried again where the group is being separated, and nobody from outside sees it meanwhile (GRP-7)', async () => {
    const { id } = await set('liam', 'kim')
    await portal.settled()
    await portal.keep(async (tx) => {
      const [group] = await tx
        .select()
        .from(groups)
        .where(eq(groups.id, portal.group('acme')))
      if (!group) throw new Error('There is no such group.')
      const { spaceId, audienceId } = group
      await tx.update(spaces).set({ externalSince: null }).where(eq(spaces.id, spaceId))
      await tx
        .insert(groupSeparations)
        .values({ spaceId, audienceId, groupId: group.id, askedBy: portal.person('liam') })
    })
    const personId = portal.person('kim')
    const count = (await sent()).length
    await sendLate(portal, personId, id)
    expect(await sent()).toHaveLength(count)
    const [waits] = await portal.keep((tx) => tx.select().from(notices).where(eq(notices.aboutId, id)))
    expect(waits).toMatchObject({ letterDoneAt: null, letterTries: 0 })
    await portal.keep(async (tx) => {
      await tx.delete(groupSeparations)
      await tx.execute(
        sql`update spaces set external_since = g.external_since from groups g where g.space_id = spaces.id`,
      )
    })
    await sendLate(portal, personId, id)
    expect(await sent()).toHaveLength(count + 1)
  })

  it('does not go to whoever waits in the lobby, about a task between two either (INV-6)', async () => {
    const [liam, personId] = [await portal.as('liam'), portal.person('ingrid')]
    const { id } = await liam.tasks.create({ title: 'Between us two', responsibleId: personId })
    const before = (await sent()).length
    await sendLate(portal, personId, id)
    expect(await sent()).toHaveLength(before + 1)
    await liam.groups.removeMember({ id: portal.group('acme'), personId })
    await sendLate(portal, personId, id)
    expect(await sent()).toHaveLength(before + 1)
  })
})
