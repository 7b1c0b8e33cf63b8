import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phoneNumbers } from '#access/phones.ts'
import { signIns, tries } from '#access/sign-in-tables.ts'
import { people, reaches } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo, messagesTo } from '#tests/rules/letters.ts'
import { visitor } from '#tests/visitor.ts'
import { invitations } from './tables.ts'

describe('INV-2: inviting by phone', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal({ LOGGIA_COUNTRY: 'PL' })
  })
  afterAll(() => portal.close())

  const invite = async (number: string, by: PersonKey = 'liam') =>
    (await portal.as(by)).invitations.invite({ id: portal.group('acme'), emails: [number] })
  const lastMessage = async (number: string) => {
    await portal.settled()
    return (await messagesTo(portal.folder, number)).at(-1) ?? ''
  }
  const tokenTo = async (number: string) => /\/join\/([\w-]{22})$/.exec(await lastMessage(number))?.[1] ?? ''
  const invited = async (number: string, by?: PersonKey) => {
    await invite(number, by)
    return tokenTo(number)
  }
  const codeTo = async (number: string) => {
    await portal.keep((tx) => tx.delete(tries))
    await visitor(portal).account.sendCode({ number })
    return /\b\d{6}\b/.exec(await lastMessage(number))?.[0] ?? ''
  }
  const holderOf = async (number: string) => {
    const [row] = await portal.keep((tx) => tx.select().from(phoneNumbers).where(eq(phoneNumbers.number, number)))
    return row?.personId
  }
  const missing = { code: 'NOT_FOUND' }

  it('also while a group is made, a number without its country is read as the portal says (INV-1)', async () => {
    const helena = await portal.as('helena')
    const emails = ['501 222 333', 'with.them@acme.example']
    const { id } = await helena.groups.create({ name: 'By phone at once', external: true, invitations: { emails } })
    const { items } = await helena.invitations.list({ id })
    expect(items.map(({ email }) => email).toSorted()).toEqual(['+48 501 222 333', 'with.them@acme.example'])
  })

  it('a text message says who invites into what, and comes with a link; whoever follows it is in by their name alone', async () => {
    const { items } = await invite('602 000 001')
    expect(items).toMatchObject([{ email: '+48 602 000 001', state: 'pending' }])
    const text = await lastMessage('+48602000001')
    expect(text).toMatch(/^Liam .* invites you to “[^”]+” on [^:]+: http\S+\/join\/[\w-]{22}$/)
    const token = await tokenTo('+48602000001')
    const browser = visitor(portal)
    expect(await browser.invitations.look({ token })).toMatchObject({ email: '+48 602 000 001', next: 'register' })
    await expect(browser.invitations.redeem({ token })).rejects.toMatchObject({ code: 'INVALID' })
    const come = await browser.invitations.redeem({ token, name: 'Piotr Phone' })
    expect(come).toMatchObject({ name: 'Piotr Phone', groupId: portal.group('acme') })
    expect(await browser.account.me()).toMatchObject({ name: 'Piotr Phone', kind: 'external', email: '' })
    await expect(visitor(portal).invitations.redeem({ token, name: 'Eve' })).rejects.toMatchObject(missing)
    const code = await codeTo('+48602000001')
    expect((await visitor(portal).account.signInByCode({ number: '602000001', code })).id).toBe(come.id)
    const [signIn] = await portal.keep((tx) => tx.select().from(signIns).where(eq(signIns.id, come.id)))
    expect(signIn?.email).toBe(`${come.id}@phone.invalid`)
    await portal.settled()
    expect(await lettersTo(portal.folder, signIn?.email ?? '')).toEqual([])
  })

  it('two spellings are one number: one open invitation, and the link of the message before dies', async () => {
    const first = await invited('+48602000002')
    await invite('602-000-002')
    const second = await tokenTo('+48602000002')
    const open = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.email, '+48602000002')))
    expect(open).toHaveLength(1)
    await expect(visitor(portal).invitations.look({ token: first })).rejects.toMatchObject(missing)
    await (await portal.as('liam')).invitations.withdraw({ id: open[0]?.id ?? '' })
    await expect(visitor(portal).invitations.redeem({ token: second, name: 'Eve' })).rejects.toMatchObject(missing)
  })

  it('two messages to one number, opened at once, make one account', async () => {
    const tokens = [await invited('+48602000003', 'liam'), await invited('+48602000003', 'kim')]
    const both = await Promise.allSettled(
      tokens.map((token) => visitor(portal).invitations.redeem({ token, name: 'Twice' })),
    )
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    const here = await portal.keep((tx) => tx.select().from(people).where(eq(people.name, 'Twice')))
    expect(here).toHaveLength(1)
  })

  it('a number that somebody has proven signs in first; one that only stands in a profile is nobody’s', async () => {
    const token = await invited('+48602000004')
    const first = await visitor(portal).invitations.redeem({ token, name: 'Nadia' })
    await expect(invite('+48602000004')).rejects.toThrow('already in this group')
    await (await portal.asId(first.id)).account.change({ mobile: '+48 602 000 005' })
    const other = await visitor(portal).invitations.redeem({
      token: await invited('+48602000005'),
      name: 'Somebody else',
    })
    expect(other.id).not.toBe(first.id)
    // Into another group they are invited like anybody, and asked to sign in by whoever holds the message.
    await (await portal.as('paula')).invitations.invite({ id: portal.group('carriers'), emails: ['+48602000004'] })
    const known = await tokenTo('+48602000004')
    expect(await visitor(portal).invitations.look({ token: known })).toMatchObject({ next: 'signIn' })
    await expect(visitor(portal).invitations.redeem({ token: known, name: 'Eve' })).rejects.toMatchObject({
      code: 'SIGN_IN_FIRST',
    })
    const herself = visitor(portal)
    await herself.account.signInByCode({ number: '+48602000004', code: await codeTo('+48602000004') })
    expect((await herself.invitations.redeem({ token: known })).id).toBe(first.id)
  })

  it('a freed number is invited again as somebody new, who inherits nothing', async () => {
    const browser = visitor(portal)
    const first = await browser.invitations.redeem({ token: await invited('+48602000006'), name: 'Before' })
    await browser.account.changePhone({ number: '+48602000007' })
    await browser.account.confirmPhone({ code: /\b\d{6}\b/.exec(await lastMessage('+48602000007'))?.[0] ?? '' })
    const next = await visitor(portal).invitations.redeem({ token: await invited('+48602000006'), name: 'After' })
    expect(next.id).not.toBe(first.id)
    expect(await holderOf('+48602000006')).toBe(next.id)
    const code = await codeTo('+48602000006')
    expect((await visitor(portal).account.signInByCode({ number: '+48602000006', code })).name).toBe('After')
  })

  it('what is no mobile number is refused by its place, and where no number is asked for none is taken', async () => {
    const liam = await portal.as('liam')
    const typed = ['+48 22 123 45 67', 'anna@example', '+48602000008']
    await expect(liam.invitations.invite({ id: portal.group('acme'), emails: typed })).rejects.toMatchObject({
      data: {
        issues: [
          { path: ['emails', '0'], message: 'NOT_A_NUMBER' },
          { path: ['emails', '1'], message: 'NOT_AN_ADDRESS' },
        ],
      },
    })
    await expect((await portal.as('anna')).invitations.inviteEmployees({ emails: ['+48602000008'] })).rejects.toThrow(
      'not an e-mail',
    )
    await expect(invite(`${portal.person('kim')}@phone.invalid`)).rejects.toThrow('not an e-mail')
  })

  it('the portal may let nobody in by phone: refused when one invites, and when one comes; domains say nothing of numbers', async () => {
    const anna = await portal.as('anna')
    const token = await invited('+48602000009')
    await anna.invitations.changeRules({ allowedDomains: ['only.example'] })
    await invite('+48602000010')
    await anna.invitations.changeRules({ phones: false, allowedDomains: [] })
    await expect(invite('+48602000011')).rejects.toThrow('by phone')
    expect(await visitor(portal).invitations.look({ token })).toMatchObject({ refusal: 'PHONES_SWITCHED_OFF' })
    await expect(visitor(portal).invitations.redeem({ token, name: 'Eve' })).rejects.toMatchObject({
      code: 'PHONES_SWITCHED_OFF',
    })
    await anna.invitations.changeRules({ phones: true, dailyLimit: 1 })
    await expect(invite('+48602000012', 'kim')).rejects.toMatchObject({ code: 'DAILY_LIMIT' })
    await anna.invitations.changeRules({ dailyLimit: null })
  })

  it('somebody without an address is in lists without one, and no letter is tried', async () => {
    const [row] = await portal.keep((tx) => tx.select().from(reaches).where(eq(reaches.mobile, '+48602000001')))
    expect(row?.email).toBe('')
    const profile = await (await portal.as('liam')).people.get({ id: row?.personId ?? '' })
    expect(profile.email ?? '').toBe('')
    expect(profile).toMatchObject({ name: 'Piotr Phone', mobile: '+48602000001' })
  })
})
