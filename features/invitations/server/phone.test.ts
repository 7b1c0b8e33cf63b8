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

  it('INV-6: whom a member invites by phone waits in the lobby, and the answer comes to the phone', async () => {
    const acme = { id: portal.group('acme') }
    const through = async (number: string, language: 'ru' | 'pl') => {
      await (await portal.as('boris')).invitations.invite({ ...acme, emails: [number], language })
      const token = /\/join\/([\w-]{22})/.exec(await lastMessage(number))?.[1] ?? ''
      const come = await visitor(portal).invitations.redeem({ token, name: 'Piotr Phone' })
      expect(come).toMatchObject({ waiting: true, groupId: null })
      const { items } = await (await portal.as('liam')).requests.list(acme)
      return items.find(({ person }) => person?.id === come.id)?.id ?? ''
    }
    const liam = await portal.as('liam')
    await liam.requests.approve({ id: await through('+48602000021', 'pl') })
    expect(await lastMessage('+48602000021')).toMatch(
      new RegExp(`^Grupa „[^”]+” w portalu Orlanta jest już dla Ciebie otwarta: http\\S+/groups/${acme.id}$`),
    )
    await liam.requests.decline({ id: await through('+48602000022', 'ru') })
    expect(await lastMessage('+48602000022')).toMatch(/^Ваш запрос .+ отклонён, и ваша учётная запись там закрыта\.$/)
    expect(await lastMessage('+48602000022')).not.toContain(acme.id)
  })

  const add = async (email: string, name = 'Added Once', by: PersonKey = 'liam') =>
    (await portal.as(by)).invitations.add({ id: portal.group('acme'), email, name, language: 'pl' })
  const withMobile = (number: string) =>
    portal.keep((tx) =>
      tx
        .select({ id: people.id, dismissedAt: people.dismissedAt, signIn: signIns.id })
        .from(reaches)
        .innerJoin(people, eq(people.id, reaches.personId))
        .leftJoin(signIns, eq(signIns.id, people.id))
        .where(eq(reaches.mobile, number)),
    )

  it('INV-4: somebody is added by their number: a member at once, in by one click on the message, and signs in by code from then on', async () => {
    const made = await add('602 000 031')
    expect(made).toMatchObject({ state: 'added', email: '+48 602 000 031', person: { name: 'Added Once' } })
    const number = '+48602000031'
    expect(await lastMessage(number)).toMatch(
      /^Liam .* dodaje Cię do „[^”]+” w portalu Orlanta; .+: http\S+\/join\/[\w-]{22}$/,
    )
    const token = await tokenTo(number)
    // Until they come the number is nobody's: it neither signs in nor keeps anybody out.
    expect(await holderOf(number)).toBeUndefined()
    expect(await withMobile(number)).toMatchObject([{ id: made.person?.id, signIn: null }])
    const browser = visitor(portal)
    expect(await browser.invitations.look({ token })).toMatchObject({ next: 'enter', email: '+48 602 000 031' })
    const come = await browser.invitations.redeem({ token })
    expect(come).toMatchObject({ id: made.person?.id, groupId: portal.group('acme') })
    expect(await holderOf(number)).toBe(come.id)
    await expect(visitor(portal).invitations.redeem({ token })).rejects.toMatchObject(missing)
    const signedIn = await visitor(portal).account.signInByCode({ number, code: await codeTo(number) })
    expect(signedIn.id).toBe(come.id)
    await expect(add('+48 602-000-031')).rejects.toThrow('already in this group')
  })

  it('INV-4: three at once in three spellings make one account, and a member of staff is told nothing of a number they may not see', async () => {
    const spelled = ['602000032', '+48 602 000 032', '0048602000032']
    const answers = await Promise.allSettled(spelled.map((number) => add(number)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await withMobile('+48602000032')).toHaveLength(1)
    // Ruth works here and has shown that the number is hers; to others it is like any other.
    const number = '+48602000033'
    await portal.keep((tx) => tx.insert(phoneNumbers).values({ personId: portal.person('ruth'), number }))
    const known = await add(number, 'Nobody Known')
    const unknown = await add('+48602000034', 'Nobody Known')
    const face = ({ state, person }: typeof known) => ({ state, name: person?.name })
    expect(face(known)).toEqual(face(unknown))
    expect(await holderOf(number)).toBe(portal.person('ruth'))
    const token = await tokenTo(number)
    expect(await visitor(portal).invitations.look({ token })).toMatchObject({ refusal: 'EMPLOYEES_ARE_ADDED' })
    await expect(add('+48 22 123 45 67')).rejects.toMatchObject({
      data: { issues: [{ path: ['email'], message: 'NOT_A_NUMBER' }] },
    })
  })

  it('INV-4: whoever has an account with the number takes the place of the one that was made for it; taken out, nobody has it', async () => {
    const number = '+48602000035'
    const carriers = { id: portal.group('carriers') }
    const first = await visitor(portal).invitations.redeem({ token: await invited(number), name: 'Piotr Phone' })
    await (await portal.as('paula')).invitations.add({ ...carriers, email: '+48602000036', name: 'Taken Out' })
    const [added] = await withMobile('+48602000036')
    await (await portal.as('paula')).groups.removeMember({ ...carriers, personId: added?.id ?? '' })
    const token = await tokenTo('+48602000036')
    await portal.settled()
    await expect(visitor(portal).invitations.look({ token })).rejects.toMatchObject(missing)
    expect((await withMobile('+48602000036'))[0]?.dismissedAt).toBeInstanceOf(Date)
    await portal.keep((tx) => tx.delete(phoneNumbers).where(eq(phoneNumbers.personId, first.id)))
    const made = await (await portal.as('paula')).invitations.add({ ...carriers, email: number, name: 'Piotr Other' })
    await portal.keep((tx) => tx.insert(phoneNumbers).values({ personId: first.id, number }))
    const known = await tokenTo(number)
    await expect(visitor(portal).invitations.redeem({ token: known })).rejects.toMatchObject({ code: 'SIGN_IN_FIRST' })
    const herself = visitor(portal)
    await herself.account.signInByCode({ number, code: await codeTo(number) })
    expect((await herself.invitations.redeem({ token: known })).id).toBe(first.id)
    const accounts = await withMobile(number)
    expect(accounts.find(({ id }) => id === made.person?.id)?.dismissedAt).toBeInstanceOf(Date)
  })

  it('INV-2: by the link of a group one comes with a number as with an address, within the same limits, and nothing says what is known', async () => {
    const link = await (await portal.as('liam')).invitations.makeLink({ id: portal.group('acme') })
    const token = link.url?.split('/room/')[1] ?? ''
    const ask = (email: string) =>
      visitor(portal).invitations.askByLink({ token, name: 'Rosa Díaz', email, language: 'pl' })
    expect(await visitor(portal).invitations.lookAtLink({ token })).toMatchObject({ phones: true })
    const number = '+48602000041'
    expect(await ask('602 000 041')).toEqual({})
    const text = await lastMessage(number)
    expect(text).toMatch(/^Prośba o wejście do „[^”]+” w portalu Orlanta: http\S+\/join\/[\w-]{22} /)
    expect(text).not.toContain('Liam')
    // Another spelling is the same number, and within a minute gets nothing more.
    expect(await ask('+48 602-000-041')).toEqual({})
    await portal.settled()
    expect(await messagesTo(portal.folder, number)).toHaveLength(1)
    const [asked] = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.email, number)))
    expect(asked).toMatchObject({ sending: 1, address: '+48 602 000 041' })
    await portal.keep((tx) =>
      tx
        .update(invitations)
        .set({ sending: 5, sentAt: new Date(0) })
        .where(eq(invitations.email, number)),
    )
    expect(await ask(number)).toEqual({})
    await portal.settled()
    expect(await messagesTo(portal.folder, number)).toHaveLength(1)
    // Somebody's number and nobody's are one answer.
    expect(await ask('+48602000033')).toEqual({})
    const way = /\/join\/([\w-]{22})/.exec(text)?.[1] ?? ''
    const come = await visitor(portal).invitations.redeem({ token: way, name: 'Rosa Díaz' })
    expect(come).toMatchObject({ kind: 'external', groupId: portal.group('acme') })
    expect(await holderOf(number)).toBe(come.id)
    await (await portal.as('anna')).invitations.changeRules({ phones: false })
    await expect(ask('+48602000042')).rejects.toMatchObject({ code: 'PHONES_SWITCHED_OFF' })
    expect(await visitor(portal).invitations.lookAtLink({ token })).toMatchObject({ phones: false })
    await (await portal.as('anna')).invitations.changeRules({ phones: true })
  })
})
