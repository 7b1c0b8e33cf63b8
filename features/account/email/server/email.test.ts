import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailChanges, signIns, tokens } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { samplePassword } from '#tests/template.ts'
import { addressOf, atBrowser, visitor } from '#tests/visitor.ts'

describe('PPL-9: changing one’s own address', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const spent = { code: 'LINK_SPENT', status: 403 }
  const lettersOf = async (email: string) => {
    await portal.settled()
    return lettersTo(portal.folder, email)
  }
  const tokenTo = async (email: string) =>
    /\/sign-in\/email\/([\w-]{43})/.exec((await lettersOf(email)).at(-1) ?? '')?.[1] ?? ''
  const change = async (key: PersonKey, email: string) => {
    const browser = await atBrowser(portal, key)
    await browser.account.changeEmail({ email })
    return { browser, token: await tokenTo(email.toLowerCase()) }
  }

  it('is confirmed by the letter to the new address, signed in or not, and told to the old one', async () => {
    const { browser, token } = await change('gita', 'Gita.Rao@Elsewhere.example')
    expect(await browser.account.email()).toMatchObject({
      email: 'gita@orlanta.example',
      next: 'gita.rao@elsewhere.example',
    })
    expect((await browser.account.me()).email).toBe('gita@orlanta.example')
    expect(await visitor(portal).account.confirmEmail({ token })).toEqual({ email: 'gita.rao@elsewhere.example' })
    await expect(visitor(portal).account.confirmEmail({ token })).rejects.toMatchObject(spent)
    expect(await browser.account.email()).toEqual({ email: 'gita.rao@elsewhere.example', next: null, until: null })
    expect((await browser.account.me()).email).toBe('gita.rao@elsewhere.example')
    const [told] = await lettersOf('gita@orlanta.example')
    expect(told).toContain('has changed')
    expect(told).not.toContain('elsewhere.example')
    await visitor(portal).account.signIn({ email: 'GITA.rao@elsewhere.example', password: samplePassword })
    await expect(
      visitor(portal).account.signIn({ email: 'gita@orlanta.example', password: samplePassword }),
    ).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' })
  })

  it('asks for a fresh proof, and takes none from a token', async () => {
    await expect((await portal.as('sean')).account.changeEmail({ email: 'a@b.example' })).rejects.toMatchObject({
      code: 'SIGNED_IN_BY_TOKEN',
    })
    const sean = await atBrowser(portal, 'sean')
    await expect(sean.account.changeEmail({ email: 'no address' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(sean.account.changeEmail({ email: 'SEAN@orlanta.example' })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('says the same of an address that somebody has; only they learn that somebody tried', async () => {
    const liam = await atBrowser(portal, 'liam')
    const toTaken = await liam.account.changeEmail({ email: 'Ruth@orlanta.example' })
    const ofTaken = await liam.account.email()
    const [letter] = await lettersOf('ruth@orlanta.example')
    expect(letter).toContain('Somebody wanted to use your address')
    expect(letter).not.toContain('Liam')
    expect(letter).not.toMatch(/sign-in\/email/)
    const toFree = await liam.account.changeEmail({ email: 'liam@elsewhere.example' })
    const ofFree = await liam.account.email()
    expect(toTaken).toEqual(toFree)
    expect({ ...ofTaken, next: '', until: null }).toEqual({ ...ofFree, next: '', until: null })
    const token = await tokenTo('liam@elsewhere.example')
    await liam.account.keepEmail()
    expect(await liam.account.email()).toMatchObject({ next: null })
    await expect(liam.account.confirmEmail({ token })).rejects.toMatchObject(spent)
  })

  it('INV-9: of people from outside the portal takes only the domains it lets in, when they ask and when they confirm', async () => {
    const rules = async (changes: { allowedDomains?: string[]; deniedDomains?: string[] }) =>
      (await portal.as('anna')).invitations.changeRules(changes)
    const notAllowed = { code: 'DOMAIN_NOT_ALLOWED', status: 403 }
    await rules({ deniedDomains: ['denied.example'] })
    const omar = await atBrowser(portal, 'omar')
    await expect(omar.account.changeEmail({ email: 'omar@mail.denied.example' })).rejects.toMatchObject(notAllowed)
    expect(await omar.account.email()).toMatchObject({ next: null })
    await omar.account.changeEmail({ email: 'omar@late.example' })
    const token = await tokenTo('omar@late.example')
    await rules({ deniedDomains: [], allowedDomains: ['acme.example'] })
    await expect(visitor(portal).account.confirmEmail({ token })).rejects.toMatchObject(notAllowed)
    expect(await addressOf(portal, 'omar')).toBe('omar@acme.example')
    // Whoever works here has the addresses that the company gives them.
    const { token: ofEmployee } = await change('hana', 'hana@late.example')
    await visitor(portal).account.confirmEmail({ token: ofEmployee })
    await rules({ allowedDomains: [] })
    await visitor(portal).account.confirmEmail({ token })
    expect(await addressOf(portal, 'omar')).toBe('omar@late.example')
  })

  it('a newer request puts the letter before out of force, an hour does, and dismissal does', async () => {
    const first = await change('boris', 'boris@one.example')
    const second = await change('boris', 'boris@two.example')
    const anybody = visitor(portal).account
    await expect(anybody.confirmEmail({ token: first.token })).rejects.toMatchObject(spent)
    const own = eq(emailChanges.personId, portal.person('boris'))
    await portal.keep((tx) => tx.update(emailChanges).set({ expiresAt: new Date() }).where(own))
    await expect(anybody.confirmEmail({ token: second.token })).rejects.toMatchObject(spent)
    const third = await change('boris', 'boris@three.example')
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('boris') })
    await expect(anybody.confirmEmail({ token: third.token })).rejects.toMatchObject(spent)
    expect(await addressOf(portal, 'boris')).toBe('boris@orlanta.example')
  })

  it('letters to addresses of one’s choice are five in a quarter of an hour', async () => {
    const arman = await atBrowser(portal, 'arman')
    for (let n = 0; n < 5; n++) await arman.account.changeEmail({ email: `n${n}@somebody.example` })
    await expect(arman.account.changeEmail({ email: 'n6@somebody.example' })).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
    })
  })

  it('of two people who confirm one address at once one gets it, the other is told why not', async () => {
    const shared = 'shared@elsewhere.example'
    const one = await change('zofia', shared)
    const other = await change('tomasz', shared)
    const came = await Promise.allSettled(
      [one, other].map(({ token }) => visitor(portal).account.confirmEmail({ token })),
    )
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(came.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ADDRESS_TAKEN' } })
    const rows = await portal.keep((tx) => tx.select().from(signIns).where(eq(signIns.email, shared)))
    expect(rows).toHaveLength(1)
  })

  it('the address is free at once: whoever is invited with it is somebody new who inherits nothing', async () => {
    const before = await addressOf(portal, 'kim')
    const kim = await atBrowser(portal, 'kim')
    await kim.account.makeToken({ name: 'Kim’s program' })
    // Letters under way to the address before must not let its next owner in as Kim, nor Kim in as them.
    const link = (await portal.sessions.linkFor(before)) ?? ''
    const reset = (await portal.sessions.resetFor(before)) ?? ''
    await kim.account.changeEmail({ email: 'kim@elsewhere.example' })
    await visitor(portal).account.confirmEmail({ token: await tokenTo('kim@elsewhere.example') })
    const { followLink, resetPassword } = visitor(portal).account
    await expect(followLink({ token: link })).rejects.toMatchObject(spent)
    await expect(resetPassword({ token: reset, password: 'another quiet loggia' })).rejects.toMatchObject(spent)

    const ruth = await portal.freshly('ruth')
    await ruth.invitations.invite({ id: portal.group('acme'), emails: [before] })
    const token = /\/join\/([\w-]{43})/.exec((await lettersOf(before)).join())?.[1] ?? ''
    const newcomer = visitor(portal)
    const come = await newcomer.invitations.redeem({ token, name: 'Somebody New', password: 'another quiet loggia' })
    expect(come.id).not.toBe(portal.person('kim'))
    expect((await newcomer.groups.list({})).items.map(({ id }) => id)).toEqual([portal.group('acme')])
    expect((await newcomer.tasks.list({})).items.filter(({ responsible }) => responsible?.id === come.id)).toEqual([])
    expect((await newcomer.account.tokens()).items).toEqual([])
    expect((await newcomer.account.sessions()).items).toHaveLength(1)
    expect(await kim.account.me()).toMatchObject({ id: portal.person('kim'), email: 'kim@elsewhere.example' })
    expect((await kim.account.tokens()).items).toHaveLength(1)
    expect((await kim.account.sessions()).items).toHaveLength(1)
    const theirs = eq(tokens.personId, come.id)
    expect(await portal.keep((tx) => tx.select().from(tokens).where(theirs))).toEqual([])
  })
})
