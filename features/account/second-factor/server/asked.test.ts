import { sql } from 'drizzle-orm'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions } from '#access/sign-in-tables.ts'
import { appCode } from '#tests/app-code.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { fill, missing } from '#tests/rules/inputs.ts'
import { ask, everyProcedure, signIn } from '#tests/rules/procedures.ts'
import { softPasskey } from '#tests/soft-passkey.ts'
import { samplePassword } from '#tests/template.ts'
import { atBrowser, visitor } from '#tests/visitor.ts'

/** What answers those who have still to show a second factor: their own account as far as it takes, and what answers nobody in particular. */
const stillAnswer =
  `account.signIn account.signOut account.sendLink account.followLink account.sendReset account.resetPassword
  account.me account.change account.proofWays account.prove account.sendProofCode account.secondFactor account.startSecondFactor
  account.confirmSecondFactor account.secondFactorWays account.showSecondFactor account.passkeyOptions account.signInByPasskey
  account.passkeys account.newPasskeyOptions account.addPasskey account.confirmEmail account.waysIn account.sendCode account.signInByCode portal.face portal.icon portal.manifest portal.setUp notices.muteLink notices.muteByLink
  invitations.look invitations.lookAtLink invitations.askByLink`
    .split(/\s+/)
    .toSorted()

