import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import type { AddresseeAsked } from '../../addressing/contract.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const group = (team = false): AddresseeAsked => ({ kind: 'group', id: acme, team })
const person = (key: PersonKey): AddresseeAsked => ({ kind: 'person', id: portal.person(key) })
const say = async (who: PersonKey, to: AddresseeAsked[], text: string, tags: string[] = []) => {
  const post = await (await portal.as(who)).feed.add({ to, text, tags })
  await portal.settled()
  return post
}
const found = async (who: PersonKey, words: string, more: Record<string, unknown> = { group: acme }) =>
  (await (await portal.as(who)).feed.search({ words, ...more })).items.map(({ excerpt }) =>
    excerpt.map(({ text }) => text).join(''),
  )
const listed = async (who: PersonKey) =>
  (await (await portal.as(who)).feed.list({ group: acme, limit: 100 })).items.map(({ id }) => id)
const read = async (who: PersonKey) =>
  (await (await portal.as(who)).feed.items({ group: acme, limit: 100 })).items.map(({ key }) => key)

describe('in a group stands what is addressed to it together with others', () => {
  it('its members find it by words, in its feed and in its list, with what is said below it', async () => {
    const post = await say('liam', [group(), person('gita')], 'The puffin lands')
    await (await portal.as('kim')).comments.add({ threadId: post.id, text: 'A puffin of Acme' })
    await portal.settled()
    for (const who of ['kim', 'hana', 'liam'] as const) {
      expect(await found(who, 'puffin')).toEqual(['A puffin of Acme', 'The puffin lands'])
      expect(await listed(who)).toContain(post.id)
      expect(await read(who)).toContain(post.id)
    }
    // Somebody beside the group reads it, and finds no such group.
    expect(await found('gita', 'puffin', {})).toHaveLength(2)
    expect(await refusal(found('gita', 'puffin'))).toBe('NOT_FOUND 404')
    expect(await refusal(found('lena', 'puffin'))).toBe('NOT_FOUND 404')
    expect(await found('hana', 'puffin', { group: portal.group('workshop') })).toEqual([])
  })

  it('what is between some of its people by name, and what is for its team, is not there for others', async () => {
    const named = await say('liam', [person('kim'), person('gita')], 'The skua between us')
    const team = await say('liam', [group(true), person('gita')], 'The skua of the team')
    expect(await found('kim', 'skua')).toEqual([])
    expect(await found('hana', 'skua')).toEqual(['The skua of the team'])
    expect([await listed('hana'), await read('hana')].map((ids) => ids.includes(team.id))).toEqual([true, true])
    for (const ids of [await listed('kim'), await read('kim')])
      for (const { id } of [named, team]) expect(ids).not.toContain(id)
  })

  it('narrowed by a tag, by what one has not read and by a person, of whom one hears as far as one knows them', async () => {
    const post = await say('liam', [group(), person('gita')], 'The dunlin', ['shore'])
    await (await portal.as('gita')).comments.add({ threadId: post.id, text: 'Another dunlin' })
    await portal.settled()
    expect(await found('kim', 'dunlin', { group: acme, tag: 'shore' })).toHaveLength(2)
    expect(await found('kim', 'dunlin', { group: acme, unread: true })).toHaveLength(2)
    expect(await found('kim', 'dunlin', { group: portal.group('suppliers'), tag: 'shore' }).catch(() => [])).toEqual([])
    expect(await found('kim', 'dunlin', { group: acme, person: portal.person('liam') })).toEqual(['The dunlin'])
    expect(await found('hana', 'dunlin', { group: acme, person: portal.person('gita') })).toEqual(['Another dunlin'])
    // Gita is in no group with Kim.
    expect(await found('kim', 'dunlin', { group: acme, person: portal.person('gita') })).toEqual([])
  })

  it('the index of words finds there what one finds by looking at all', async () => {
    const { rows } = await portal.under('kim', (tx) =>
      tx.execute<{ ids: string[] }>(sql`
        select access.found_words('post_words', 'feed', array['puffin'], 'ffffffff-ffff-ffff-ffff-ffffffffffff',
          array(select space_id from groups where id = ${acme} union all select audience_id from addressees where group_id = ${acme}), null, 50, hand) as ids
        from unnest(array[0, 10000]) hand`),
    )
    expect(rows[0]?.ids).toHaveLength(2)
    expect(rows[1]).toEqual(rows[0])
  })

  it('GRP-9, GRP-4: whoever comes later from outside, and to whom the feed is shut, finds nothing of it', async () => {
    const liam = await portal.freshly('liam')
    await letIn(portal, acme, 'timur', 'liam')
    await portal.settled()
    expect(await found('timur', 'puffin')).toEqual([])
    await liam.groups.changeTool({ id: acme, tool: 'feed', viewers: 'team' })
    expect(await found('kim', 'puffin')).toEqual([])
    await liam.groups.changeTool({ id: acme, tool: 'feed', viewers: 'members' })
    await liam.groups.removeMember({ id: acme, personId: portal.person('sofia') })
    expect(await found('sofia', 'puffin', {})).toEqual([])
  })
})
