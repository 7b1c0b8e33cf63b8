import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recoveryCodes, secondFactors, sessions as sessionRows, tries } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { appCode } from '#tests/app-code.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { softPasskey } from '#tests/soft-passkey.ts'
import { samplePassword } from '#tests/template.ts'
import { addressOf, atBrowser, visitor } from '#tests/visitor.ts'

async function allLetters(portal: TestPortal): Promise<number> {
  await portal.settled()
  return (await readdir(join(portal.folder, 'outbox')).catch(() => [])).length
}

describe('a second factor', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const asked = { code: 'SECOND_FACTOR_ASKED', status: 401 }
  const nobody = { code: 'UNAUTHORIZED', status: 401 }
  const wrong = { code: 'INVALID', status: 400 }
  /** Turns it on; the code of the half minute to come, which counts as well, is left for signing in. */
  const turnOn = async (key: PersonKey) => {
    const browser = await atBrowser(portal, key)
    const { secret } = await browser.account.startSecondFactor()
    const { codes } = await browser.account.confirmSecondFactor({ code: appCode(secret) })
    return { browser, secret, codes, nextCode: () => appCode(secret, Date.now() + 30_000) }
  }
  const byPassword = async (key: PersonKey) => {
    const browser = visitor(portal)
    const signedIn = browser.account.signIn({ email: await addressOf(portal, key), password: samplePassword })
    await expect(signedIn).rejects.toMatchObject(asked)
    return browser
  }
  const forgetCode = (key: PersonKey) =>
    portal.keep((tx) =>
      tx
        .update(secondFactors)
        .set({ lastStep: 0 })
        .where(eq(secondFactors.personId, portal.person(key))),
    )

  it('codes as the standard has them', () => {
    // RFC 6238, appendix B, the last six of eight digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect([59, 1_111_111_109, 20_000_000_000].map((at) => appCode(secret, at * 1000))).toEqual([
      '287082',
      '081804',
      '353130',
    ])
  })

  it('is in force only when a first code was right; then other browsers are signed out', async () => {
    const [gita, elsewhere] = [await atBrowser(portal, 'gita'), await atBrowser(portal, 'gita')]
    const { secret, url } = await gita.account.startSecondFactor()
    expect(url).toContain(`secret=${secret}`)
    expect(url).toMatch(/^otpauth:\/\/totp\/Orlanta:gita%40orlanta.example\?/)
    await expect(gita.account.confirmSecondFactor({ code: '000000' })).rejects.toMatchObject(wrong)
    expect(await gita.account.secondFactor()).toEqual({ since: null, codesLeft: 0, stays: false })
    await atBrowser(portal, 'gita')
    const { codes } = await gita.account.confirmSecondFactor({ code: appCode(secret) })
    expect(new Set(codes).size).toBe(10)
    expect(await gita.account.secondFactor()).toMatchObject({ since: expect.any(Date) as Date, codesLeft: 10 })
    await expect(elsewhere.account.me()).rejects.toMatchObject(nobody)
    await expect(gita.account.startSecondFactor()).rejects.toMatchObject({ code: 'SECOND_FACTOR_IS_ON' })
  })

  it('neither the secret nor a recovery code stands in the database', async () => {
    const { secret, codes } = await turnOn('sean')
    const rows = await portal.keep(async (tx) => [
      ...(await tx.select().from(secondFactors)),
      ...(await tx.select().from(recoveryCodes)),
    ])
    const kept = JSON.stringify(rows).toLowerCase()
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(text.toLowerCase())
  })

  it('between password and code nobody is signed in: no procedure, no socket, no other way', async () => {
    const { nextCode } = await turnOn('kim')
    const half = await byPassword('kim')
    await expect(half.account.me()).rejects.toMatchObject(nobody)
    await expect(half.groups.list({})).rejects.toMatchObject(nobody)
    await expect(half.account.prove({ code: nextCode() })).rejects.toMatchObject(nobody)
    await expect(half.account.endSecondFactor()).rejects.toMatchObject(nobody)
    await expect(
      half.account.changePassword({ current: samplePassword, password: 'another quiet loggia' }),
    ).rejects.toMatchObject(nobody)
    expect(await half.account.secondFactorWays()).toEqual({ passkey: false })
    await expect(half.account.showSecondFactor({ code: '000000' })).rejects.toMatchObject(wrong)
    await expect(half.account.showSecondFactor({})).rejects.toMatchObject(wrong)
    expect(await half.account.showSecondFactor({ code: nextCode() })).toMatchObject({ name: 'Kim Lee' })
    expect(await half.account.me()).toMatchObject({ name: 'Kim Lee', lacksSecondFactor: false })
  })

  it('a code works once, for whoever comes first', async () => {
    const { nextCode } = await turnOn('omar')
    const browsers = [await byPassword('omar'), await byPassword('omar')]
    const code = nextCode()
    const came = await Promise.allSettled(browsers.map((one) => one.account.showSecondFactor({ code })))
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect((await byPassword('omar')).account.showSecondFactor({ code })).rejects.toMatchObject(wrong)
  })

  it('a recovery code works once, however it is typed, and new ones put the old out of force', async () => {
    const { codes, browser } = await turnOn('ingrid')
    const [first = '', second = '', third = ''] = codes
    await (await byPassword('ingrid')).account.showSecondFactor({ code: first.toUpperCase().replaceAll('-', ' ') })
    await expect((await byPassword('ingrid')).account.showSecondFactor({ code: first })).rejects.toMatchObject(wrong)
    expect(await browser.account.secondFactor()).toMatchObject({ codesLeft: 9 })
    const renewed = await browser.account.newRecoveryCodes()
    await expect((await byPassword('ingrid')).account.showSecondFactor({ code: second })).rejects.toMatchObject(wrong)
    await expect(
      (await byPassword('lena').catch(() => visitor(portal))).account.showSecondFactor({ code: third }),
    ).rejects.toMatchObject(nobody)
    await (await byPassword('ingrid')).account.showSecondFactor({ code: renewed.codes[0] ?? '' })
  })

  it('neither a sign-in link nor a new password by letter goes round it', async () => {
    const { nextCode } = await turnOn('liam')
    const email = await addressOf(portal, 'liam')
    const byLink = visitor(portal)
    const token = (await portal.sessions.linkFor(email)) ?? ''
    await expect(byLink.account.followLink({ token })).rejects.toMatchObject(asked)
    await expect(byLink.account.me()).rejects.toMatchObject(nobody)
    const reset = (await portal.sessions.resetFor(email)) ?? ''
    const later = visitor(portal)
    await later.account.resetPassword({ token: reset, password: 'another quiet loggia' })
    await expect(later.account.me()).rejects.toMatchObject(nobody)
    await expect(later.account.signIn({ email, password: 'another quiet loggia' })).rejects.toMatchObject(asked)
    await later.account.showSecondFactor({ code: nextCode() })
    expect(await later.account.me()).toMatchObject({ id: portal.person('liam') })
  })

  it('tries are limited in each browser and for each account, and count anew when one was right', async () => {
    const { nextCode } = await turnOn('boris')
    const spent = { code: 'TOO_MANY_TRIES', status: 429 }
    const guess = (browser: Client) => browser.account.showSecondFactor({ code: '000000' })
    const one = await byPassword('boris')
    for (let n = 0; n < 5; n++) await expect(guess(one)).rejects.toMatchObject(wrong)
    await expect(guess(one)).rejects.toMatchObject(spent)
    const other = await byPassword('boris')
    for (let n = 0; n < 4; n++) await expect(guess(other)).rejects.toMatchObject(wrong)
    const third = await byPassword('boris')
    await expect(third.account.showSecondFactor({ code: nextCode() })).rejects.toMatchObject(spent)
    await portal.keep((tx) => tx.update(tries).set({ since: sql`now() - interval '61 minutes'` }))
    await third.account.showSecondFactor({ code: nextCode() })
  })

  it('what waits for a code waits ten minutes', async () => {
    const { nextCode } = await turnOn('dmitri')
    const half = await byPassword('dmitri')
    const own = eq(sessionRows.userId, portal.person('dmitri'))
    const rows = await portal.keep((tx) => tx.select().from(sessionRows).where(own))
    const lasts = rows.filter((row) => row.secondFactorAt === null).map((row) => row.expiresAt.getTime() - Date.now())
    expect(lasts).toHaveLength(1)
    expect(lasts[0]).toBeLessThanOrEqual(600_000)
    await portal.keep((tx) => tx.update(sessionRows).set({ expiresAt: new Date() }).where(own))
    await expect(half.account.showSecondFactor({ code: nextCode() })).rejects.toMatchObject(nobody)
  })

  it('is itself the proof that dangerous acts ask for, and turning it off is one', async () => {
    const { browser, nextCode } = await turnOn('zofia')
    await portal.keep((tx) => tx.update(sessionRows).set({ provedAt: sql`now() - interval '11 minutes'` }))
    for (const act of [() => browser.account.endSecondFactor(), () => browser.account.newRecoveryCodes()])
      await expect(act()).rejects.toMatchObject({ code: 'PROVE_IT_IS_YOU' })
    expect(await browser.account.proofWays()).toEqual({ ways: ['code'] })
    await expect(browser.account.prove({ password: samplePassword })).rejects.toMatchObject(wrong)
    await browser.account.prove({ code: nextCode() })
    await browser.account.endSecondFactor()
    expect(await browser.account.secondFactor()).toEqual({ since: null, codesLeft: 0, stays: false })
    await atBrowser(portal, 'zofia')
  })

  it('access tokens work on, and set nothing of it up or off', async () => {
    const browser = await atBrowser(portal, 'arman')
    const { token } = await browser.account.makeToken({ name: 'report' })
    const { secret } = await browser.account.startSecondFactor()
    await browser.account.confirmSecondFactor({ code: appCode(secret) })
    const program = visitor(portal, { authorization: `Bearer ${token}` }).account
    expect(await program.me()).toMatchObject({ id: portal.person('arman') })
    const byToken = { code: 'SIGNED_IN_BY_TOKEN' }
    await expect(program.endSecondFactor()).rejects.toMatchObject(byToken)
    await expect(program.newRecoveryCodes()).rejects.toMatchObject(byToken)
    await expect(program.startSecondFactor()).rejects.toMatchObject(byToken)
    await forgetCode('arman')
    await expect(program.prove({ code: appCode(secret) })).rejects.toMatchObject(byToken)
  })

  it('each change of the ways in is told by letter to whose they are, in their language, and to nobody else', async () => {
    const lettersBefore = await allLetters(portal)
    const { browser } = await turnOn('piotr')
    await browser.account.newRecoveryCodes()
    await softPasskey(portal, 'piotr')
    const { items } = await browser.account.passkeys()
    await browser.account.removePasskey({ id: items[0]?.id ?? '' })
    await browser.account.endSecondFactor()
    // Ending what was never in force is no change.
    await browser.account.endSecondFactor()
    await portal.settled()
    const letters = await lettersTo(portal.folder, await addressOf(portal, 'piotr'))
    // That one was added is told where it is (tests/journeys/security.test.ts): only a browser makes one.
    const told = ['włączono drugi składnik', 'nowe kody zapasowe', 'usunięto klucz', 'wyłączono drugi']
    for (const what of told)
      expect(
        letters.filter((letter) => letter.includes(what)),
        what,
      ).toHaveLength(1)
    expect((await allLetters(portal)) - lettersBefore).toBe(told.length)
  })

  it('dismissal ends what waits for it', async () => {
    const { nextCode } = await turnOn('timur')
    const half = await byPassword('timur')
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('timur') })
    await expect(half.account.showSecondFactor({ code: nextCode() })).rejects.toMatchObject(nobody)
    const own = eq(sessionRows.userId, portal.person('timur'))
    expect(await portal.keep((tx) => tx.select().from(sessionRows).where(own))).toEqual([])
  })
})