describe('a portal that asks for a second factor', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const needed = { code: 'SECOND_FACTOR_NEEDED', status: 403 }
  const knockAtLive = (cookie: string) =>
    new Promise((answered) => {
      const socket = new WebSocket(`${portal.url.replace('http', 'ws')}/live`, {
        headers: { cookie, origin: portal.url },
      })
      socket.on('unexpected-response', (_request, { statusCode }) => answered(statusCode))
      socket.on('open', () => answered('let in'))
      socket.on('error', () => undefined)
    })
  const setUp = async (browser: ReturnType<typeof visitor>) => {
    const { secret } = await browser.account.startSecondFactor()
    await browser.account.confirmSecondFactor({ code: appCode(secret) })
    return secret
  }

  it('only administrators say so, with a fresh proof, and of employees only with a second factor of their own', async () => {
    const anna = await atBrowser(portal, 'anna')
    expect(await anna.account.signInRules()).toEqual({ employees: false, externals: false })
    await expect(anna.account.changeSignInRules({ employees: true })).rejects.toMatchObject({
      code: 'SET_YOURS_UP_FIRST',
    })
    await expect((await portal.as('anna')).account.changeSignInRules({ externals: true })).rejects.toMatchObject({
      code: 'SIGNED_IN_BY_TOKEN',
    })
    for (const key of ['gita', 'kim'] as const) {
      const browser = await atBrowser(portal, key)
      await expect(browser.account.changeSignInRules({ externals: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(browser.account.signInRules()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await anna.account.changeSignInRules({ externals: true })).toEqual({ employees: false, externals: true })
  })

  it('answers externals without one nothing but their own account, whatever they ask', async () => {
    const kim = await signIn(portal, 'kim')
    const answering: string[] = []
    for (const procedure of everyProcedure) {
      const idFor = () => missing
      const input = fill(procedure.shape, procedure.route, { full: false, pick: 0, text: 'Something', idFor })
      const { text } = await ask(kim, procedure, input)
      if (!text.includes('SECOND_FACTOR_NEEDED')) answering.push(procedure.name)
    }
    expect(answering.toSorted()).toEqual(stillAnswer)
    const gita = await atBrowser(portal, 'gita')
    expect((await gita.account.me()).lacksSecondFactor).toBe(false)
    await gita.groups.list({})
  })

  it('their programs are held back until they have one, and so are their sockets, at once', async () => {
    await (await portal.freshly('anna')).account.changeSignInRules({ externals: false })
    const omar = await atBrowser(portal, 'omar')
    const { token } = await omar.account.makeToken({ name: 'report' })
    const program = visitor(portal, { authorization: `Bearer ${token}` })
    const { cookie } = await signIn(portal, 'omar')
    const ear = await listenAs(portal, cookie)
    await program.groups.list({})
    await (await portal.freshly('anna')).account.changeSignInRules({ externals: true })
    await expect.poll(() => ear.closed(), { timeout: 2000 }).toBe(4403)
    expect(await knockAtLive(cookie)).toBe(401)
    await expect(program.groups.list({})).rejects.toMatchObject(needed)
    await expect(omar.groups.list({})).rejects.toMatchObject(needed)
    expect(await omar.account.me()).toMatchObject({ lacksSecondFactor: true, name: expect.any(String) as string })
    await omar.account.change({ position: 'Second fitter' })
    await setUp(omar)
    expect((await omar.account.me()).lacksSecondFactor).toBe(false)
    expect((await omar.groups.list({})).items.length).toBeGreaterThan(0)
    await program.groups.list({})
    await expect(omar.account.endSecondFactor()).rejects.toMatchObject({ code: 'SECOND_FACTOR_STAYS' })
  })

  it('with one, a newcomer who joins by a letter is held back too', async () => {
    const lena = await atBrowser(portal, 'lena')
    await expect(lena.invitations.redeem({ token: 'x'.repeat(43) })).rejects.toMatchObject(needed)
  })

  it('a password alone adds no second one to a passkey: whoever stole it stays outside until the passkey answers', async () => {
    const key = await softPasskey(portal, 'ingrid')
    const thief = await atBrowser(portal, 'ingrid')
    const proofAsked = { code: 'PROVE_IT_IS_YOU', status: 403 }
    const anyAnswer = { id: 'x', rawId: 'x', type: 'public-key' as const, clientExtensionResults: {} }
    const made = { ...anyAnswer, response: { clientDataJSON: 'x', attestationObject: 'x' } }
    const stillOutside = async () => {
      await expect(thief.account.startSecondFactor()).rejects.toMatchObject(proofAsked)
      await expect(thief.account.confirmSecondFactor({ code: '000000' })).rejects.toMatchObject(proofAsked)
      await expect(thief.account.newPasskeyOptions()).rejects.toMatchObject(proofAsked)
      await expect(thief.account.addPasskey({ name: 'Theirs', passkey: made })).rejects.toMatchObject(proofAsked)
      await expect(thief.groups.list({})).rejects.toMatchObject(needed)
    }
    await stillOutside()
    expect(await thief.account.proofWays()).toEqual({ ways: ['passkey'] })
    await expect(thief.account.prove({ password: samplePassword })).rejects.toMatchObject({ code: 'PASSKEY_NEEDED' })
    await expect(thief.account.prove({ code: '0000-0000' })).rejects.toMatchObject({ code: 'PASSKEY_NEEDED' })
    await stillOutside()
    const { challenge } = await thief.account.passkeyOptions()
    await thief.account.prove({ passkey: key.answer(challenge) })
    await setUp(thief)
    await thief.groups.list({})
  })

  it('of two second factors one goes, the last one stays', async () => {
    await softPasskey(portal, 'lena')
    const lena = await atBrowser(portal, 'lena')
    await portal.keep((tx) => tx.update(sessions).set({ secondFactorAt: sql`now()` }))
    const [passkey] = (await lena.account.passkeys()).items
    const removed = () => lena.account.removePasskey({ id: passkey?.id ?? '' })
    await expect(removed()).rejects.toMatchObject({ code: 'SECOND_FACTOR_STAYS' })
    await setUp(lena)
    expect(await lena.account.secondFactor()).toMatchObject({ stays: false })
    await lena.account.endSecondFactor()
    await setUp(lena)
    const both = await Promise.allSettled([removed(), lena.account.endSecondFactor()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('of employees it asks the same, once an administrator has one', async () => {
    const anna = await atBrowser(portal, 'anna')
    const gita = await atBrowser(portal, 'gita')
    await setUp(anna)
    await anna.account.changeSignInRules({ employees: true })
    await expect(gita.people.list({})).rejects.toMatchObject(needed)
    await anna.people.list({})
    // Held back with a passkey, they are told that it is what is missing.
    await softPasskey(portal, 'gita')
    await expect(gita.account.startSecondFactor()).rejects.toMatchObject({ code: 'PROVE_IT_IS_YOU' })
    await anna.account.changeSignInRules({ employees: false, externals: false })
    await gita.people.list({})
  })
})
