import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passkeys, recoveryCodes, secondFactors } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { appCode } from '#tests/app-code.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { softPasskey } from '#tests/soft-passkey.ts'
import { addressOf, atBrowser, visitor } from '#tests/visitor.ts'

let portal: TestPortal
let anna: Client
beforeAll(async () => {
  portal = await openTestPortal()
  anna = await portal.freshly('anna')
})
afterAll(() => portal.close())

const id = (key: PersonKey) => portal.person(key)
const lettersOf = async (key: PersonKey) => {
  await portal.settled()
  return lettersTo(portal.folder, await addressOf(portal, key))
}
const hidden = { code: 'NOT_FOUND' }

describe('ROLE-1: a System administrator', () => {
  it('is made by another one, with a fresh proof; all of them are told, and it is written down', async () => {
    const gita = await atBrowser(portal, 'gita')
    await expect(gita.people.makeAdministrator({ id: id('gita') })).rejects.toMatchObject(hidden)
    const byToken = { code: 'SIGNED_IN_BY_TOKEN' }
    const program = (await portal.as('anna')).people
    for (const act of [
      program.makeAdministrator,
      program.endAdministrator,
      program.resetSecondFactor,
      program.freeAddress,
    ])
      await expect(act({ id: id('gita') })).rejects.toMatchObject(byToken)
    await anna.people.makeAdministrator({ id: id('gita') })
    await anna.people.makeAdministrator({ id: id('gita') })
    expect((await anna.people.get({ id: id('gita') })).rights).toEqual({ administrator: true, secondFactor: false })
    expect((await gita.account.me()).administrator).toBe(true)
    await gita.people.administration({})
    expect((await anna.people.moves({ id: id('gita') })).items).toMatchObject([
      { from: 'employee', to: 'administrator', by: { id: id('anna') } },
    ])
    for (const key of ['anna', 'gita'] as const) expect((await lettersOf(key)).join()).toContain('System administrator')
    expect(await lettersOf('liam')).toEqual([])
    expect(await (await portal.as('liam')).people.get({ id: id('gita') })).not.toHaveProperty('rights')
  })

  it('PPL-2: is nobody from outside, and nobody who is dismissed', async () => {
    await expect(anna.people.makeAdministrator({ id: id('kim') })).rejects.toMatchObject({
      code: 'EXTERNALS_NEVER_ADMINISTER',
    })
    await anna.people.dismiss({ id: id('zofia') })
    await expect(anna.people.makeAdministrator({ id: id('zofia') })).rejects.toMatchObject({
      code: 'DISMISSED_STAY_AS_THEY_ARE',
    })
  })

  it('is one no more at once, in open pages too; the last one stays', async () => {
    const caller = await signIn(portal, 'gita')
    const gita = await atBrowser(portal, 'gita')
    const ear = await listenAs(portal, caller.cookie)
    await anna.people.endAdministrator({ id: id('gita') })
    await ear.hears(({ kind }) => kind === 'access.changed')
    await expect(gita.people.administration({})).rejects.toMatchObject(hidden)
    expect(await portal.under('gita', (tx) => tx.execute(sql`select from moves`)).then(({ rows }) => rows)).toEqual([])
    await expect(anna.people.endAdministrator({ id: id('anna') })).rejects.toMatchObject({
      code: 'LAST_ADMINISTRATOR_STAYS',
    })
    expect((await lettersOf('gita')).at(-1)).toContain('has ended your rights')
  })

  it('of several who take each other’s rights at once, one at least is left, and nobody acts with rights that are gone', async () => {
    for (const key of ['marek', 'celine'] as const) await anna.people.makeAdministrator({ id: id(key) })
    const [marek, celine] = [await portal.freshly('marek'), await portal.freshly('celine')]
    const came = await Promise.allSettled([
      marek.people.endAdministrator({ id: id('celine') }),
      celine.people.endAdministrator({ id: id('marek') }),
    ])
    expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const key of ['marek', 'celine'] as const) await anna.people.makeAdministrator({ id: id(key) })
    const gone = await Promise.allSettled([
      marek.people.dismiss({ id: id('celine') }),
      celine.people.dismiss({ id: id('marek') }),
    ])
    expect(gone.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await anna.people.dismiss({ id: id('marek') })
    await anna.people.dismiss({ id: id('celine') })
  })
})

describe('a lost second factor', () => {
  it('is reset by an administrator: every way in that was open ends, the person is told, and only they come in', async () => {
    const boris = await atBrowser(portal, 'boris')
    const { token } = await boris.account.makeToken({ name: 'report' })
    const { secret } = await boris.account.startSecondFactor()
    await boris.account.confirmSecondFactor({ code: appCode(secret) })
    await softPasskey(portal, 'boris')
    expect((await anna.people.get({ id: id('boris') })).rights).toMatchObject({ secondFactor: true })
    expect(await anna.people.resetSecondFactor({ id: id('boris') })).toEqual({})
    await expect(boris.account.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(visitor(portal, { authorization: `Bearer ${token}` }).account.me()).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
    for (const table of [secondFactors, recoveryCodes, passkeys])
      expect(
        await portal.keep((tx) =>
          tx
            .select()
            .from(table)
            .where(eq(table.personId, id('boris'))),
        ),
      ).toEqual([])
    expect((await lettersOf('boris')).at(-1)).toContain('сбросил ваш второй фактор')
    // Nothing that the administrator has lets them in: the password is asked for as before.
    await expect(
      visitor(portal).account.signIn({ email: await addressOf(portal, 'boris'), password: 'a guess' }),
    ).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' })
    await portal.keep((tx) => tx.execute(sql`insert into sign_in_rules (employees_since) values (now())`))
    const again = await atBrowser(portal, 'boris')
    expect(await again.account.me()).toMatchObject({ lacksSecondFactor: true })
    await expect(again.groups.list({})).rejects.toMatchObject({ code: 'SECOND_FACTOR_NEEDED' })
    const anew = await again.account.startSecondFactor()
    await again.account.confirmSecondFactor({ code: appCode(anew.secret) })
    await again.groups.list({})
    await portal.keep((tx) => tx.execute(sql`delete from sign_in_rules`))
  })

  it('is reset by nobody for themselves, for nobody who has none, and by administrators alone', async () => {
    await expect(anna.people.resetSecondFactor({ id: id('anna') })).rejects.toMatchObject({
      code: 'NOBODY_RESETS_THEIR_OWN',
    })
    await expect(anna.people.resetSecondFactor({ id: id('liam') })).rejects.toMatchObject({ code: 'NO_SECOND_FACTOR' })
    const liam = await portal.freshly('liam')
    await expect(liam.people.resetSecondFactor({ id: id('boris') })).rejects.toMatchObject(hidden)
  })
})
