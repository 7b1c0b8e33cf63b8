import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions as sessionRows } from '#access/sign-in-tables.ts'
import { appCode } from '#tests/app-code.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { softPasskey } from '#tests/soft-passkey.ts'
import { samplePassword } from '#tests/template.ts'
import { addressOf, atBrowser, visitor } from '#tests/visitor.ts'

describe('a passkey', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const unknown = { code: 'PASSKEY_UNKNOWN', status: 401 }
  const challengeOf = async (browser: Client) => (await browser.account.passkeyOptions()).challenge
  const turnOnCodes = async (browser: Client) => {
    const { secret } = await browser.account.startSecondFactor()
    await browser.account.confirmSecondFactor({ code: appCode(secret) })
  }

  it('lets in alone, past the second factor too, when it knows its owner', async () => {
    await turnOnCodes(await atBrowser(portal, 'gita'))
    const key = await softPasskey(portal, 'gita')
    const browser = visitor(portal)
    expect(await browser.account.passkeyOptions()).toMatchObject({ allowCredentials: [], userVerification: 'required' })
    const only = key.answer(await challengeOf(browser), { verified: false })
    await expect(browser.account.signInByPasskey({ passkey: only })).rejects.toMatchObject(unknown)
    const passkey = key.answer(await challengeOf(browser))
    expect(await browser.account.signInByPasskey({ passkey })).toMatchObject({ id: portal.person('gita') })
    expect((await browser.account.passkeys()).items).toMatchObject([{ lastUsedAt: expect.any(Date) as Date }])
  })

  it('answers one question once, here, and where it was asked', async () => {
    const key = await softPasskey(portal, 'sean')
    const browser = visitor(portal)
    const challenge = await challengeOf(browser)
    const wrong = [
      key.answer(challenge, { origin: 'https://evil.example' }),
      key.answer('bm90IGFza2Vk'),
      { ...key.answer(challenge), id: 'bm9ib2R5J3M' },
    ]
    for (const passkey of wrong)
      await expect(visitor(portal).account.signInByPasskey({ passkey })).rejects.toMatchObject(unknown)
    const passkey = key.answer(await challengeOf(browser), { counter: 40 })
    await browser.account.signInByPasskey({ passkey })
    await expect(visitor(portal).account.signInByPasskey({ passkey })).rejects.toMatchObject(unknown)
    // A copy of the key, made before: its count is behind.
    const copy = key.answer(await challengeOf(visitor(portal)), { counter: 39 })
    await expect(visitor(portal).account.signInByPasskey({ passkey: copy })).rejects.toMatchObject(unknown)
    // What was asked in a session is answered in it.
    const inside = key.answer(await challengeOf(browser), { counter: 41 })
    await expect(visitor(portal).account.signInByPasskey({ passkey: inside })).rejects.toMatchObject(unknown)
  })

  it('is the second factor after a password, but not that of somebody else', async () => {
    await turnOnCodes(await atBrowser(portal, 'kim'))
    const [own, others] = [await softPasskey(portal, 'kim'), await softPasskey(portal, 'omar')]
    const half = visitor(portal)
    const signedIn = half.account.signIn({ email: await addressOf(portal, 'kim'), password: samplePassword })
    await expect(signedIn).rejects.toMatchObject({ code: 'SECOND_FACTOR_ASKED' })
    expect(await half.account.secondFactorWays()).toEqual({ passkey: true })
    const foreign = others.answer(await challengeOf(half))
    await expect(half.account.showSecondFactor({ passkey: foreign })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await half.account.passkeyOptions()).toMatchObject({ allowCredentials: [{ id: own.credentialId }] })
    const passkey = own.answer(await challengeOf(half), { verified: false })
    await half.account.showSecondFactor({ passkey })
    expect(await half.account.me()).toMatchObject({ id: portal.person('kim') })
  })

  it('shows anew that it is oneself, and is a second factor where the portal asks for one', async () => {
    const lena = await atBrowser(portal, 'lena')
    const [own, others] = [await softPasskey(portal, 'lena'), await softPasskey(portal, 'timur')]
    await (await portal.freshly('anna')).account.changeSignInRules({ externals: true })
    await expect(lena.groups.list({})).rejects.toMatchObject({ code: 'SECOND_FACTOR_NEEDED' })
    await portal.keep((tx) => tx.update(sessionRows).set({ provedAt: sql`now() - interval '1 hour'` }))
    await expect(lena.account.prove({ passkey: others.answer(await challengeOf(lena)) })).rejects.toMatchObject({
      code: 'PASSKEY_DOES_NOT_HOLD',
    })
    expect(await lena.account.proofWays()).toEqual({ ways: ['passkey'] })
    await lena.account.prove({ passkey: own.answer(await challengeOf(lena)) })
    await lena.groups.list({})
    await lena.account.makeToken({ name: 'with a passkey' })
    await (await portal.freshly('anna')).account.changeSignInRules({ externals: false })
  })

  it('that was removed, or whose owner was dismissed, is as one that never was; an open question ends with them', async () => {
    const [one, two] = [await softPasskey(portal, 'piotr'), await softPasskey(portal, 'marta')]
    const piotr = await atBrowser(portal, 'piotr')
    const [item] = (await piotr.account.passkeys()).items
    expect(await piotr.account.renamePasskey({ id: item?.id ?? '', name: 'At home' })).toMatchObject({
      name: 'At home',
    })
    await piotr.account.removePasskey({ id: item?.id ?? '' })
    expect((await piotr.account.passkeys()).items).toEqual([])
    const marta = await atBrowser(portal, 'marta')
    const asked = await challengeOf(marta)
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('marta') })
    const browser = visitor(portal)
    for (const passkey of [
      one.answer(await challengeOf(browser)),
      two.answer(await challengeOf(browser)),
      two.answer(asked),
    ])
      await expect(browser.account.signInByPasskey({ passkey })).rejects.toMatchObject(unknown)
    const theirs = eq(sessionRows.userId, portal.person('marta'))
    expect(await portal.keep((tx) => tx.select().from(sessionRows).where(theirs))).toEqual([])
  })
})
