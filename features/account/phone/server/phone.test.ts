import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { phoneCodes, phoneNumbers, standInFor } from '#access/phones.ts'
import { addressHeader } from '#access/sessions.ts'
import { sessions, signIns, tries } from '#access/sign-in-tables.ts'
import { reaches } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { appCode } from '#tests/app-code.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo, messagesTo } from '#tests/rules/letters.ts'
import { samplePassword } from '#tests/template.ts'
import { atBrowser, visitor } from '#tests/visitor.ts'
import { endSessions } from '../../server/door.ts'

describe('INV-2: signing in by phone', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
    // As where nobody has a number yet.
    await portal.keep((tx) => tx.delete(phoneNumbers))
  })
  afterAll(() => portal.close())

  const wrong = { code: 'WRONG_CODE', status: 401 }
  const lastCode = async (number: string) => {
    await portal.settled()
    return /\b\d{6}\b/.exec((await messagesTo(portal.folder, number)).at(-1) ?? '')?.[0] ?? ''
  }
  beforeEach(() => calm())
  const calm = () => portal.keep((tx) => tx.delete(tries))
  const other = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
  const give = async (key: PersonKey, number: string) => {
    const browser = await atBrowser(portal, key)
    await browser.account.changePhone({ number })
    await browser.account.confirmPhone({ code: await lastCode(number) })
    await calm()
    return browser
  }

  it('a number is proven by a code that comes to it, and then lets in, once for each code', async () => {
    expect(await visitor(portal).account.waysIn()).toEqual({ phone: false })
    const kim = await atBrowser(portal, 'kim')
    await kim.account.changePhone({ number: '+48 601-000-001' })
    expect(await kim.account.phone()).toEqual({ number: null, next: '+48601000001', hasPassword: true })
    const first = await lastCode('+48601000001')
    await expect(kim.account.confirmPhone({ code: other(first, 1) })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await kim.account.confirmPhone({ code: ` ${first.slice(0, 3)} ${first.slice(3)}` })).toEqual({
      number: '+48601000001',
    })
    await expect(kim.account.confirmPhone({ code: first })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await visitor(portal).account.waysIn()).toEqual({ phone: true })

    const browser = visitor(portal)
    await browser.account.sendCode({ number: '601 000 001', language: 'pl' })
    const code = await lastCode('+48601000001')
    const [row] = await portal.keep((tx) => tx.select().from(phoneCodes))
    expect(JSON.stringify(row)).not.toContain(code)
    const signIn = { number: '+48601000001', code }
    // Many at once are one: of two who bring the same right code one is let in.
    const both = await Promise.allSettled([1, 2].map(() => visitor(portal).account.signInByCode(signIn)))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(browser.account.signInByCode(signIn)).rejects.toMatchObject(wrong)
    await expect(browser.account.me()).rejects.toMatchObject({ status: 401 })
  })

  it('the number and a password let in as well, in any spelling', async () => {
    const me = await visitor(portal).account.signIn({ email: '+48 601 000 001', password: samplePassword })
    expect(me.id).toBe(portal.person('kim'))
    const no = { code: 'WRONG_CREDENTIALS' }
    for (const email of ['+48601000999', standInFor(portal.person('kim')), '601000001'])
      await expect(visitor(portal).account.signIn({ email, password: samplePassword })).rejects.toMatchObject(no)
  })

  it('five wrong guesses end a code, also the right one after them; so do five minutes, and a new code', async () => {
    const ask = async () => {
      await visitor(portal).account.sendCode({ number: '+48601000001' })
      return lastCode('+48601000001')
    }
    const come = (code: string) => visitor(portal).account.signInByCode({ number: '+48601000001', code })
    const guessed = await ask()
    for (const by of [1, 2, 3, 4, 5]) await expect(come(other(guessed, by))).rejects.toMatchObject(wrong)
    await expect(come(guessed)).rejects.toMatchObject(wrong)
    const old = await ask()
    await portal.keep((tx) => tx.update(phoneCodes).set({ expiresAt: sql`now() - interval '1 second'` }))
    await expect(come(old)).rejects.toMatchObject(wrong)
    const [replaced, fresh] = [old, await ask()]
    if (replaced !== fresh) await expect(come(replaced)).rejects.toMatchObject(wrong)
    expect((await come(fresh)).id).toBe(portal.person('kim'))
  })

  it('says the same of a number that nobody has, in answers, limits and guesses', async () => {
    const story = async (number: string, from: string) => {
      const seen: unknown[] = []
      const note = (work: Promise<unknown>) =>
        work
          .then((answer) => seen.push(answer))
          .catch((error: Error & { code?: string; status?: number }) => {
            seen.push([error.code, error.status, error.message])
          })
      const browser = visitor(portal, { [addressHeader]: from })
      for (let n = 0; n < 4; n++) await note(browser.account.sendCode({ number }))
      for (let n = 0; n < 17; n++) await note(browser.account.signInByCode({ number, code: 'no code' }))
      return seen
    }
    const known = await story('+48601000001', '10.0.0.1')
    expect(known).toEqual(await story('+48601000777', '10.0.0.2'))
    expect(known.slice(0, 4)).toEqual([{}, {}, {}, ['TOO_MANY_TRIES', 429, expect.any(String)]])
    expect(known.at(-1)).toEqual(['TOO_MANY_TRIES', 429, expect.any(String)])
    await portal.settled()
    expect(await messagesTo(portal.folder, '+48601000777')).toEqual([])
  })

  it('a number that somebody types into their profile proves nothing', async () => {
    const omar = await portal.as('omar')
    await omar.account.change({ mobile: '+48 601 000 002', phone: '+48 601 000 001' })
    await visitor(portal).account.sendCode({ number: '+48601000002' })
    await visitor(portal).account.sendCode({ number: '+48601000001' })
    const code = await lastCode('+48601000001')
    expect(await messagesTo(portal.folder, '+48601000002')).toEqual([])
    expect((await visitor(portal).account.signInByCode({ number: '+48601000001', code })).id).toBe(portal.person('kim'))
  })

  it('the code for a new number is good for its person and its number alone; one that somebody has gets none', async () => {
    const lena = await atBrowser(portal, 'lena')
    const timur = await atBrowser(portal, 'timur')
    const taken = await lena.account.changePhone({ number: '+48601000001' })
    const ofTaken = await lena.account.phone()
    await portal.settled()
    const before = (await messagesTo(portal.folder, '+48601000001')).length
    expect(await lena.account.changePhone({ number: '+48601000003' })).toEqual(taken)
    expect({ ...(await lena.account.phone()), next: '' }).toEqual({ ...ofTaken, next: '' })
    const code = await lastCode('+48601000003')
    await timur.account.changePhone({ number: '+48601000004' })
    await expect(timur.account.confirmPhone({ code })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(visitor(portal).account.signInByCode({ number: '+48601000003', code })).rejects.toMatchObject(wrong)
    await lena.account.changePhone({ number: '+48601000005' })
    await expect(lena.account.confirmPhone({ code })).rejects.toMatchObject({ code: 'INVALID' })
    expect((await messagesTo(portal.folder, '+48601000001')).length).toBe(before)
  })

  it('of two who prove one number at once one has it', async () => {
    const [lena, timur] = [await atBrowser(portal, 'lena'), await atBrowser(portal, 'timur')]
    await lena.account.changePhone({ number: '+48601000006' })
    const ofLena = await lastCode('+48601000006')
    await timur.account.changePhone({ number: '+48601000006' })
    const ofTimur = await lastCode('+48601000006')
    const come = [lena.account.confirmPhone({ code: ofLena }), timur.account.confirmPhone({ code: ofTimur })]
    const both = await Promise.allSettled(come)
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'NUMBER_TAKEN' } })
  })

  it('changing and removing it ask for a fresh proof, tell the number before, and free it', async () => {
    const browser = await give('gita', '+48601000010')
    await portal.keep((tx) =>
      tx
        .update(sessions)
        .set({ provedAt: sql`now() - interval '1 hour'` })
        .where(eq(sessions.userId, portal.person('gita'))),
    )
    const anew = { code: 'PROVE_IT_IS_YOU' }
    await expect(browser.account.changePhone({ number: '+48601000011' })).rejects.toMatchObject(anew)
    await expect(browser.account.removePhone()).rejects.toMatchObject(anew)
    await browser.account.prove({ password: samplePassword })
    await browser.account.removePhone()
    await portal.settled()
    expect((await messagesTo(portal.folder, '+48601000010')).at(-1)).toContain('any more')
    await visitor(portal).account.sendCode({ number: '+48601000010' })
    await portal.settled()
    expect((await messagesTo(portal.folder, '+48601000010')).at(-1)).toContain('any more')
    await calm()
    expect((await (await give('ruth', '+48601000010')).account.phone()).number).toBe('+48601000010')
  })

  it('dismissal ends the codes under way, and makes no others', async () => {
    await give('sofia', '+48601000020')
    await visitor(portal).account.sendCode({ number: '+48601000020' })
    const code = await lastCode('+48601000020')
    await portal.keep(async (tx) => {
      await tx.execute(sql`update people set dismissed_at = now() where id = ${portal.person('sofia')}`)
      await endSessions(tx, portal.person('sofia'))
    })
    await expect(visitor(portal).account.signInByCode({ number: '+48601000020', code })).rejects.toMatchObject(wrong)
    await visitor(portal).account.sendCode({ number: '+48601000020' })
    await portal.settled()
    expect((await messagesTo(portal.folder, '+48601000020')).length).toBe(2)
  })

  it('a second factor is asked for after the code, too', async () => {
    const browser = await give('noel', '+48601000025')
    const { secret } = await browser.account.startSecondFactor()
    await browser.account.confirmSecondFactor({ code: appCode(secret) })
    const half = visitor(portal)
    await half.account.sendCode({ number: '+48601000025' })
    const code = await lastCode('+48601000025')
    await expect(half.account.signInByCode({ number: '+48601000025', code })).rejects.toMatchObject({
      code: 'SECOND_FACTOR_ASKED',
    })
    await expect(half.account.me()).rejects.toMatchObject({ status: 401 })
  })

  it('whoever has only a number has no address anywhere, shows by a code that it is them, and adds a password and an address', async () => {
    const id = portal.person('timur')
    await give('timur', '+48601000030')
    await portal.keep(async (tx) => {
      await tx
        .update(signIns)
        .set({ email: standInFor(id) })
        .where(eq(signIns.id, id))
      await tx.update(reaches).set({ email: '' }).where(eq(reaches.personId, id))
      await tx.execute(sql`delete from credentials where person_id = ${id}`)
    })
    const browser = visitor(portal)
    await browser.account.sendCode({ number: '+48601000030' })
    const me = await browser.account.signInByCode({ number: '+48601000030', code: await lastCode('+48601000030') })
    expect(me.email).toBe('')
    expect(await browser.account.email()).toMatchObject({ email: '' })
    expect(await browser.account.proofWays()).toEqual({ ways: ['message'] })
    await browser.account.sendProofCode()
    await portal.settled()
    const [, code = ''] = /(\w{4}-\w{4})/.exec((await messagesTo(portal.folder, '+48601000030')).at(-1) ?? '') ?? []
    await browser.account.prove({ code })
    await expect(browser.account.removePhone()).rejects.toMatchObject({ code: 'ONLY_WAY_IN' })
    await browser.account.choosePassword({ password: 'a first password' })
    await expect(browser.account.choosePassword({ password: 'another password' })).rejects.toMatchObject({
      code: 'PASSWORD_IS_SET',
    })
    await visitor(portal).account.signIn({ email: '+48601000030', password: 'a first password' })
    await browser.account.changeEmail({ email: 'timur@new.example' })
    await portal.settled()
    const letter = (await lettersTo(portal.folder, 'timur@new.example')).at(-1) ?? ''
    await visitor(portal).account.confirmEmail({ token: /\/sign-in\/email\/([\w-]{43})/.exec(letter)?.[1] ?? '' })
    expect((await browser.account.me()).email).toBe('timur@new.example')
    await browser.account.removePhone()
    await visitor(portal).account.signIn({ email: 'timur@new.example', password: 'a first password' })
    expect(await lettersTo(portal.folder, standInFor(id))).toEqual([])
  })

  it('who sees a proven number: its person, and of people from outside whoever works here and sees them', async () => {
    const seenBy = (key: PersonKey) => portal.under(key, (tx) => tx.select().from(phoneNumbers))
    const of = (rows: { personId: string }[]) => rows.map(({ personId }) => personId)
    const [kim, ruth] = [portal.person('kim'), portal.person('ruth')]
    expect(of(await seenBy('kim'))).toEqual([kim])
    expect(of(await seenBy('omar'))).toEqual([])
    expect(of(await seenBy('ruth'))).toContain(ruth)
    expect(of(await seenBy('anna'))).not.toContain(ruth)
    expect(of(await seenBy('anna'))).toContain(kim)
    await expect(
      portal.under('kim', (tx) => tx.insert(phoneNumbers).values({ personId: kim, number: '+48601000099' })),
    ).rejects.toThrow('Failed query')
  })
})
