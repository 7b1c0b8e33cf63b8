import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { groups } from '#features/groups/server/tables.ts'
import { invitations } from './tables.ts'

const missing = '00000000-0000-7000-8000-000000000000'
const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rule = async (work: Promise<unknown>): Promise<string> => /"code":"(\w+)"/.exec(await said(work))?.[1] ?? 'done'

describe('who sees an invitation, and who may do what with it', () => {
  let portal: TestPortal
  let tessa: string
  beforeAll(async () => {
    portal = await openTestPortal()
    const [row] = await portal.keep((tx) =>
      tx.select().from(invitations).where(eq(invitations.email, 'tessa.wynn@acme.example')),
    )
    tessa = row?.id ?? ''
  })
  afterAll(() => portal.close())

  const pending = async (key: PersonKey) =>
    (await (await portal.as(key)).invitations.list({ id: portal.group('acme') })).items.map((item) => item.email)

  it('the team sees who was invited and has not come yet (INV-7)', async () => {
    for (const key of ['liam', 'ruth', 'boris', 'nora'] as const)
      expect(await pending(key)).toEqual(['tessa.wynn@acme.example'])
  })

  it('an invitation says who invites, for which company, in which language and until when', async () => {
    const { items } = await (await portal.as('boris')).invitations.list({ id: portal.group('acme') })
    expect(items[0]).toMatchObject({
      groupName: 'Acme headquarters, Dublin',
      company: 'Acme',
      language: 'en',
      state: 'pending',
      invitedBy: { name: 'Ruth Okafor' },
    })
    expect(items[0]?.expiresAt.getTime()).toBe((items[0]?.sentAt.getTime() ?? 0) + 10 * 86_400_000)
  })

  it('no external meets one that others sent, not in a group of theirs either: hidden and missing are the same answer', async () => {
    const kim = await portal.as('kim')
    const nothing = await said(kim.invitations.withdraw({ id: missing }))
    expect(nothing).toContain('NOT_FOUND')
    expect(await kim.invitations.list({ id: portal.group('acme') })).toEqual({ items: [], next: null })
    for (const id of [portal.group('carriers'), portal.group('heron'), missing]) {
      expect(await said(kim.invitations.list({ id }))).toBe(nothing)
      expect(await said(kim.invitations.invite({ id, emails: ['new@acme.example'] }))).toBe(nothing)
    }
    expect(await said(kim.invitations.resend({ id: tessa }))).toBe(nothing)
    expect(await said(kim.invitations.withdraw({ id: tessa }))).toBe(nothing)
    expect(await said(kim.invitations.listAll({}))).toBe(nothing)
    expect(await portal.under('kim', (tx) => tx.select().from(invitations))).toEqual([])
  })

  it('employees outside the group find nothing', async () => {
    for (const key of ['gita', 'asel'] as const) {
      const person = await portal.as(key)
      const nothing = await said(person.invitations.withdraw({ id: missing }))
      expect(await said(person.invitations.list({ id: portal.group('acme') }))).toBe(nothing)
      expect(await said(person.invitations.resend({ id: tessa }))).toBe(nothing)
      expect(await portal.under(key, (tx) => tx.select().from(invitations))).toEqual([])
    }
  })

  it('administrators find every open invitation listed (INV-7), not the name of a group they are not in', async () => {
    const { items } = await (await portal.as('anna')).invitations.listAll({})
    expect(items.map(({ email, groupName }) => [email, groupName])).toEqual([
      ['bauyrzhan@aqtas-glass.example', null],
      ['tessa.wynn@acme.example', null],
    ])
    expect(await rule((await portal.as('liam')).invitations.listAll({}))).toBe('NOT_FOUND')
  })

  it('only the owner and the moderators send anew and take back what others sent; members hear the rule', async () => {
    const boris = await portal.as('boris')
    const id = portal.group('acme')
    expect(await rule(boris.invitations.resend({ id: tessa }))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    expect(await rule(boris.invitations.withdraw({ id: tessa }))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    for (const key of ['liam', 'ruth'] as const)
      expect(await rule((await portal.as(key)).invitations.invite({ id, emails: [`by-${key}@acme.example`] }))).toBe(
        'done',
      )
  })

  it('the database says the same to whoever goes round the actions', async () => {
    const changed = (key: PersonKey) =>
      portal.under(key, (tx) =>
        tx.update(invitations).set({ withdrawnAt: new Date() }).where(eq(invitations.id, tessa)).returning(),
      )
    for (const key of ['boris', 'gita', 'anna', 'kim'] as const) expect(await changed(key)).toEqual([])
    const [row] = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.id, tessa)))
    const forged = {
      ...row,
      id: undefined,
      email: 'x@acme.example',
      invitedBy: portal.person('liam'),
      tokenHash: null,
    } as typeof invitations.$inferInsert
    await expect(
      portal.under('boris', (tx) => tx.insert(invitations).values({ ...forged, invitedBy: portal.person('boris') })),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(portal.under('ruth', (tx) => tx.insert(invitations).values(forged))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    await expect(
      portal.under('liam', (tx) => tx.insert(invitations).values({ ...forged, groupId: portal.group('library') })),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(
      portal.under('liam', (tx) => tx.update(invitations).set({ acceptedBy: portal.person('liam') })),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('externals are invited into external groups only (INV-1, GRP-2)', async () => {
    const work = (await portal.as('stefan')).invitations.invite({
      id: portal.group('workshop'),
      emails: ['new@acme.example'],
    })
    await expect(work).rejects.toMatchObject({ code: 'GROUP_CLOSED_TO_EXTERNALS', status: 403 })
    const create = (await portal.as('gita')).groups.create({
      name: 'Inside',
      external: false,
      invitations: { emails: ['new@acme.example'] },
    })
    expect(await rule(create)).toBe('GROUP_CLOSED_TO_EXTERNALS')
  })

  it('all are listed for the administrator (INV-7): letters and links, also into groups they may not know, and they send anew and end them', async () => {
    const anna = await portal.as('anna')
    const paula = await portal.as('paula')
    const id = portal.group('carriers')
    const sent = (await paula.invitations.invite({ id, emails: ['listed@beta-logistics.example'] })).items[0]
    const made = await paula.invitations.makeLink({ id })
    expect(await rule(anna.groups.get({ id }))).toBe('NOT_FOUND')
    const link = (await anna.invitations.listLinks({})).items.find((one) => one.id === made.id)
    expect(link).toMatchObject({ groupId: id, groupName: null, madeBy: { name: 'Paula Ferreira' }, came: 0 })
    expect(JSON.stringify(link)).not.toContain('/room/')
    // The letter goes on standing on the right of whoever sent it.
    const again = await anna.invitations.resend({ id: sent?.id ?? '' })
    expect(again).toMatchObject({ state: 'pending', invitedBy: { id: portal.person('paula') } })
    for (const key of ['liam', 'helena', 'kim'] as const) {
      const person = await portal.as(key)
      expect(await said(person.invitations.listLinks({}))).toBe(await said(person.invitations.listEmployees({})))
      expect(await said(person.invitations.endLink({ id: made.id }))).toBe(
        await said(person.invitations.endLink({ id: missing })),
      )
    }
    await anna.invitations.endLink({ id: made.id })
    expect((await anna.invitations.listLinks({})).items.map((one) => one.id)).not.toContain(made.id)
    // Whose inviter may invite no more is not sent anew into nothing.
    const whoInvites = (who: 'owner' | 'keepers') =>
      portal.keep((tx) =>
        tx
          .update(groups)
          .set({ whoInvites: who, externalSince: who === 'owner' ? null : new Date() })
          .where(eq(groups.id, id)),
      )
    await whoInvites('owner')
    expect(await rule(anna.invitations.resend({ id: sent?.id ?? '' }))).toBe('INVITATION_STANDS_NO_MORE')
    await whoInvites('keepers')
  })

  it('employees are invited by administrators, and nobody else sees whom', async () => {
    const { items } = await (
      await portal.as('anna')
    ).invitations.inviteEmployees({ emails: ['new.colleague@orlanta.example'] })
    const id = items[0]?.id ?? ''
    expect(items[0]).toMatchObject({ groupId: null, state: 'pending' })
    for (const key of ['liam', 'helena', 'kim'] as const) {
      const person = await portal.as(key)
      const nothing = await said(person.invitations.withdraw({ id: missing }))
      expect(await said(person.invitations.inviteEmployees({ emails: ['x@orlanta.example'] }))).toBe(nothing)
      expect(await said(person.invitations.listEmployees({}))).toBe(nothing)
      expect(await said(person.invitations.withdraw({ id }))).toBe(nothing)
      expect(await said(person.invitations.resend({ id }))).toBe(nothing)
    }
    expect((await (await portal.as('anna')).invitations.listEmployees({})).items).toHaveLength(1)
  })
})
