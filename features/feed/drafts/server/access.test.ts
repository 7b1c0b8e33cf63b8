import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { drafts } from '#features/writing/drafts/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf, ruleCodeOf } from '#tests/refusal.ts'
import type { BesidePost } from '../contract.ts'

describe('FEED-4: a post that is begun', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const feed = async (who: PersonKey) => (await portal.as(who)).feed
  const person = (key: PersonKey) => ({ kind: 'person' as const, id: portal.person(key) })
  const group = (id: string, team = false) => ({ kind: 'group' as const, id, team })
  const draftOf = async (who: PersonKey, groupId?: string) =>
    (await (await feed(who)).draft(groupId ? { groupId } : {})).draft
  const begin = async (who: PersonKey, text: string, beside: Partial<BesidePost> = {}, groupId?: string) => {
    const calls = await feed(who)
    const of = groupId ? { groupId } : {}
    const began = (await calls.draft(of)).draft?.version ?? null
    return calls.keepDraft({ ...of, text, began, beside: { additions: {}, ...beside } })
  }
  /** What comes back, without what is another with every version. */
  const said = async (who: PersonKey) => {
    const draft = await draftOf(who)
    return JSON.stringify({ ...draft, id: '', version: '', savedAt: '' })
  }

  it('is its writer’s alone, whatever others manage or administer', async () => {
    await begin('liam', 'Not ready', { to: [group(portal.group('acme'))] })
    await begin('liam', 'Nor this', {}, portal.group('acme'))
    expect((await draftOf('fiona'))?.to).toMatchObject([{ kind: 'person' }, { kind: 'person' }])
    for (const who of ['anna', 'helena', 'boris', 'kim', 'lena', 'aigerim'] as const) {
      expect(await portal.under(who, (tx) => tx.select().from(drafts))).toEqual([])
      expect(await draftOf(who)).toBeNull()
    }
    const forged = { authorId: portal.person('kim'), kind: 'post' as const, text: 'Forged' }
    expect(await ruleCodeOf(portal.under('liam', (tx) => tx.insert(drafts).values(forged)))).toBe('42501')
    const taken = await portal.under('kim', (tx) => tx.update(drafts).set({ text: 'Mine' }).returning())
    expect(taken).toEqual([])
    expect(await portal.under('kim', (tx) => tx.delete(drafts).returning())).toEqual([])
  })

  it('is not begun on the page of a group that is hidden: as if that were not there', async () => {
    for (const who of ['lena', 'gita', 'noel'] as const) {
      const { draft, keepDraft, throwDraft } = await feed(who)
      const asked = (groupId: string) =>
        Promise.all([
          codeOf(draft({ groupId })),
          codeOf(keepDraft({ groupId, text: 'Psst', began: null })),
          codeOf(throwDraft({ groupId })),
        ])
      expect(await asked(portal.group('heron'))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
      expect(await asked(randomUUID())).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    }
  })

  it('a secret group, a stranger and a competitor who are named in it by their ids are as nobody at all', async () => {
    const naming = (groupId: string, personId: string, laneId: string) => {
      const mention = (type: 'person' | 'group', id: string) => ({ type, attrs: { id } })
      return {
        document: {
          type: 'doc' as const,
          content: [{ type: 'paragraph' as const, content: [mention('person', personId), mention('group', groupId)] }],
        },
        beside: {
          to: [group(groupId), group(groupId, true), { kind: 'person' as const, id: personId }],
          address: { audience: 'everyone' as const, laneId },
          additions: { appreciation: { badge: 'thanks' as const, people: [personId] } },
        },
      }
    }
    const { rows: lanes } = await portal.keep((tx) =>
      tx.execute<{ id: string }>(`select audience_id as id from lanes where group_id = '${portal.group('carriers')}'`),
    )
    const lane = lanes[0]?.id ?? ''
    for (const [who, stranger] of [
      ['lena', 'piotr'],
      ['kim', 'gita'],
      ['aigerim', 'helena'],
    ] as const) {
      const { keepDraft, throwDraft } = await feed(who)
      const keep = async (groupId: string, personId: string, laneId: string) => {
        await throwDraft({})
        await keepDraft({ ...naming(groupId, personId, laneId), began: null })
        return said(who)
      }
      const nothing = await keep(randomUUID(), randomUUID(), randomUUID())
      const hidden = await keep(portal.group('heron'), portal.person(stranger), lane)
      expect(hidden).toBe(nothing)
      expect(JSON.parse(hidden)).toMatchObject({
        to: [],
        address: null,
        text: '@…@…',
        mentions: { people: [], groups: [] },
        additions: { appreciation: { people: [] } },
        lost: { to: [], others: 3 },
      })
      for (const id of [portal.group('heron'), portal.person(stranger), lane]) expect(hidden).not.toContain(id)
      await throwDraft({})
    }
  })

  it('GRP-7: a competitor whom one knows from elsewhere is not named in what is begun where both are kept apart', async () => {
    const carriers = portal.group('carriers')
    const { keepDraft, throwDraft } = await feed('lena')
    const naming = (id: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'person' as const, attrs: { id } }] }],
    })
    await keepDraft({ groupId: carriers, document: naming(portal.person('piotr')), began: null })
    expect(JSON.stringify(await draftOf('lena', carriers))).not.toContain(portal.person('piotr'))
    await throwDraft({ groupId: carriers })
  })

  it('keeps for whom it is: groups, departments, people, everyone, the team, one company; and says who is reached now', async () => {
    const { items } = await (await portal.as('anna')).people.departments.list()
    const { id: workshop = '' } = items.find(({ name }) => name === 'Workshop') ?? {}
    const to = [
      group(portal.group('acme'), true),
      { kind: 'department' as const, id: workshop, below: false },
      person('gita'),
      { kind: 'everyone' as const },
    ]
    await begin('boris', 'For many', { to })
    expect(await draftOf('boris')).toMatchObject({
      text: 'For many',
      to: [
        { kind: 'group', group: { id: portal.group('acme') }, team: true, apart: false },
        { kind: 'department', department: { id: workshop }, below: false },
        { kind: 'person', person: { id: portal.person('gita') } },
        { kind: 'everyone' },
      ],
      lost: { to: [], others: 0 },
    })
    const { rows } = await portal.keep((tx) =>
      tx.execute<{ id: string }>(`select audience_id as id from lanes where group_id = '${portal.group('carriers')}'`),
    )
    const address = { audience: 'everyone' as const, laneId: rows[0]?.id ?? '' }
    await begin('kasia', 'For one of them', { address }, portal.group('carriers'))
    expect(await draftOf('kasia', portal.group('carriers'))).toMatchObject({
      to: null,
      address: { audience: 'everyone', lane: { id: address.laneId } },
    })
  })

  it('GRP-4, GRP-10: whom it cannot be sent to any more is said with the names that its writer still knows, and the words stay', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.groups.create({ name: 'Soon over', external: false })
    await begin('liam', 'Two for whom', { to: [group(id), person('gita')] })
    await liam.groups.archive({ id })
    expect(await draftOf('liam')).toMatchObject({
      text: 'Two for whom',
      to: [{ kind: 'person' }],
      lost: { to: [{ kind: 'group', group: { name: 'Soon over' } }], others: 0 },
    })
    // It stays said until its writer chooses anew.
    const { version = null } = (await draftOf('liam')) ?? {}
    const rest = { additions: {}, to: [person('gita')], lost: true }
    await liam.feed.keepDraft({ text: 'Two for whom, and more', began: version, beside: rest })
    expect((await draftOf('liam'))?.lost.to).toMatchObject([{ kind: 'group', group: { name: 'Soon over' } }])
    await liam.groups.reopen({ id })
    expect(await draftOf('liam')).toMatchObject({ to: [{ kind: 'person' }, { kind: 'group' }] })
    await liam.feed.throwDraft({})
  })

  it('whoever is taken out keeps the words begun on the page of the group, and not even its name', async () => {
    const acme = portal.group('acme')
    await begin('omar', 'As long as I am here', { additions: { tags: ['later'] } }, acme)
    await (await portal.as('liam')).groups.removeMember({ id: acme, personId: portal.person('omar') })
    await portal.settled()
    expect(await codeOf((await feed('omar')).draft({ groupId: acme }))).toBe('NOT_FOUND')
    const rows = await portal.under('omar', (tx) => tx.select().from(drafts))
    expect(rows.map(({ text }) => text)).toEqual(['As long as I am here'])
  })

  it('the words of a page that is shut are found where every post is written', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.groups.create({ name: 'Shut', external: false })
    await begin('liam', 'Begun there', { additions: { tags: ['kept'] } }, id)
    expect(await draftOf('liam')).toBeNull()
    await liam.groups.archive({ id })
    const found = await draftOf('liam')
    expect(found).toMatchObject({
      text: 'Begun there',
      to: [],
      additions: { tags: ['kept'] },
      lost: { to: [{ kind: 'group', group: { id } }] },
    })
    expect(await draftOf('liam', id)).toBeNull()
    await liam.feed.throwDraft({ began: found?.version })
    expect(await draftOf('liam')).toBeNull()
  })
})
