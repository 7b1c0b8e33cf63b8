import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { InvitationRules } from '../contract.ts'
import { invitationRules, invitations, sendings } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const password = 'four quiet words here'
const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rule = async (work: Promise<unknown>): Promise<string> => /"code":"(\w+)"/.exec(await said(work))?.[1] ?? 'done'

const defaults: InvitationRules = {
  externals: true,
  whoInvites: 'group',
  ordinaryMembersInvite: 'lobby',
  phones: true,
  allowedDomains: [],
  deniedDomains: [],
  dailyLimit: 500,
  days: 10,
  approval: false,
  purpose: false,
  mostDays: null,
}
const set = async (changes: Partial<InvitationRules>) =>
  (await portal.as('anna')).invitations.changeRules({ ...defaults, ...changes })
const invite = async (email: string, by: PersonKey = 'liam') =>
  (await portal.as(by)).invitations.invite({ id: portal.group('acme'), emails: [email] })
const tokenOf = async (email: string) => {
  await portal.settled()
  const letters = await lettersTo(portal.folder, email)
  return /\/join\/([\w-]+)/.exec(letters.at(-1) ?? '')?.[1] ?? ''
}
const comes = async (token: string) =>
  rule((await portal.as('kim')).invitations.redeem({ token, name: 'New', password }))
const knocks = async (token: string) => (await portal.as('kim')).invitations.look({ token })
const rowOf = async (email: string) => {
  const [row] = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.email, email)))
  return row
}

