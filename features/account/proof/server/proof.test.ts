import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { credentials, sessions as sessionRows, tries } from '#access/sign-in-tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { samplePassword } from '#tests/template.ts'
import { atBrowser, visitor } from '#tests/visitor.ts'
import type { PersonKey } from '#app/sample/cast.ts'

describe('showing anew that it is oneself', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const browserOf = async (key: PersonKey) => (await atBrowser(portal, key)).account
  const later = (minutes: number) =>
    portal.keep((tx) =>
      tx.update(sessionRows).set({ provedAt: sql`${sessionRows.provedAt} - interval '1 minute' * ${minutes}` }),
    )
  const askedAnew = { code: 'PROVE_IT_IS_YOU', status: 403 }

  it('signing in is such a proof, for ten minutes; then a dangerous act asks for another, and goes on with it', async () => {
    const gita = await browserOf('gita')
    await gita.makeToken({ name: 'at once' })
    await later(9)
    await gita.makeToken({ name: 'nine minutes later' })
    await later(2)
    await expect(gita.makeToken({ name: 'too late' })).rejects.toMatchObject(askedAnew)
    expect(await gita.proofWays()).toEqual({ ways: ['password'] })
    await expect(gita.prove({ password: 'not the password' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(gita.prove({})).rejects.toMatchObject({ code: 'INVALID' })
    await expect(gita.prove({ code: '0000-0000' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(gita.makeToken({ name: 'too late' })).rejects.toMatchObject(askedAnew)
    await gita.prove({ password: samplePassword })
    await gita.makeToken({ name: 'shown anew' })
    expect((await gita.tokens()).items.map(({ name }) => name)).toEqual(['shown anew', 'nine minutes later', 'at once'])
  })

  it('a proof counts in the browser in which it was given, and in no other', async () => {
    const [one, other] = [await browserOf('sean'), await browserOf('sean')]
    await later(11)
    await one.prove({ password: samplePassword })
    await one.makeToken({ name: 'here' })
    await expect(other.makeToken({ name: 'there' })).rejects.toMatchObject(askedAnew)
  })

  it('an access token shows nothing and gets nothing that asks for it', async () => {
    const { token } = await (await browserOf('dmitri')).makeToken({ name: 'program' })
    const program = visitor(portal, { authorization: `Bearer ${token}` }).account
    const byToken = { code: 'SIGNED_IN_BY_TOKEN', status: 403 }
    await expect(program.makeToken({ name: 'another' })).rejects.toMatchObject(byToken)
    await expect(program.prove({ password: samplePassword })).rejects.toMatchObject(byToken)
    await expect(program.proofWays()).rejects.toMatchObject(byToken)
    await expect(program.sendProofCode()).rejects.toMatchObject(byToken)
  })

  it('whoever has no password gets a code by letter; it works once, and where it was asked for', async () => {
    const email = 'kim@acme.example'
    const [kim, elsewhere] = [await browserOf('kim'), await browserOf('kim')]
    await portal.keep((tx) => tx.delete(credentials).where(eq(credentials.userId, portal.person('kim'))))
    await later(11)
    expect(await kim.proofWays()).toEqual({ ways: ['letter'] })
    await expect(kim.prove({ password: samplePassword })).rejects.toMatchObject({ code: 'INVALID' })
    await kim.sendProofCode()
    await portal.settled()
    const [letter] = await lettersTo(portal.folder, email)
    const code = /asked for: ([0-9a-z]{4}-[0-9a-z]{4})/.exec(letter ?? '')?.[1] ?? ''
    await expect(elsewhere.prove({ code })).rejects.toMatchObject({ code: 'INVALID' })
    await kim.prove({ code: code.toUpperCase().replace('-', ' ') })
    await kim.makeToken({ name: 'by letter' })
    await expect(kim.prove({ code })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('a wrong password can be tried twenty times in a quarter of an hour, in all browsers together', async () => {
    const [one, other] = [await browserOf('boris'), await browserOf('boris')]
    const wrong = (browser: typeof one) =>
      browser.prove({ password: 'a guess' }).catch((error: { code: string }) => error.code)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => wrong(n % 2 ? one : other)))
    expect([...new Set(answers)]).toEqual(['INVALID'])
    const spent = { code: 'TOO_MANY_TRIES', status: 429 }
    await expect(one.prove({ password: samplePassword })).rejects.toMatchObject(spent)
    await expect(
      other.changePassword({ current: samplePassword, password: 'another quiet loggia' }),
    ).rejects.toMatchObject(spent)
    await portal.keep((tx) => tx.update(tries).set({ since: sql`now() - interval '16 minutes'` }))
    await one.prove({ password: samplePassword })
  })
})
