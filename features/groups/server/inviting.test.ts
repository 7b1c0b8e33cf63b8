import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { events } from '#events/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { members } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const set = async (owner: PersonKey, key: GroupKey, whoInvites: 'owner' | 'keepers' | 'members') =>
  (await portal.as(owner)).groups.change({ id: portal.group(key), whoInvites })
const add = async (by: PersonKey, key: GroupKey, whom: PersonKey, role?: 'moderator') =>
  refusal(
    (await portal.as(by)).groups.addMember({
      id: portal.group(key),
      personId: portal.person(whom),
      ...(role ? { role } : {}),
    }),
  )
const rows = (key: GroupKey, whom: PersonKey) =>
  portal.keep(async (tx) => {
    const all = await tx
      .select()
      .from(members)
      .where(eq(members.groupId, portal.group(key)))
    return all.filter(({ personId }) => personId === portal.person(whom))
  })

describe('GRP-5: one rule says who brings people in, colleagues too', () => {
  it.each([
    ['owner', { liam: 'done', ruth: 'INVITING_BY_OWNER 403', boris: 'INVITING_BY_OWNER 403' }, false],
    ['keepers', { liam: 'done', ruth: 'done', boris: 'INVITING_BY_OWNER_AND_MODERATORS 403' }, false],
    ['members', { liam: 'done', ruth: 'done', boris: 'done' }, true],
  ] as const)('as “%s” says, and whoever may not hears the rule', async (whoInvites, expected, may) => {
    await set('liam', 'acme', whoInvites)
    for (const [key, answer] of Object.entries(expected)) {
      expect(await add(key as PersonKey, 'acme', 'gita'), key).toBe(answer)
      expect(await rows('acme', 'gita'), key).toHaveLength(answer === 'done' ? 1 : 0)
      if (answer === 'done')
        await (
          await portal.as('liam')
        ).groups.removeMember({ id: portal.group('acme'), personId: portal.person('gita') })
    }
    const boris = await (await portal.as('boris')).groups.get({ id: portal.group('acme') })
    expect([boris.addsColleagues, boris.invites]).toEqual([may, may])
  })

  it('in groups of colleagues alone as well; a member adds members, and it is told as theirs', async () => {
    await set('ewa', 'library', 'members')
    expect(await add('jakub', 'library', 'ben', 'moderator')).toBe('OWNER_AND_MODERATORS_ONLY 403')
    expect(await add('jakub', 'library', 'ben')).toBe('done')
    expect(await rows('library', 'ben')).toMatchObject([{ role: 'member' }])
    expect((await (await portal.as('ben')).groups.get({ id: portal.group('library') })).mine).toBe('member')
    const told = await portal.keep((tx) =>
      tx
        .select()
        .from(events)
        .where(eq(events.actorId, portal.person('jakub'))),
    )
    expect(told.map(({ kind, data }) => [kind, data])).toContainEqual([
      'groups.memberJoined',
      { personId: portal.person('ben') },
    ])
    // Being let in is not being let let in: that is asked anew of each.
    await set('ewa', 'library', 'owner')
    expect(await add('jakub', 'library', 'gita')).toBe('INVITING_BY_OWNER 403')
  })

  it('INV-5: never lets somebody from outside add colleagues, moderators among them; they only type addresses', async () => {
    await set('liam', 'acme', 'members')
    const kim = await portal.as('kim')
    expect(await kim.groups.get({ id: portal.group('acme') })).toMatchObject({ invites: true, addsColleagues: false })
    const known = await add('kim', 'acme', 'gita')
    expect(known).toBe('COLLEAGUES_ADD_COLLEAGUES 403')
    // The same for somebody whom they see there, and for nobody at all: the answer says nothing of who works here.
    expect(await add('kim', 'acme', 'liam')).toBe(known)
    expect(await refusal(kim.groups.addMember({ id: portal.group('acme'), personId: portal.group('acme') }))).toBe(
      known,
    )
    expect(await rows('acme', 'gita')).toEqual([])
  })

  it('is no way into a group that one is not in, hidden or seen', async () => {
    expect(await add('gita', 'heron', 'gita')).toBe('NOT_FOUND 404')
    await set('rustam', 'almaty', 'members')
    expect(await add('ewa', 'almaty', 'ewa')).toBe('INVITING_BY_MEMBERS 403')
    expect(await rows('almaty', 'ewa')).toEqual([])
  })

  it('is not widened by those whom it stops: what is for the owner alone the owner alone changes', async () => {
    await set('liam', 'acme', 'owner')
    const change = async (key: PersonKey) => refusal(set(key, 'acme', 'members'))
    expect(await change('ruth')).toBe('OWNER_ONLY 403')
    expect(await change('liam')).toBe('done')
    expect(await change('ruth')).toBe('done')
  })
})