describe('Settings → Invitations (INV-9)', () => {
  it('stand at their defaults until an administrator changes one', async () => {
    const anna = await portal.as('anna')
    expect(await anna.invitations.rules()).toEqual(defaults)
    expect(await anna.invitations.changeRules({ days: 3 })).toEqual({ ...defaults, days: 3 })
    expect(await anna.invitations.changeRules({})).toEqual({ ...defaults, days: 3 })
    await set({})
  })

  it('are read and changed by administrators alone; to others they do not exist', async () => {
    for (const key of ['liam', 'helena', 'kim'] as const) {
      const person = await portal.as(key)
      expect(await rule(person.invitations.rules())).toBe('NOT_FOUND')
      expect(await rule(person.invitations.changeRules({ externals: false }))).toBe('NOT_FOUND')
    }
    expect(await portal.under('kim', (tx) => tx.select().from(invitationRules))).toEqual([])
    expect(await portal.under('liam', (tx) => tx.update(invitationRules).set({ days: 90 }).returning())).toEqual([])
    await expect(portal.under('liam', (tx) => tx.insert(invitationRules).values({ id: 1 }))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  })

  it('external people switched off: nobody invites, letters work no more, those inside stay, and on again all is as before', async () => {
    await invite('switch@acme.example')
    const token = await tokenOf('switch@acme.example')
    await set({ externals: false })
    expect(await rule(invite('other@acme.example'))).toBe('EXTERNALS_SWITCHED_OFF')
    expect(await rule(invite('switch@acme.example'))).toBe('EXTERNALS_SWITCHED_OFF')
    expect(
      await rule((await portal.as('ruth')).invitations.resend({ id: (await rowOf('switch@acme.example'))?.id ?? '' })),
    ).toBe('EXTERNALS_SWITCHED_OFF')
    expect(await knocks(token)).toMatchObject({ next: 'refused', refusal: 'EXTERNALS_SWITCHED_OFF' })
    expect(await comes(token)).toBe('EXTERNALS_SWITCHED_OFF')
    expect((await (await portal.as('kim')).groups.list({ mine: true })).items.length).toBeGreaterThan(0)
    await (await portal.as('anna')).invitations.inviteEmployees({ emails: ['colleague@orlanta.example'] })
    await set({})
    expect(await comes(token)).toBe('done')
  })

  it('also for a group that is being made', async () => {
    await set({ externals: false })
    const group = (await portal.as('helena')).groups.create({
      name: 'New room',
      external: true,
      invitations: { emails: ['a@acme.example'] },
    })
    expect(await rule(group)).toBe('EXTERNALS_SWITCHED_OFF')
    await set({})
  })

  it('only administrators invite: a member hears it, and letters sent before by others work no more', async () => {
    await invite('limited@acme.example')
    const token = await tokenOf('limited@acme.example')
    await set({ whoInvites: 'administrators' })
    expect(await rule(invite('limited-2@acme.example'))).toBe('INVITING_LIMITED')
    expect(await comes(token)).toBe('INVITING_LIMITED')
    await set({ whoInvites: 'employees' })
    expect(await rule(invite('limited-2@acme.example'))).toBe('done')
    expect(await comes(token)).toBe('done')
    await set({})
  })

  it('mail domains: written in any way, compared in one, with those below them, and a denied one is denied', async () => {
    expect(await set({ allowedDomains: ['@ACME.example', '*.Acme.Example', 'пример.рф'] })).toMatchObject({
      allowedDomains: ['acme.example', 'xn--e1afmkfd.xn--p1ai'],
    })
    await set({ allowedDomains: ['acme.example', 'пример.рф'], deniedDomains: ['bad.acme.example'] })
    for (const fine of ['a@acme.example', 'b@Sub.ACME.example', 'c@пример.рф', 'd@xn--e1afmkfd.xn--p1ai'])
      expect(await rule(invite(fine)), fine).toBe('done')
    for (const not of [
      'a@notacme.example',
      'b@bad.acme.example',
      'c@very.bad.acme.example',
      'd@acme.example.evil.example',
    ])
      expect(await rule(invite(not)), not).toBe('INVALID')
    const mixed = (await portal.as('liam')).invitations.invite({
      id: portal.group('acme'),
      emails: ['fine@acme.example', 'x@other.example'],
    })
    await expect(mixed).rejects.toMatchObject({
      data: { issues: [{ path: ['emails', '1'], message: 'DOMAIN_NOT_ALLOWED' }] },
    })
    await expect(mixed).rejects.toThrow('An administrator can change that in Settings → Invitations.')
    expect(await rowOf('fine@acme.example')).toBeUndefined()
    await set({})
  })

  it('a domain denied after the letter keeps its holder out, and says nothing of other domains', async () => {
    await invite('late@gamma-freight.example')
    const token = await tokenOf('late@gamma-freight.example')
    await set({ deniedDomains: ['gamma-freight.example', 'secret-rival.example'] })
    expect(await comes(token)).toBe('DOMAIN_NOT_ALLOWED')
    const answers = [await said(knocks(token)), JSON.stringify(await knocks(token))]
    expect(answers.join('')).not.toContain('secret-rival')
    await set({})
    expect(await comes(token)).toBe('done')
  })

  it('refuses what is no domain, in the field it stands in', async () => {
    for (const not of ['acme', 'a b.example', 'http://acme.example', 'аcme.example'])
      await expect(set({ deniedDomains: [not] })).rejects.toMatchObject({
        data: { issues: [{ path: ['deniedDomains'] }] },
      })
  })

  it('one person sends so many in 24 hours, new letters counted, and administrators more', async () => {
    const me = portal.person('ewa')
    await portal.keep((tx) => tx.delete(sendings))
    await set({ dailyLimit: 3 })
    const ewa = await portal.as('ewa')
    const id = portal.group('suppliers')
    const { items } = await ewa.invitations.invite({ id, emails: ['l1@openbench.example', 'l2@openbench.example'] })
    const both = await Promise.all([
      rule(ewa.invitations.resend({ id: items[0]?.id ?? '' })),
      rule(ewa.invitations.invite({ id, emails: ['l3@openbench.example'] })),
    ])
    expect(both.toSorted()).toEqual(['DAILY_LIMIT', 'done'])
    expect(await rule(ewa.invitations.invite({ id, emails: ['l4@openbench.example'] }))).toBe('DAILY_LIMIT')
    expect(await rowOf('l4@openbench.example')).toBeUndefined()
    await portal.keep((tx) =>
      tx
        .update(sendings)
        .set({ sentAt: new Date(Date.now() - 25 * 3_600_000) })
        .where(eq(sendings.personId, me)),
    )
    expect(await rule(ewa.invitations.invite({ id, emails: ['l4@openbench.example'] }))).toBe('done')
    expect(await portal.under('kim', (tx) => tx.select().from(sendings))).toEqual([])
    await set({ dailyLimit: null })
    expect(
      await rule(
        ewa.invitations.invite({ id, emails: Array.from({ length: 9 }, (_, n) => `m${n}@openbench.example`) }),
      ),
    ).toBe('done')
    await set({})
  })

  it('days that a letter is good, in words', async () => {
    await set({ days: 21 })
    await invite('days@acme.example')
    const row = await rowOf('days@acme.example')
    expect((row?.expiresAt.getTime() ?? 0) - (row?.sentAt.getTime() ?? 0)).toBe(21 * 86_400_000)
    await portal.settled()
    expect((await lettersTo(portal.folder, 'days@acme.example')).join()).toMatch(/good for\s+twenty-one\s+days/)
    await set({})
  })
})

describe('approval by an administrator (INV-9)', () => {
  it('holds the letter back until it is given; the link in it works, and sending anew asks nobody again', async () => {
    await set({ approval: true })
    const { items } = await invite('held@acme.example')
    expect(items).toMatchObject([{ state: 'waiting' }])
    expect(await tokenOf('held@acme.example')).toBe('')
    const anna = await portal.as('anna')
    const waiting = await anna.invitations.listAll({ state: 'waiting' })
    expect(waiting.items.map(({ email }) => email)).toEqual(['held@acme.example'])
    const id = items[0]?.id ?? ''
    expect(await rule((await portal.as('liam')).invitations.approve({ id }))).toBe('NOT_FOUND')
    expect(await rule((await portal.as('ruth')).invitations.resend({ id }))).toBe('done')
    expect(await tokenOf('held@acme.example')).toBe('')
    expect(await anna.invitations.approve({ id })).toMatchObject({ state: 'pending' })
    expect(await rule(anna.invitations.approve({ id }))).toBe('NOT_FOUND')
    const first = await tokenOf('held@acme.example')
    expect(await rule((await portal.as('ruth')).invitations.resend({ id }))).toBe('done')
    const second = await tokenOf('held@acme.example')
    expect(second).not.toBe(first)
    expect(await comes(first)).toBe('NOT_FOUND')
    expect(await comes(second)).toBe('done')
    await set({})
  })

  it('what changed since is looked at again: the terms, the note, or who invites; a letter sent anew as it was is not', async () => {
    await set({ approval: true })
    const email = 'approved@acme.example'
    const id = (await invite(email)).items[0]?.id ?? ''
    const [anna, liam, ruth] = [await portal.as('anna'), await portal.as('liam'), await portal.as('ruth')]
    const again = async (by: typeof liam, more: object = {}) =>
      (await by.invitations.invite({ id: portal.group('acme'), emails: [email], ...more })).items[0]?.state
    const approve = async () => expect(await anna.invitations.approve({ id })).toMatchObject({ state: 'pending' })
    await approve()
    expect(await again(liam)).toBe('pending')
    for (const more of [
      { role: 'moderator' },
      { role: 'moderator', note: 'Bring your own plans' },
      { company: 'Acme' },
      { accessUntil: '2031-05-03' },
      { purpose: 'To build' },
    ]) {
      expect(await again(liam, more), JSON.stringify(more)).toBe('waiting')
      expect(await liam.invitations.resend({ id })).toMatchObject({ state: 'waiting' })
      await approve()
      expect(await liam.invitations.resend({ id })).toMatchObject({ state: 'pending' })
    }
    expect(await ruth.invitations.resend({ id })).toMatchObject({ state: 'waiting' })
    await portal.settled()
    expect((await rowOf(email))?.tokenHash).toBeNull()
    await set({})
  })

  it('declined, nothing is sent and the inviter reads who declined; nobody else', async () => {
    await set({ approval: true })
    const { items } = await invite('never@acme.example', 'ruth')
    const id = items[0]?.id ?? ''
    expect(await rule((await portal.as('kim')).invitations.withdraw({ id }))).toBe('NOT_FOUND')
    await (await portal.as('anna')).invitations.withdraw({ id })
    await portal.settled()
    expect(await lettersTo(portal.folder, 'never@acme.example')).toEqual([])
    expect((await lettersTo(portal.folder, 'ruth@orlanta.example')).join()).toContain('never@acme.example was declined')
    expect(await rule((await portal.as('anna')).invitations.approve({ id }))).toBe('NOT_FOUND')
    await set({})
  })

  it('is not needed where an administrator invites, nor for letters that went before', async () => {
    await invite('before@acme.example')
    const token = await tokenOf('before@acme.example')
    await set({ approval: true })
    const anna = await portal.as('anna')
    const group = await anna.groups.create({ name: 'Of the administrator', external: true })
    const { items } = await anna.invitations.invite({ id: group.id, emails: ['at-once@acme.example'] })
    expect(items).toMatchObject([{ state: 'pending' }])
    expect(await comes(token)).toBe('done')
    await set({})
  })

  it('a held letter cannot be come in by, whatever token it has', async () => {
    await invite('forced@acme.example')
    const token = await tokenOf('forced@acme.example')
    await portal.keep((tx) =>
      tx.update(invitations).set({ heldAt: new Date() }).where(eq(invitations.email, 'forced@acme.example')),
    )
    expect(await comes(token)).toBe('NOT_FOUND')
    const made = await portal.keep((tx) => tx.select().from(people).where(eq(people.name, 'forced')))
    expect(made).toEqual([])
  })
})
