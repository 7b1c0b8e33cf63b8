import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal, ruleCodeOf } from '#tests/refusal.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { postTags } from './tables.ts'

describe('who learns of a tag', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const post = async (who: PersonKey, tags: string[], more: object = {}) =>
    (await portal.as(who)).feed.add({ groupId: acme, text: 'A word', tags, ...more })
  const offered = async (who: PersonKey, more: object = {}) =>
    (await (await portal.as(who)).feed.tags({ id: acme, ...more })).items
  const found = async (who: PersonKey, tag: string, more: object = {}) =>
    (await (await portal.as(who)).feed.items({ tag, ...more })).items.flatMap(({ post: one }) => one?.id ?? [])
  /** What of a tag somebody reads in the table itself. */
  const rowsOf = (who: PersonKey, tag: string) =>
    portal.under(who, (tx) => tx.select({ label: postTags.label }).from(postTags).where(eq(postTags.tag, tag)))

  it('FEED-4: tags are kept in one spelling, shown as first written there, and posts are found by them', async () => {
    const first = await post('kim', ['#Сметы', 'Straße', 'ﬁre-doors'])
    expect(first.tags).toEqual(['Сметы', 'Straße', 'fire-doors'])
    const second = await post('liam', ['сметы', 'STRASSE', '#сМЕТЫ'])
    expect(second.tags).toEqual(['Сметы', 'Straße'])
    expect(await found('omar', '#СМЕТЫ')).toEqual(expect.arrayContaining([first.id, second.id]))
    expect(await found('lena', 'сметы')).toEqual([])
    expect(await offered('omar', { begins: '#см' })).toEqual(['Сметы'])
    const { feed } = await portal.as('kim')
    // A program that knows no tags takes none off.
    expect((await feed.change({ id: first.id, text: 'Another' })).tags).toHaveLength(3)
    expect((await feed.change({ id: first.id, text: 'Another', tags: ['roof'] })).tags).toEqual(['roof'])
    for (const wrong of [
      ['two words'],
      ['#'],
      ['-a'],
      ['a'.repeat(41)],
      Array.from({ length: 11 }, (_, at) => `t${at}`),
    ])
      expect(await refusal(post('kim', wrong))).toBe('BAD_REQUEST 400')
  })

  it('GRP-8: a tag of the team is offered and found within the team alone, and not offered to it for what everyone reads', async () => {
    const made = await post('ruth', ['Margin'], { audience: 'team' })
    expect(await offered('kim')).not.toContain('Margin')
    expect(await found('kim', 'margin')).toEqual([])
    expect(await rowsOf('kim', 'margin')).toEqual([])
    expect(await found('liam', 'margin')).toEqual([made.id])
    expect(await offered('liam', { audience: 'team' })).toContain('Margin')
    expect(await offered('liam')).not.toContain('Margin')
    // Nor does its spelling come through.
    expect((await post('kim', ['mARGIN'])).tags).toEqual(['mARGIN'])
  })

  it('GRP-7: of competitors who are kept apart neither is offered, shows or finds a tag of the other', async () => {
    const ruth = await portal.as('ruth')
    await acquaint(portal, 'ruth', ['kim', 'lena'])
    const { id: groupId } = await ruth.groups.create({ name: 'Two of a trade', external: true })
    for (const key of ['kim', 'lena'] as const) await letIn(portal, groupId, key, 'ruth')
    const [kim, lena] = [await portal.as('kim'), await portal.as('lena')]
    const before = await kim.feed.add({ groupId, text: 'Before', tags: ['rebate'] })
    expect(await found('lena', 'rebate', { group: groupId })).toEqual([before.id])
    await ruth.groups.isolate({ id: groupId, isolation: 'company' })
    await portal.settled()
    const after = await kim.feed.add({ groupId, text: 'After', tags: ['discount'] })
    expect((await lena.feed.tags({ id: groupId })).items).toEqual([])
    for (const tag of ['rebate', 'discount']) {
      expect(await found('lena', tag, { group: groupId })).toEqual([])
      expect(await rowsOf('lena', tag)).toEqual([])
    }
    expect((await kim.feed.tags({ id: groupId })).items.toSorted()).toEqual(['discount', 'rebate'])
    expect((await ruth.feed.tags({ id: groupId, audience: 'team' })).items).toEqual([])
    expect(await found('ruth', 'discount', { group: groupId })).toEqual([after.id])
    // To whoever writes for one company, no word of the other is offered, nor to the company the words of a lane that is not theirs.
    const lanes = (await ruth.groups.lanes({ id: groupId })).items
    const offeredIn = async (who: typeof ruth, of: (items: string[]) => boolean) =>
      Promise.all(
        lanes.map(async ({ id: laneId }) => {
          const answer = await refusal(who.feed.tags({ id: groupId, laneId }))
          return answer === 'done' ? of((await who.feed.tags({ id: groupId, laneId })).items) : answer
        }),
      )
    const toRuth = await offeredIn(ruth, (items) => items.includes('discount'))
    expect(toRuth.filter((one) => one === true)).toHaveLength(1)
    expect(toRuth).toContain(false)
    expect(await offeredIn(lena, (items) => items.includes('discount'))).not.toContain(true)
  })

  it('nobody tags what another wrote, and with the post its tags are gone from everywhere', async () => {
    const made = await post('kim', ['gone-soon'])
    const [row] = await portal.keep((tx) => tx.select().from(postTags))
    if (!row) throw new Error('There are no tags.')
    const forged = { ...row, postId: made.id, tag: 'forged', authorId: portal.person('liam') }
    expect(await ruleCodeOf(portal.under('liam', (tx) => tx.insert(postTags).values(forged)))).toBe('42501')
    const elsewhere = {
      ...row,
      postId: made.id,
      tag: 'forged',
      authorId: portal.person('kim'),
      audienceId: row.spaceId,
    }
    expect(await ruleCodeOf(portal.under('kim', (tx) => tx.insert(postTags).values(elsewhere)))).toBe('42501')
    const taken = await portal.under('liam', (tx) => tx.delete(postTags).where(eq(postTags.postId, made.id)))
    expect(taken.rowCount).toBe(0)
    await (await portal.as('kim')).feed.remove({ id: made.id })
    expect(await offered('omar')).not.toContain('gone-soon')
    expect(await found('omar', 'gone-soon')).toEqual([])
    expect(await rowsOf('kim', 'gone-soon')).toEqual([])
  })

  it('GRP-9: who begins with the day they come is offered no tag from before, nor is anybody for what they will read', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({ name: 'From your day', external: true, history: 'joining' })
    await letIn(portal, groupId, 'omar', 'liam')
    await liam.feed.add({ groupId, text: 'Before', tags: ['Yesterday'] })
    await letIn(portal, groupId, 'kim', 'liam')
    for (const who of ['kim', 'liam'] as const) expect(await offered(who, { id: groupId })).toEqual([])
    expect(await found('kim', 'yesterday')).toEqual([])
    expect(await rowsOf('kim', 'yesterday')).toEqual([])
    expect(await found('omar', 'yesterday')).toHaveLength(1)
  })

  it('hidden and missing are one answer', async () => {
    const none = await refusal((await portal.as('lena')).feed.tags({ id: crypto.randomUUID() }))
    expect(none).toBe('NOT_FOUND 404')
    for (const who of ['lena', 'gita'] as const)
      expect(await refusal((await portal.as(who)).feed.tags({ id: acme })), who).toBe(none)
  })

  it('other tags alone are heard in another window by those who read the post, and change none of its words', async () => {
    const made = await post('liam', ['one'], { audience: 'team' })
    await portal.settled()
    const [hana, kim] = [
      await listenAs(portal, (await signIn(portal, 'hana')).cookie),
      await listenAs(portal, (await signIn(portal, 'kim')).cookie),
    ]
    const ofTags = ({ kind }: { kind: string }) => kind === 'feed.tagged'
    const changed = await (await portal.as('liam')).feed.change({ id: made.id, text: 'A word', tags: ['two'] })
    expect(changed).toMatchObject({ tags: ['two'], editedAt: null })
    await portal.settled()
    await hana.hears(ofTags)
    await kim.caughtUp()
    expect(kim.frames.filter(ofTags)).toEqual([])
    hana.close()
    kim.close()
  })

  it('GRP-4: where the feed is shut no tag is told', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.groups.create({ name: 'Shut', external: true })
    await letIn(portal, id, 'kim', 'liam')
    await liam.feed.add({ groupId: id, text: 'Here', tags: ['inside'] })
    const kim = await portal.as('kim')
    expect((await kim.feed.tags({ id })).items).toEqual(['inside'])
    await liam.groups.changeTool({ id, tool: 'feed', viewers: 'team' })
    expect((await kim.feed.tags({ id })).items).toEqual([])
    expect(await found('kim', 'inside')).toEqual([])
  })

  it('GRP-4, GRP-10: posts may be added where none is changed, with their tags, and changed where none is added; in an archived group none', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({ name: 'Half open', external: true })
    await letIn(portal, groupId, 'kim', 'liam')
    const { feed } = await portal.as('kim')
    await liam.groups.changeTool({ id: groupId, tool: 'feed', changers: 'team' })
    const made = await feed.add({ groupId, text: 'Here', tags: ['first'] })
    expect(made.tags).toEqual(['first'])
    expect(await refusal(feed.change({ id: made.id, text: 'Here', tags: ['second'] }))).toBe('CHANGED_BY_TEAM 403')
    await liam.groups.changeTool({ id: groupId, tool: 'feed', changers: 'members', adders: 'team' })
    expect((await feed.change({ id: made.id, text: 'Here', tags: ['second'] })).tags).toEqual(['second'])
    await liam.groups.archive({ id: groupId })
    expect(await refusal(feed.change({ id: made.id, text: 'Here', tags: ['third'] }))).toBe('GROUP_ARCHIVED 403')
    expect((await feed.get({ id: made.id })).tags).toEqual(['second'])
    expect(await found('kim', 'second')).toEqual([made.id])
  })

  it('whoever is taken out of the group finds none of its tags any more', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({ name: 'For a while', external: true })
    await letIn(portal, groupId, 'kim', 'liam')
    await liam.feed.add({ groupId, text: 'Here', tags: ['for-a-while'] })
    expect(await found('kim', 'for-a-while')).toHaveLength(1)
    await liam.groups.removeMember({ id: groupId, personId: portal.person('kim') })
    expect(await found('kim', 'for-a-while')).toEqual([])
    expect(await rowsOf('kim', 'for-a-while')).toEqual([])
    expect(await refusal((await portal.as('kim')).feed.tags({ id: groupId }))).toBe('NOT_FOUND 404')
  })
})
