import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toolSettings, type Tool } from '#access/tools.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { whatGetsIn } from '#tests/rules/writes.ts'
import type { ToolSetting } from '../../tools/contract.ts'
import { groups } from '../tables.ts'

/** Liam owns the group of Acme, Ruth moderates it, Nora works in it; Kim and Omar are there from outside, and Kim is made a moderator. */
const cast = ['liam', 'ruth', 'nora', 'kim', 'omar'] as const
const open = { on: true, viewers: 'members', adders: 'members', changers: 'members' } as const

describe('the tools of a group (GRP-4)', () => {
  let portal: TestPortal
  let id: string
  let space: string
  let post: string
  let task: string
  const set = async (tool: Tool, setting: Partial<ToolSetting>) =>
    (await portal.as('liam')).groups.changeTool({ id, tool, ...open, ...setting })
  /** Who of the cast gets through with something. */
  const who = async (does: (key: PersonKey) => Promise<unknown>) => {
    const done: PersonKey[] = []
    for (const key of cast) if ((await refusal(does(key))) === 'done') done.push(key)
    return done
  }
  const reads = (key: PersonKey) => portal.as(key).then((client) => client.feed.get({ id: post }))
  const posts_ = (key: PersonKey) => portal.as(key).then((client) => client.feed.add({ groupId: id, text: 'A word' }))

  const rowsOf = async (key: PersonKey, table: string) => {
    const all = sql`select from ${sql.identifier(table)} where space_id = ${space}`
    return (await portal.under(key, (tx) => tx.execute(all))).rowCount
  }

  beforeAll(async () => {
    portal = await openTestPortal()
    id = portal.group('acme')
    const liam = await portal.as('liam')
    await liam.groups.changeMember({ id, personId: portal.person('kim'), role: 'moderator' })
    post = (await liam.feed.add({ groupId: id, text: 'Behind the tool' })).id
    task = (await liam.tasks.create({ groupId: id, title: 'Behind the tool', responsibleId: portal.person('omar') })).id
    for (const threadId of [post, task]) await liam.comments.add({ threadId, text: 'Below it' })
    await liam.feed.react({ id: post })
    space = await portal.keep(async (tx) => (await tx.select().from(groups).where(eq(groups.id, id)))[0]?.spaceId ?? '')
  })
  afterAll(() => portal.close())

  it('GRP-4: are open to all members as long as nobody says otherwise, and that leaves no row', async () => {
    expect(await who(reads)).toEqual(cast)
    const { tools } = await (await portal.as('kim')).groups.get({ id })
    expect(tools.map(({ tool, adds, changes }) => [tool, adds, changes])).toEqual([
      ['feed', true, true],
      ['tasks', true, true],
    ])
    await set('feed', { viewers: 'team' })
    await set('feed', {})
    expect(await portal.keep((tx) => tx.select().from(toolSettings))).toEqual([])
  })

  it('GRP-4: are seen by whom the group lets, a moderator from outside where they stand, and off by nobody', async () => {
    const seen = { owner: ['liam'], keepers: ['liam', 'ruth', 'kim'], team: ['liam', 'ruth', 'nora'], members: cast }
    for (const [viewers, expected] of Object.entries(seen)) {
      await set('feed', { viewers: viewers as ToolSetting['viewers'] })
      expect(await who(reads), viewers).toEqual(expected)
      expect(await who((key) => portal.as(key).then((one) => one.comments.list({ threadId: post })))).toEqual(expected)
      expect(
        await who(async (key) => (await portal.as(key)).oversight.whoCanSee({ kind: 'post', id: post })),
        'who can see it',
      ).toEqual(expected)
    }
    await set('feed', { on: false })
    expect(await who(reads)).toEqual([])
    expect((await (await portal.as('liam')).groups.get({ id })).tools.map(({ tool }) => tool)).toEqual(['tasks'])
    await set('feed', {})
    expect(await who(reads), 'what stood there is kept').toEqual(cast)
  })

  it('GRP-4: say of what is shut what they say of what never was, by list, count, talk and plain SQL', async () => {
    await set('feed', { viewers: 'team' })
    await set('tasks', { viewers: 'keepers' })
    const omar = await portal.as('omar')
    const missing = '0190a000-0000-7000-8000-000000000000'
    const answer = (work: Promise<unknown>) => work.catch((error: unknown) => JSON.stringify(error))
    expect(await answer(omar.feed.get({ id: post }))).toBe(await answer(omar.feed.get({ id: missing })))
    expect(await answer(omar.tasks.get({ id: task }))).toBe(await answer(omar.tasks.get({ id: missing })))
    expect(await answer(omar.comments.add({ threadId: post, text: 'I' }))).toBe(
      await answer(omar.comments.add({ threadId: missing, text: 'I' })),
    )
    expect((await omar.feed.list({ group: id })).items).toEqual([])
    expect((await omar.tasks.list({ mine: true })).items.filter(({ group }) => group?.id === id)).toEqual([])
    expect((await omar.groups.get({ id })).tools).toEqual([])
    for (const table of ['posts', 'reactions', 'threads', 'comments', 'tasks'])
      expect(await rowsOf('omar', table), table).toBe(0)
    expect(await portal.under('omar', (tx) => tx.select().from(toolSettings))).toEqual([])
    const got = await whatGetsIn(portal, 'omar', space)
    expect(got.filter((way) => /posts|reactions|comments|threads|tasks/.test(way))).toEqual([])
    expect(await rowsOf('ruth', 'tasks')).toBeGreaterThan(0)
    await set('feed', {})
    await set('tasks', {})
  })

  it('GRP-4: take something new from whom the group lets, say so to the others, and let all answer', async () => {
    const may = { owner: ['liam'], keepers: ['liam', 'ruth', 'kim'], team: ['liam', 'ruth', 'nora'] }
    for (const [adders, expected] of Object.entries(may)) {
      await set('feed', { adders: adders as ToolSetting['adders'] })
      expect(await who(posts_), adders).toEqual(expected)
      expect(await refusal(posts_('omar'))).toBe(`ADDED_BY_${adders.toUpperCase()} 403`)
      expect(await whatGetsIn(portal, 'omar', space)).not.toContain('insert into posts')
      expect(await refusal(portal.as('omar').then((one) => one.comments.add({ threadId: post, text: 'Yes' })))).toBe(
        'done',
      )
      const adding = await who(async (key) => {
        const { items } = await (await portal.as(key)).groups.list({ mine: true, adds: 'feed' })
        if (!items.some((one) => one.id === id)) throw Object.assign(new Error(), { code: 'NO', status: 1 })
      })
      expect(adding, 'is offered the group to post to').toEqual(expected)
    }
    await set('feed', { viewers: 'team', adders: 'members' })
    expect(await refusal(posts_('omar'))).toBe('TOOL_SHUT 403')
    await set('feed', {})
  })

  it('GRP-4: are changed in by whom the group lets, and by whoever is responsible', async () => {
    const complete = async (key: PersonKey) => {
      const client = await portal.as(key)
      await client.tasks.complete({ id: task })
      await client.tasks.reopen({ id: task })
    }
    await set('tasks', { changers: 'keepers' })
    expect(await who(complete)).toEqual(['liam', 'ruth', 'kim', 'omar'])
    expect(await refusal(complete('nora'))).toBe('CHANGED_BY_KEEPERS 403')
    const seen = async (key: PersonKey) => (await (await portal.as(key)).tasks.get({ id: task })).may.change
    expect([await seen('nora'), await seen('omar')]).toEqual([false, true])
    const rename = sql`update tasks set title = 'Mine' where id = ${task}`
    expect((await portal.under('nora', (tx) => tx.execute(rename))).rowCount).toBe(0)
    await set('tasks', {})
  })

  it('GRP-4: give no work to somebody who would not see it', async () => {
    await set('tasks', { viewers: 'team' })
    const give = async (to: PersonKey) =>
      (await portal.as('liam')).tasks.create({ groupId: id, title: 'For you', responsibleId: portal.person(to) })
    expect(await refusal(give('omar'))).toBe('INVALID 400')
    expect(await refusal(give('nora'))).toBe('done')
    await set('tasks', {})
  })

  it('GRP-4: are set by the owner alone, past no table, and are read by those who keep the group', async () => {
    const change = async (key: PersonKey, group = id) =>
      refusal((await portal.as(key)).groups.changeTool({ id: group, tool: 'feed', on: false }))
    expect([await change('ruth'), await change('nora')]).toEqual(['OWNER_ONLY 403', 'OWNER_ONLY 403'])
    expect([await change('kim'), await change('gita'), await change('liam', portal.group('heron'))]).toEqual(
      Array(3).fill('NOT_FOUND 404'),
    )
    await set('feed', { adders: 'keepers' })
    for (const key of ['ruth', 'nora', 'kim', 'gita'] as const)
      expect(
        (await whatGetsIn(portal, key, space)).filter((way) => way.endsWith('tools')),
        key,
      ).toEqual([])
    const read = async (key: PersonKey) => refusal((await portal.as(key)).groups.tools({ id }))
    expect([await read('liam'), await read('ruth'), await read('nora')]).toEqual([
      'done',
      'done',
      'OWNER_AND_MODERATORS_ONLY 403',
    ])
    expect([await read('kim'), await read('gita')]).toEqual(['NOT_FOUND 404', 'NOT_FOUND 404'])
    await set('feed', {})
  })

  it('GRP-4: count before they change who sees more and who sees less', async () => {
    const liam = await portal.as('liam')
    const preview = await liam.groups.previewTool({ id, tool: 'feed', viewers: 'team' })
    const outside = (await liam.groups.members({ id, kind: 'external', limit: 200 })).items.length
    expect(preview.lose).toEqual({ colleagues: 0, outside })
    expect(preview.gain).toEqual({ colleagues: 0, outside: 0 })
    expect(preview.forAll.things).toBeGreaterThan(0)
    expect(preview.forTeam.things).toBeGreaterThan(0)
    await set('feed', { viewers: 'team' })
    expect((await liam.groups.previewTool({ id, tool: 'feed', viewers: 'members' })).gain.outside).toBe(outside)
    expect((await liam.groups.previewTool({ id, tool: 'feed', on: false })).lose.outside).toBe(0)
    expect((await liam.groups.readership({ id, tool: 'feed' })).companies, 'the line under the composer').toEqual([])
    expect((await liam.invitations.terms({ id })).waiting.posts, 'what the panel promises to the invited').toBe(0)
    await set('feed', {})
  })

  it('GRP-4: count in no preview what whoever asks does not see', async () => {
    const ruth = await portal.as('ruth')
    const before = await ruth.groups.previewIsolation({ id, isolation: 'staff' })
    await set('feed', { viewers: 'owner' })
    const after = await ruth.groups.previewIsolation({ id, isolation: 'staff' })
    expect([before.posts > 0, after.posts, after.tasks]).toEqual([true, 0, before.tasks])
    expect(after.comments).toBeLessThan(before.comments)
    await set('feed', {})
  })

  it('GRP-10: go along into a group like this one', async () => {
    await set('tasks', { viewers: 'team', adders: 'owner' })
    const liam = await portal.as('liam')
    const { items } = await liam.groups.tools({ id })
    const made = await liam.groups.create({ name: 'Like it', external: true, tools: items })
    expect((await liam.groups.tools({ id: made.id })).items).toEqual(items)
  })
})
