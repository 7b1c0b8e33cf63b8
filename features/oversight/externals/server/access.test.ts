import { join } from 'node:path'
import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { listOutbox, readOutbox } from '#platform/mail/outbox.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

const missing = '00000000-0000-7000-8000-000000000000'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('people from outside, for whoever oversees them', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const externals = async (key: PersonKey) => (await portal.as(key)).oversight.externals
  const all = async (key: PersonKey, filter = {}) =>
    (await (await externals(key)).list({ limit: 100, ...filter })).items
  const names = async (key: PersonKey, filter = {}) => (await all(key, filter)).map(({ person }) => person.name)
  const asked = (what: Promise<unknown>) => what.then(JSON.stringify, (error: unknown) => JSON.stringify(error))

  it('SEE-1: administrators see every external with company, sponsor and every group, also those they are not in', async () => {
    const items = await all('anna')
    expect(items).toHaveLength(12)
    const sofia = items.find(({ person }) => person.id === portal.person('sofia'))
    expect(sofia?.sponsor?.name).toBe('Liam Doherty')
    expect(sofia?.groups.count).toBe(2)
    const whole = await (await externals('anna')).get({ id: portal.person('sofia') })
    expect(whole.stays.map(({ group, opens }) => [group.id, opens])).toEqual([
      [portal.group('acme'), false],
      [portal.group('suppliers'), false],
    ])
  })

  it('SEE-1: what an administrator learns of such a group is its name, not its content', async () => {
    const anna = await portal.as('anna')
    const hidden = await asked(anna.groups.get({ id: portal.group('acme') }))
    expect(hidden).toBe(await asked(anna.groups.get({ id: missing })))
    expect(await asked(anna.feed.list({ group: portal.group('acme'), limit: 5 }))).not.toContain('"body"')
  })

  it('SEE-1: an inviter sees those they answer for, and of their groups those that they are in', async () => {
    const items = await all('liam')
    expect(items.map(({ sponsor }) => sponsor?.id)).toEqual(items.map(() => portal.person('liam')))
    const sofia = items.find(({ person }) => person.id === portal.person('sofia'))
    expect(sofia?.groups).toEqual({
      count: 1,
      first: [{ id: portal.group('acme'), name: expect.any(String) as string }],
    })
    const whole = await (await externals('liam')).get({ id: portal.person('sofia') })
    expect(whole.stays.map(({ group }) => group.id)).toEqual([portal.group('acme')])
    // Nor do filters tell: the other group is not there for him.
    expect(await names('liam', { groupId: portal.group('suppliers') })).toEqual([])
    expect(await all('liam', { mine: false })).toHaveLength(items.length)
  })

  it('SEE-1: somebody whom others answer for is, to an employee, what does not exist', async () => {
    const liam = await externals('liam')
    expect(await asked(liam.get({ id: portal.person('lena') }))).toBe(await asked(liam.get({ id: missing })))
    expect(await asked(liam.get({ id: portal.person('ruth') }))).toBe(await asked(liam.get({ id: missing })))
    expect(await names('ruth')).toEqual([])
    expect(await (await externals('ruth')).count({})).toEqual({ count: 0, more: false })
  })

  it('SEE-1: people from outside have no answer from any of it', async () => {
    const kim = await externals('kim')
    const anywhere = await asked((await portal.as('kim')).groups.get({ id: missing }))
    expect(await asked(kim.list({}))).toBe(anywhere)
    expect(await asked(kim.count({}))).toBe(anywhere)
    expect(await asked(kim.get({ id: portal.person('kim') }))).toBe(anywhere)
  })

  it('SEE-1: what a group shares is counted with the eyes of whom it is shared with', async () => {
    const { stays } = await (await externals('anna')).get({ id: portal.person('kim') })
    const kim = await portal.as('kim')
    const read = await kim.feed.list({ group: portal.group('acme'), limit: 200 })
    const posts = read.items.filter(({ group }) => group)
    const met = await kim.groups.members({ id: portal.group('acme'), limit: 200 })
    expect(stays[0]?.shares).toMatchObject({ posts: posts.length, people: met.items.length - 1 })
    expect(posts.length).toBeGreaterThan(0)
    // GRP-4: what stands in a tool that is shut to them is not shared with them.
    const set = async (viewers: 'team' | 'members') =>
      (await portal.as('liam')).groups.changeTool({ id: portal.group('acme'), tool: 'feed', viewers })
    await set('team')
    const less = await (await externals('anna')).get({ id: portal.person('kim') })
    expect(less.stays[0]?.shares).toEqual({ ...stays[0]?.shares, posts: 0 })
    await set('members')
  })

  it('SEE-1: filters tell who never came, whose sponsor is gone, whose time ends, who is in no group', async () => {
    const [kim, omar, lena] = [portal.person('kim'), portal.person('omar'), portal.person('lena')]
    await portal.keep(async (tx) => {
      await tx.update(signIns).set({ lastSeenAt: new Date() })
      await tx.update(signIns).set({ lastSeenAt: null }).where(eq(signIns.id, kim))
      await tx
        .update(members)
        .set({ until: inDays(9) })
        .where(eq(members.personId, omar))
      await tx
        .update(members)
        .set({ until: inDays(40) })
        .where(eq(members.personId, kim))
      await tx.update(sponsorships).set({ sponsorId: null }).where(eq(sponsorships.personId, lena))
    })
    expect(await names('anna', { never: true })).toEqual(['Kim Lee'])
    expect(await names('anna', { expiring: true })).toEqual(['Omar Haddad'])
    expect(await names('anna', { sponsorLeft: true })).toContain('Lena Hoffmann')
    expect(await names('anna', { none: true })).toEqual(['Noel Byrne'])
    expect(await names('anna', { many: true })).toEqual([])
    await portal.keep(async (tx) => {
      const more = await tx
        .select()
        .from(groups)
        .where(ne(groups.id, portal.group('acme')))
        .limit(4)
      await tx.insert(members).values(
        more.map(({ id: groupId, spaceId, audienceId }) => ({
          groupId,
          spaceId,
          audienceId,
          personId: kim,
          role: 'member' as const,
        })),
      )
    })
    expect(await names('anna', { many: true })).toEqual(['Kim Lee'])
    expect(await (await externals('anna')).count({ many: true })).toEqual({ count: 1, more: false })
    // Of the five Liam may know of one.
    expect(await names('liam', { many: true })).toEqual([])
    await portal.keep((tx) =>
      tx.delete(members).where(and(eq(members.personId, kim), ne(members.groupId, portal.group('acme')))),
    )
    expect(await names('anna', { search: 'kim@acme' })).toEqual(['Kim Lee'])
    expect(await names('anna', { search: 'beta lena' })).toEqual(['Lena Hoffmann'])
    // By the indexes of words for whoever sees everybody, and for others without them: the same words find the same people.
    for (const key of ['anna', 'ewa'] as const) {
      expect(await names(key, { search: 'САПАРОВА айг' })).toEqual(['Айгерим Сапарова'])
      expect(await names(key, { search: 'glass-aqtas' })).toContain('Айгерим Сапарова')
      for (const search of ['апарова', "a'", '\\', '%', '_', "' | '", 'aqtas zzz'])
        expect(await names(key, { search })).toEqual([])
    }
    expect((await names('anna', { order: 'until' })).slice(0, 2)).toEqual(['Omar Haddad', 'Kim Lee'])
    expect((await names('anna', { order: 'unseen' }))[0]).toBe('Kim Lee')
    expect(await names('liam', { expiring: true })).toEqual(['Omar Haddad'])
  })

  it('SEE-1: every order gives everybody once, page by page', async () => {
    const anna = await externals('anna')
    for (const order of ['name', 'seen', 'unseen', 'until'] as const) {
      const met: string[] = []
      let after: string | null | undefined
      do {
        const page = await anna.list({ order, limit: 5, ...(after ? { after } : {}) })
        met.push(...page.items.map(({ person }) => person.id))
        after = page.next
      } while (after)
      expect(new Set(met).size).toBe(12)
      expect(met).toHaveLength(12)
    }
  })

  it('SEE-1: an inviter sees whom they invited, also when somebody else answers, as long as both are in that group', async () => {
    const ruth = await portal.as('ruth')
    const acme = portal.group('acme')
    await ruth.invitations.invite({ id: acme, emails: ['rosa@acme.example'], company: 'acme' })
    await portal.settled()
    const outbox = join(portal.folder, 'outbox')
    const letter = (await listOutbox(outbox, { limit: 50 })).items.find(({ to }) => to === 'rosa@acme.example')
    const token = /\/join\/([\w-]+)/.exec((await readOutbox(outbox, letter?.id ?? ''))?.text ?? '')?.[1]
    const body = JSON.stringify({ token, name: 'Rosa Díaz', password: 'four quiet words here' })
    const headers = { 'content-type': 'application/json' }
    const come = await fetch(`${portal.url}/api/v1/invitations/redeem`, { method: 'POST', headers, body })
    expect(come.status).toBe(200)
    expect(await names('ruth')).toEqual(['Rosa Díaz'])
    // Colleagues in the same group who invited nobody are told of nobody.
    for (const key of ['boris', 'celine'] as const) {
      expect(await names(key)).toEqual([])
      expect(await (await externals(key)).count({})).toEqual({ count: 0, more: false })
    }
    const [rosa] = await all('ruth')
    const id = rosa?.person.id ?? ''
    await ruth.groups.changeSponsorship({ id, sponsorId: portal.person('liam') })
    expect((await all('ruth')).map(({ person, sponsor }) => [person.name, sponsor?.name])).toEqual([
      ['Rosa Díaz', 'Liam Doherty'],
    ])
    expect(await names('ruth', { mine: true })).toEqual([])
    expect(await names('liam', { mine: true })).toContain('Rosa Díaz')
    // Where both are is what she sees; what she may do there is asked as ever.
    expect((await (await externals('ruth')).get({ id })).stays.map(({ group }) => group.id)).toEqual([acme])
    await ruth.groups.removeMember({ id: acme, personId: id })
    expect(await names('ruth')).toEqual([])
    expect(await asked((await externals('ruth')).get({ id }))).toBe(
      await asked((await externals('ruth')).get({ id: missing })),
    )
    expect(await names('liam', { mine: true })).toContain('Rosa Díaz')
  })
})
