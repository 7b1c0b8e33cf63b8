import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveSeat } from '#access/spaces.ts'
import { threads } from '#features/comments/server/tables.ts'
import { outwardError } from '#platform/http/errors.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { tasks } from './tables.ts'

type Key = Parameters<TestPortal['as']>[0]

const missing = '00000000-0000-7000-8000-000000000000'
let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const titles = async (key: Key, query: Parameters<Client['tasks']['list']>[0] = {}) =>
  (await (await portal.as(key)).tasks.list({ limit: 200, ...query })).items.map((task) => task.title).toSorted()
/** As the owner of the tables: what there really is. */
const really = (where: ReturnType<typeof sql>) => portal.keep((tx) => tx.select().from(tasks).where(where))
const one = async (title: string) => {
  const [task] = await really(sql`title = ${title}`)
  if (!task) throw new Error(`The sample has no task “${title}”.`)
  return task
}
const answer = (asked: Promise<unknown>) => asked.then(JSON.stringify, (error: unknown) => JSON.stringify(error))

const forAcme = 'Choose the colour direction for the fourth floor'
const forAcmeTeam = 'List of changes with prices, before we show it to Acme'
const forTwo = 'Choose twelve photographs for the new website'

describe('who sees a task', () => {
  it('in a group everyone in it, and nobody else', async () => {
    const group = portal.group('acme')
    for (const key of ['kim', 'liam', 'sofia'] as const) expect(await titles(key, { group })).toContain(forAcme)
    for (const key of ['lena', 'gita', 'helena', 'anna'] as const) expect(await titles(key)).not.toContain(forAcme)
  })

  it('an external sees exactly the tasks that their groups share (TASK-1)', async () => {
    const shared = await really(sql`audience_id = (select audience_id from groups where id = ${portal.group('acme')})`)
    expect(await titles('kim')).toEqual(shared.map((task) => task.title).toSorted())
    await expect(titles('noel')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('a task of the team is for those of the group who work here (GRP-8)', async () => {
    expect(await titles('liam', { group: portal.group('acme') })).toContain(forAcmeTeam)
    for (const key of ['kim', 'sofia', 'gita', 'anna'] as const) expect(await titles(key)).not.toContain(forAcmeTeam)
  })

  it('a task between two is theirs alone: no colleague and no administrator reads it', async () => {
    for (const key of ['gita', 'celine'] as const) expect(await titles(key)).toContain(forTwo)
    for (const key of ['anna', 'helena', 'sean', 'kim'] as const) expect(await titles(key)).not.toContain(forTwo)
  })

  it('competitors in one portal, and people of a secret group, stay apart', async () => {
    const heron = await really(sql`group_id = ${portal.group('heron')}`)
    const lena = await titles('lena')
    expect(heron.length).toBeGreaterThan(0)
    for (const { title } of [...heron, await one(forAcme)]) expect(lena).not.toContain(title)
    for (const { title } of heron) expect(await titles('anna')).not.toContain(title)
  })

  it('every list of everybody is what the rules let them read, in both orders', async () => {
    for (const key of ['kim', 'lena', 'sofia', 'liam', 'boris', 'gita', 'anna'] as const) {
      const readable = await portal.under(key, (tx) => tx.select({ title: tasks.title }).from(tasks))
      const expected = readable.map((task) => task.title).toSorted()
      expect(await titles(key)).toEqual(expected)
      expect(await titles(key, { sort: 'deadline' })).toEqual(expected)
    }
  })
})

describe('a hidden task and a missing one are the same answer', () => {
  it('on every procedure, byte for byte', async () => {
    const kim = await portal.as('kim')
    const hidden = [
      await one(forAcmeTeam),
      await one(forTwo),
      ...(await really(sql`group_id = ${portal.group('heron')}`)),
    ]
    const asks = [
      (id: string) => kim.tasks.get({ id }),
      (id: string) => kim.tasks.change({ id, title: 'Mine now' }),
      (id: string) => kim.tasks.change({ id, responsibleId: portal.person('kim') }),
      (id: string) => kim.tasks.complete({ id }),
      (id: string) => kim.tasks.reopen({ id }),
      (id: string) => kim.tasks.comments({ id }),
      (id: string) => kim.tasks.comment({ id, text: 'Hello' }),
    ]
    for (const ask of asks) {
      const expected = await answer(ask(missing))
      expect(expected).toContain('NOT_FOUND')
      for (const { id } of hidden) expect(await answer(ask(id))).toBe(expected)
    }
  })

  it('a hidden group and a missing one are the same, for lists and for new tasks', async () => {
    const kim = await portal.as('kim')
    const asks = [
      (id: string) => kim.tasks.list({ group: id }),
      (id: string) => kim.tasks.create({ title: 'Mine', groupId: id, responsibleId: portal.person('kim') }),
    ]
    for (const ask of asks) {
      const expected = await answer(ask(missing))
      expect(expected).toContain('NOT_FOUND')
      for (const key of ['heron', 'everyone', 'carriers'] as const)
        expect(await answer(ask(portal.group(key)))).toBe(expected)
    }
  })

  it('a hidden person and a missing one are the same, when made responsible', async () => {
    const kim = await portal.as('kim')
    const { id } = await one(forAcme)
    const hidden = ['gita', 'lena', 'anna', 'noel', 'yusuf'] as const
    const asks = [
      (responsibleId: string) =>
        kim.tasks.create({ title: 'For somebody', groupId: portal.group('acme'), responsibleId }),
      (responsibleId: string) => kim.tasks.create({ title: 'For somebody', responsibleId }),
      (responsibleId: string) => kim.tasks.change({ id, responsibleId }),
    ]
    for (const ask of asks) {
      const expected = await answer(ask(missing))
      expect(expected).toContain('responsibleId')
      for (const key of hidden) expect(await answer(ask(portal.person(key)))).toBe(expected)
    }
  })

  it('for an external the team is a word like any other', async () => {
    const kim = await portal.as('kim')
    const asked = (audience: string) =>
      kim.tasks
        .create({
          title: 'For the team',
          groupId: portal.group('acme'),
          responsibleId: portal.person('liam'),
          audience: audience as 'team',
        })
        .catch((error: unknown) => JSON.stringify(outwardError(error, portal.platform.log, '')))
    expect(await asked('team')).toContain('INVALID')
    expect(await asked('team')).toBe(await asked('nonsense'))
  })
})

describe('who changes a task', () => {
  it('every member of the group works with it, externals too; who is seated lower reads only', async () => {
    const kim = await portal.as('kim')
    const { id, spaceId, audienceId } = await one('Seating plan of the fourth floor')
    expect((await kim.tasks.change({ id, description: 'By teams.' })).description).toBe('By teams.')
    const personId = portal.person('yusuf')
    await portal.keep((tx) => giveSeat(tx, { spaceId, audienceId, personId, level: 'comment', because: 'test' }))
    const yusuf = await portal.as('yusuf')
    expect((await yusuf.tasks.get({ id })).may.change).toBe(false)
    await expect(yusuf.tasks.change({ id, title: 'Mine' })).rejects.toMatchObject({ code: 'TAKING_PART_ONLY' })
    await expect(yusuf.tasks.complete({ id })).rejects.toMatchObject({ code: 'TAKING_PART_ONLY' })
  })

  it('an employee who only finds a group sets no tasks in it, and hears the rule', async () => {
    const gita = await portal.as('gita')
    const task = { title: 'From outside', groupId: portal.group('almaty'), responsibleId: portal.person('gita') }
    await expect(gita.tasks.create(task)).rejects.toMatchObject({ code: 'MEMBERS_SET_TASKS' })
  })

  it('a task between two is handed over by its creator only', async () => {
    const celine = await portal.as('celine')
    const { id } = await one(forTwo)
    await expect(celine.tasks.change({ id, responsibleId: portal.person('nora') })).rejects.toMatchObject({
      code: 'CREATOR_HANDS_OVER',
    })
  })
})

describe('past the actions, the rules of the table hold', () => {
  const attack = (key: Key, statement: ReturnType<typeof sql>) => portal.under(key, (tx) => tx.execute(statement))

  it('place, author and group of a task cannot be written again', async () => {
    const { id } = await one(forAcme)
    const elsewhere = await one(forAcmeTeam)
    for (const set of [
      sql`audience_id = ${elsewhere.audienceId}`,
      sql`space_id = ${elsewhere.spaceId}`,
      sql`author_id = ${portal.person('liam')}`,
      sql`group_id = null`,
      sql`created_at = now()`,
    ])
      await expect(attack('liam', sql`update tasks set ${set} where id = ${id}`)).rejects.toMatchObject({
        cause: { code: '42501' },
      })
  })

  it('nobody writes a task into a place that is not theirs, in another name, or for somebody hidden', async () => {
    const mine = await one(forAcme)
    const hidden = await one(forAcmeTeam)
    const insert = (change: Partial<typeof tasks.$inferInsert>) =>
      portal.under('kim', (tx) =>
        tx.insert(tasks).values({
          spaceId: mine.spaceId,
          audienceId: mine.audienceId,
          groupId: mine.groupId,
          title: 'By the back door',
          authorId: portal.person('kim'),
          responsibleId: portal.person('kim'),
          ...change,
        }),
      )
    for (const change of [
      { audienceId: hidden.audienceId },
      { authorId: portal.person('liam') },
      { groupId: portal.group('carriers') },
      { groupId: null },
      { responsibleId: portal.person('gita') },
      { responsibleId: missing },
    ])
      await expect(insert(change)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('a task is not given to, or completed by, somebody hidden: who exists is not found out that way', async () => {
    const { id } = await one('Seating plan of the fourth floor')
    for (const column of ['responsible_id', 'completed_by'])
      for (const person of [portal.person('gita'), portal.person('lena'), missing])
        await expect(
          attack('kim', sql`update tasks set ${sql.identifier(column)} = ${person} where id = ${id}`),
        ).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(
      (await attack('kim', sql`update tasks set completed_by = ${portal.person('omar')} where id = ${id}`)).rowCount,
    ).toBe(1)
  })

  it('what is hidden cannot be changed or removed by guessing its id', async () => {
    const { id } = await one(forAcmeTeam)
    for (const statement of [
      sql`update tasks set title = 'x' where id = ${id}`,
      sql`delete from tasks where id = ${id}`,
    ])
      expect((await attack('kim', statement)).rowCount).toBe(0)
    expect(await portal.under('kim', (tx) => tx.select().from(threads).where(eq(threads.id, id)))).toEqual([])
  })
})
