import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import type { AddresseeAsked } from '../../addressing/contract.ts'

let portal: TestPortal
let workshop: string
beforeAll(async () => {
  portal = await openTestPortal()
  const { items } = await (await portal.as('anna')).people.departments.list()
  workshop = items.find(({ name }) => name === 'Workshop')?.id ?? ''
})
afterAll(() => portal.close())

const everyone: AddresseeAsked = { kind: 'everyone' }
const department = (): AddresseeAsked => ({ kind: 'department', id: workshop, below: true })
const group = (key: 'acme' | 'carriers', team = false): AddresseeAsked => ({
  kind: 'group',
  id: portal.group(key),
  team,
})
const person = (key: PersonKey): AddresseeAsked => ({ kind: 'person', id: portal.person(key) })
const say = async (who: PersonKey, to: AddresseeAsked[], ...tags: string[]) =>
  (await portal.as(who)).feed.add({ to, text: 'With tags', tags })
const offered = async (who: PersonKey, to: AddresseeAsked[], begins = 'mix') =>
  (await (await portal.as(who)).feed.tagsTo({ to, begins })).items

describe('tags for a post to any mix', () => {
  it('are those of what was said to the very same, and to everyone who works here', async () => {
    await say('helena', [department(), person('gita')], 'mix-same', 'other')
    await say('gita', [everyone], 'mix-all')
    await say('helena', [person('marek')], 'mix-two')
    await say('liam', [group('acme'), department()], 'mix-acme')
    expect(await offered('helena', [person('gita'), department()])).toEqual(['mix-all', 'mix-same'])
    expect(await offered('helena', [department()])).toEqual(['mix-all'])
    expect(await offered('marek', [person('helena')])).toEqual(['mix-all', 'mix-two'])
    expect(await offered('helena', [everyone])).toEqual(['mix-all'])
  })

  it('of what is for those who work here alone as well', async () => {
    await (
      await portal.as('helena')
    ).feed.add({
      to: [department()],
      text: 'Well done',
      tags: ['mix-thanks'],
      appreciation: { badge: 'care', people: [portal.person('stefan')] },
    })
    expect(await offered('stefan', [department(), person('helena')])).toEqual(['mix-all', 'mix-thanks'])
    expect(await offered('helena', [department()])).toEqual(['mix-all', 'mix-thanks'])
  })

  it('of one group, and of its team, are those of the group', async () => {
    await say('liam', [group('acme')], 'mix-group')
    await say('liam', [group('acme', true)], 'mix-team')
    expect(await offered('hana', [group('acme')])).toEqual(['mix-group'])
    expect(await offered('hana', [group('acme', true)])).toEqual(['mix-group', 'mix-team'])
    expect(await refusal(offered('gita', [group('acme')]))).toBe('NOT_FOUND 404')
  })
})

describe('where people from outside are among them nothing is offered that they do not read', () => {
  it('to them and by them only what was said to the very same', async () => {
    await say('liam', [person('kim'), person('gita')], 'mix-kim')
    expect(await offered('liam', [person('kim'), person('gita')])).toEqual(['mix-kim'])
    expect(await offered('liam', [person('kim')])).toEqual([])
    await say('kim', [person('liam'), person('omar')], 'mix-from-kim')
    expect(await offered('kim', [person('omar'), person('liam')])).toEqual(['mix-from-kim'])
    expect(await offered('kim', [person('liam')])).toEqual([])
    const nobody = await refusal(offered('kim', [person('lena')]))
    for (const to of [[everyone], [department()], [person('gita')], [group('carriers'), person('liam')]])
      expect(await refusal(offered('kim', to))).toBe(nobody)
  })

  it('GRP-9: nothing of before somebody came from outside', async () => {
    const to = [group('acme'), department()]
    expect(await offered('liam', to)).toEqual(['mix-acme'])
    await letIn(portal, portal.group('acme'), 'timur', 'liam')
    expect(await offered('liam', to)).toEqual([])
    await say('liam', to, 'mix-since')
    expect(await offered('liam', to)).toEqual(['mix-since'])
  })
})
