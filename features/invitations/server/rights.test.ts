import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { invitations } from './tables.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rule = async (work: Promise<unknown>): Promise<string> => /"code":"(\w+)"/.exec(await said(work))?.[1] ?? 'done'
let letters = 0
const somebody = () => `somebody${++letters}@acme.example`
const invite = async (key: PersonKey, more: object = {}) =>
  (await portal.as(key)).invitations.invite({ id: acme, emails: [somebody()], ...more })
const way = async (key: PersonKey) =>
  invite(key).then(
    ({ items }) => (items[0]?.lobby ? 'through the lobby' : 'directly'),
    (error: { code: string }) => error.code,
  )
const set = async (whoInvites: 'owner' | 'keepers' | 'members') =>
  (await portal.as('liam')).groups.change({ id: acme, whoInvites })
const portalSays = async (ordinaryMembersInvite: 'lobby' | 'refuse') =>
  (await portal.as('anna')).invitations.changeRules({ ordinaryMembersInvite })

describe('who invites into a group (GRP-5)', () => {
  beforeEach(async () => {
    await portal.keep((tx) => tx.update(groups).set({ whoInvites: 'keepers' }).where(eq(groups.id, acme)))
    await portalSays('lobby')
  })

  it('is a setting that only the owner and the moderators who work here change', async () => {
    expect((await set('members')).whoInvites).toBe('members')
    for (const key of ['boris', 'kim'] as const)
      expect(await rule((await portal.as(key)).groups.change({ id: acme, whoInvites: 'owner' }))).toBe(
        'OWNER_AND_MODERATORS_ONLY',
      )
    const forced = portal.under('boris', (tx) =>
      tx.update(groups).set({ whoInvites: 'owner' }).where(eq(groups.id, acme)).returning(),
    )
    expect(await forced).toEqual([])
  })

  it.each([
    ['owner', { liam: 'directly', ruth: 'through the lobby', boris: 'through the lobby', kim: 'through the lobby' }],
    ['keepers', { liam: 'directly', ruth: 'directly', boris: 'through the lobby', kim: 'through the lobby' }],
    ['members', { liam: 'directly', ruth: 'directly', boris: 'directly', kim: 'directly' }],
  ] as const)('as “%s” says: others lead into the lobby', async (whoInvites, expected) => {
    await set(whoInvites)
    for (const [key, how] of Object.entries(expected)) expect([key, await way(key as PersonKey)]).toEqual([key, how])
    const { invites } = await (await portal.as('boris')).groups.get({ id: acme })
    expect(invites).toBe(expected.boris === 'directly')
  })

  it('and where the portal refuses instead, the refusal names the rule', async () => {
    await portalSays('refuse')
    expect(await way('boris')).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    expect(await way('kim')).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    await set('owner')
    expect(await way('ruth')).toBe('INVITING_BY_OWNER')
    const refusal = await said(invite('ruth'))
    expect(refusal).toContain('they can change this in the settings of the group')
  })

  it('INV-5: where each company is kept for itself, one from outside who types a competitor’s address learns nothing by it', async () => {
    const id = portal.group('carriers')
    await portal.keep((tx) => tx.update(groups).set({ whoInvites: 'members' }).where(eq(groups.id, id)))
    const there = await portal.keep((tx) =>
      tx
        .select({ personId: members.personId, email: signIns.email, companyId: people.companyId })
        .from(members)
        .innerJoin(people, eq(people.id, members.personId))
        .innerJoin(signIns, eq(signIns.id, members.personId))
        .where(and(eq(members.groupId, id), eq(people.kind, 'external'))),
    )
    const lena = there.find(({ personId }) => personId === portal.person('lena'))
    const competitor = there.find(({ companyId }) => companyId !== lena?.companyId)?.email ?? ''
    const invites = async (email: string) => {
      const { items } = await (await portal.as('lena')).invitations.invite({ id, emails: [email] })
      return { ...items[0], id: '', email: '', sentAt: 0, expiresAt: 0 }
    }
    expect(competitor).not.toBe('')
    expect(await invites(competitor)).toEqual(await invites('nobody@gamma-freight.example'))
    // Also where somebody who works here has invited them already.
    const paula = await portal.as('paula')
    await paula.invitations.invite({ id, emails: ['invited@gamma-freight.example'] })
    expect(await invites('invited@gamma-freight.example')).toEqual(await invites('another@gamma-freight.example'))
    const { items } = await (await portal.as('lena')).invitations.list({ id, limit: 200 })
    expect(new Set(items.map(({ invitedBy }) => invitedBy?.id))).toEqual(new Set([portal.person('lena')]))
  })

  it('a moderator from outside is one as far as the ceiling lets: invites, and decides on nobody', async () => {
    const kim = { id: acme, personId: portal.person('kim') }
    await (await portal.as('liam')).groups.changeMember({ ...kim, role: 'moderator' })
    expect(await way('kim')).toBe('directly')
    expect(await rule(invite('kim', { role: 'moderator' }))).toBe('MODERATORS_BY_KEEPERS')
    await set('owner')
    expect(await way('kim')).toBe('through the lobby')
    await (await portal.as('liam')).groups.changeMember({ ...kim, role: 'member' })
  })

  it('INV-7: whoever kept the group and does so no more takes their own letter to a moderator back, and sends none anew', async () => {
    const { items } = await invite('ruth', { role: 'moderator' })
    const id = items[0]?.id ?? ''
    const ruth = { id: acme, personId: portal.person('ruth') }
    await (await portal.as('liam')).groups.changeMember({ ...ruth, role: 'member' })
    const own = (await portal.as('ruth')).invitations
    expect(await rule(own.resend({ id }))).toBe('MODERATORS_BY_KEEPERS')
    expect(await rule((await portal.as('boris')).invitations.withdraw({ id }))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    expect(await rule(own.withdraw({ id }))).toBe('done')
    expect((await own.list({ id: acme, limit: 200 })).items.map((item) => item.id)).not.toContain(id)
    await (await portal.as('liam')).groups.changeMember({ ...ruth, role: 'moderator' })
  })

  it('where people from outside only read they invite nobody, whatever the setting', async () => {
    await set('members')
    await portal.keep((tx) => tx.update(groups).set({ isolation: 'readonly' }).where(eq(groups.id, acme)))
    expect(await way('kim')).toBe('EXTERNALS_ONLY_READ')
    expect((await (await portal.as('kim')).groups.get({ id: acme })).invites).toBe(false)
    expect(await way('boris')).toBe('directly')
    await portal.keep((tx) => tx.update(groups).set({ isolation: 'open' }).where(eq(groups.id, acme)))
  })

  it('nobody invites into a group that they are not in', async () => {
    const lena = await portal.as('lena')
    const nothing = await said(lena.invitations.invite({ id: crypto.randomUUID(), emails: ['x@acme.example'] }))
    for (const key of ['lena', 'gita', 'anna'] as const) expect(await said(invite(key))).toBe(nothing)
  })
})

describe('an external who invites (INV-5)', () => {
  beforeAll(async () => {
    await set('members')
  })

  it('reads exactly the invitations that they sent, by every procedure and every query', async () => {
    const { items } = await invite('kim', { note: 'Come and see' })
    await invite('omar')
    const kim = await portal.as('kim')
    const listed = (await kim.invitations.list({ id: acme })).items
    expect(listed.map(({ id }) => id)).toContain(items[0]?.id)
    const sent = await portal.keep((tx) =>
      tx
        .select({ id: invitations.id })
        .from(invitations)
        .where(eq(invitations.invitedBy, portal.person('kim'))),
    )
    const read = await portal.under('kim', (tx) => tx.select({ id: invitations.id }).from(invitations))
    expect(read.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted())
    expect(listed.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted())
    expect(new Set(listed.map(({ invitedBy }) => invitedBy?.name))).toEqual(new Set(['Kim Lee']))
  })

  it('gets no employee, no company and no other invitation from the panel', async () => {
    const kim = await portal.as('kim')
    const nothing = await said(kim.invitations.withdraw({ id: crypto.randomUUID() }))
    expect(await said(kim.invitations.companyOf({ id: acme, email: 'x@beta-logistics.example' }))).toBe(nothing)
    expect(await said(kim.invitations.listEmployees({}))).toBe(nothing)
    expect(await said(kim.invitations.listAll({}))).toBe(nothing)
    const [tessa] = await portal.keep((tx) =>
      tx.select().from(invitations).where(eq(invitations.email, 'tessa.wynn@acme.example')),
    )
    for (const act of ['resend', 'withdraw'] as const)
      expect(await said(kim.invitations[act]({ id: tessa?.id ?? '' }))).toBe(nothing)
    expect(await rule(invite('kim', { company: 'Beta Logistics' }))).toBe('EXTERNALS_GIVE_ADDRESSES')
  })

  it('cannot tell whom others invited, nor who is known here', async () => {
    const kim = await portal.as('kim')
    const shape = async (email: string) => {
      const { items } = await kim.invitations.invite({ id: acme, emails: [email] })
      const { id: _id, email: _email, sentAt: _sent, expiresAt: _expires, ...rest } = items[0] ?? {}
      return JSON.stringify(rest)
    }
    const stranger = await shape('nobody.knows@acme.example')
    for (const email of ['tessa.wynn@acme.example', 'gita@orlanta.example', 'lena@beta-logistics.example'])
      expect(await shape(email)).toBe(stranger)
    const tessa = (await (await portal.as('liam')).invitations.list({ id: acme, limit: 200 })).items.find(
      ({ email, invitedBy }) => email === 'tessa.wynn@acme.example' && invitedBy?.name === 'Ruth Okafor',
    )
    expect(tessa?.state).toBe('pending')
  })

  it('sends their own anew and takes them back', async () => {
    const kim = await portal.as('kim')
    const { items } = await invite('kim')
    const id = items[0]?.id ?? ''
    expect((await kim.invitations.resend({ id })).state).toBe('pending')
    await kim.invitations.withdraw({ id })
    expect((await kim.invitations.list({ id: acme })).items.map((item) => item.id)).not.toContain(id)
  })

  it('the database lets no external write one, and no member one that lets in though only keepers may', async () => {
    const [row] = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.groupId, acme)).limit(1))
    if (!row) throw new Error('There is no invitation into acme.')
    const forge = (key: PersonKey, more: Partial<typeof row> = {}) =>
      portal.under(key, (tx) =>
        tx.insert(invitations).values({
          ...row,
          id: undefined,
          tokenHash: null,
          email: somebody(),
          invitedBy: portal.person(key),
          ...more,
        }),
      )
    const refused = { cause: { code: '42501' } }
    await expect(forge('kim')).rejects.toMatchObject(refused)
    await expect(forge('boris', { role: 'moderator', throughLobby: true })).rejects.toMatchObject(refused)
    await expect(forge('boris', { invitedBy: portal.person('liam') })).rejects.toMatchObject(refused)
    await set('keepers')
    await expect(forge('boris')).rejects.toMatchObject(refused)
    await forge('boris', { throughLobby: true })
    await set('members')
    await forge('boris')
    const changed = await portal.under('kim', (tx) => tx.update(invitations).set({ note: 'Mine' }).returning())
    expect(changed).toEqual([])
  })

  it('sees nothing of them once they are out of the group', async () => {
    await invite('ingrid')
    await (await portal.as('ruth')).groups.removeMember({ id: acme, personId: portal.person('ingrid') })
    expect(await portal.under('ingrid', (tx) => tx.select().from(invitations))).toEqual([])
  })
})

describe('what an invitation carries (INV-10)', () => {
  const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

  it('the role, the last day, the language and a word stand in the list of who is on the way', async () => {
    const { items } = await invite('liam', { role: 'moderator', accessUntil: ahead, language: 'pl', note: 'Hello' })
    expect(items[0]).toMatchObject({ role: 'moderator', language: 'pl', note: 'Hello', accessUntil: ahead })
  })

  it('only keepers who work here make somebody a moderator; a date lies ahead', async () => {
    expect(await rule(invite('boris', { role: 'moderator' }))).toBe('MODERATORS_BY_KEEPERS')
    const past = invite('liam', { accessUntil: '2020-01-01' })
    await expect(past).rejects.toMatchObject({ code: 'INVALID', status: 400 })
  })

  it('until when somebody was let in is kept with the membership', async () => {
    const until = ahead
    await portal.keep((tx) =>
      tx
        .update(members)
        .set({ until })
        .where(eq(members.personId, portal.person('omar'))),
    )
    const { items } = await (await portal.as('liam')).groups.members({ id: acme, limit: 200 })
    expect(items.find(({ person }) => person.name === 'Omar Haddad')?.until).toEqual(until)
  })
})
