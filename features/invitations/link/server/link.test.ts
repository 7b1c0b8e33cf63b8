import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addressHeader } from '#access/sessions.ts'
import { signIns } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { samplePassword } from '#tests/template.ts'
import { visitor } from '#tests/visitor.ts'
import { invitations, roomLinks } from '../../server/tables.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const password = 'four quiet words here'
const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rule = async (work: Promise<unknown>): Promise<string> => /"code":"(\w+)"/.exec(await said(work))?.[1] ?? 'done'
const make = async (key: PersonKey, said: { purpose?: string; accessUntil?: string } = {}) =>
  (await portal.as(key)).invitations.makeLink({ id: acme, ...said })
const tokenIn = (url: string | null) => url?.split('/room/')[1] ?? ''
const links = async (key: PersonKey) => (await (await portal.as(key)).invitations.links({ id: acme })).items
const look = async (token: string) => (await portal.as('noel')).invitations.lookAtLink({ token })
const ask = async (token: string, email: string, name = 'Rosa Díaz') =>
  (await portal.as('noel')).invitations.askByLink({ token, name, email })
const letterTo = async (email: string) => {
  await portal.settled()
  const letter = (await lettersTo(portal.folder, email)).at(-1) ?? ''
  return [...letter.matchAll(/\/join\/([\w-]+)/g)].at(-1)?.[1] ?? ''
}
const redeem = async (token: string, key: PersonKey = 'noel') =>
  (await portal.as(key)).invitations.redeem({ token, name: 'Rosa Díaz', password })
const personOf = async (email: string) =>
  (await portal.keep((tx) => tx.select().from(signIns).where(eq(signIns.email, email))))[0]?.id ?? ''
const isInside = async (personId: string) =>
  (
    await portal.keep((tx) =>
      tx
        .select()
        .from(members)
        .where(and(eq(members.groupId, acme), eq(members.personId, personId))),
    )
  ).length > 0
const groupWith = (values: Partial<typeof groups.$inferInsert>) =>
  portal.keep((tx) => tx.update(groups).set(values).where(eq(groups.id, acme)))
const rulesOf = async (changes: object) => (await portal.as('anna')).invitations.changeRules(changes)

beforeEach(() => groupWith({ whoInvites: 'keepers' }))

describe('INV-2: the link into a group', () => {
  it('is made and copied again by whoever invites directly; whoever comes by it is counted', async () => {
    const made = await make('liam')
    expect(made).toMatchObject({ shared: true, came: 0, madeBy: { name: 'Liam Doherty' } })
    expect((await links('ruth'))[0]).toEqual(made)
    const token = tokenIn(made.url)
    expect(await look(token)).toMatchObject({ group: { name: 'Acme headquarters, Dublin' }, lobby: false })
    const email = 'by.link@acme.example'
    await ask(token, email)
    const letter = await letterTo(email)
    expect(await (await portal.as('noel')).invitations.look({ token: letter })).toMatchObject({
      next: 'register',
      name: 'Rosa Díaz',
    })
    const come = await redeem(letter)
    expect(come).toMatchObject({ kind: 'external', company: 'Acme', groupId: acme })
    expect((await links('liam'))[0]?.came).toBe(1)
    expect(await rule(redeem(letter))).toBe('NOT_FOUND')
  })

  it('made anew kills the one before and the letters it sent; three at once leave one', async () => {
    const before = tokenIn((await make('liam')).url)
    await ask(before, 'renewed@acme.example')
    const letter = await letterTo('renewed@acme.example')
    const over = await said(look('x'.repeat(43)))
    const made = await Promise.all([make('liam'), make('ruth'), make('liam')])
    expect(await said(look(before))).toBe(over)
    expect(await rule(redeem(letter))).toBe('NOT_FOUND')
    // Whoever is overtaken is told the one that is alive.
    const urls = [...new Set(made.map(({ url }) => url))]
    const alive = await Promise.all(urls.map(async (url) => rule(look(tokenIn(url)))))
    expect(alive.filter((answer) => answer === 'done')).toHaveLength(1)
    expect((await links('liam')).filter(({ shared }) => shared)).toHaveLength(1)
  })

  it('nobody else makes, sees or switches one off; one from outside has their own and knows of no other', async () => {
    const { id } = await make('liam')
    for (const key of ['boris', 'kim'] as const) {
      expect(await rule(make(key))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
      expect(await rule(links(key))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    }
    expect(await rule(make('gita'))).toBe('NOT_FOUND')
    const off = async (key: PersonKey, which: string) => (await portal.as(key)).invitations.endLink({ id: which })
    expect(await rule(off('boris', id))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    const missing = await said(off('kim', '00000000-0000-7000-8000-000000000000'))
    expect(await said(off('kim', id))).toBe(missing)
    expect(await said(off('gita', id))).toBe(missing)
    await groupWith({ whoInvites: 'members' })
    const kims = await make('kim')
    expect(await links('kim')).toEqual([kims])
    expect(await said(off('omar', kims.id))).toBe(missing)
    expect((await links('liam')).find((link) => link.id === kims.id)).toMatchObject({ shared: false, url: null })
    await off('liam', kims.id)
    expect(await rule(look(tokenIn(kims.url)))).toBe('NOT_FOUND')
    expect(await links('kim')).toEqual([])
    expect((await links('liam')).map((link) => link.id)).toEqual([id])
    expect(await portal.under('omar', (tx) => tx.select().from(roomLinks))).toEqual([])
  })

  it('stands in the database as a hash and sealed, so that reading it lets nobody in', async () => {
    const token = tokenIn((await make('liam')).url)
    const rows = await portal.keep((tx) => tx.select().from(roomLinks))
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await rule(look(rows.at(-1)?.tokenHash ?? ''))).toBe('NOT_FOUND')
  })

  it('is dead while the group is closed or archived, the portal forbids, or its maker is gone', async () => {
    const { id, url } = await make('ruth')
    const token = tokenIn(url)
    await ask(token, 'meanwhile@acme.example')
    const letter = await letterTo('meanwhile@acme.example')
    const over = await said(look('x'.repeat(43)))
    const holds = async () => {
      expect(await said(look(token))).toBe(over)
      expect(await rule(ask(token, 'late@acme.example'))).toBe('NOT_FOUND')
      expect(await rule(redeem(letter))).not.toBe('done')
    }
    const person = (values: Partial<typeof people.$inferInsert>) =>
      portal.keep((tx) =>
        tx
          .update(people)
          .set(values)
          .where(eq(people.id, portal.person('ruth'))),
      )
    const link = (values: Partial<typeof roomLinks.$inferInsert>) =>
      portal.keep((tx) => tx.update(roomLinks).set(values).where(eq(roomLinks.id, id)))
    const meanwhile: [() => Promise<unknown>, () => Promise<unknown>][] = [
      [() => groupWith({ externalSince: null }), () => groupWith({ externalSince: new Date() })],
      [() => groupWith({ archivedAt: new Date() }), () => groupWith({ archivedAt: null })],
      [() => rulesOf({ externals: false }), () => rulesOf({ externals: true })],
      [() => rulesOf({ whoInvites: 'administrators' }), () => rulesOf({ whoInvites: 'group' })],
      [() => rulesOf({ approval: true }), () => rulesOf({ approval: false })],
      [() => person({ dismissedAt: new Date() }), () => person({ dismissedAt: null })],
    ]
    for (const [during, after] of meanwhile) {
      await during()
      await holds()
      await after()
    }
    await link({ expiresAt: new Date(0) })
    expect(await said(look(token))).toBe(over)
    await link({ expiresAt: new Date(Date.now() + 86_400_000) })
    expect(await rule(look(token))).toBe('done')
    expect(await rule(redeem(letter))).toBe('done')
  })

  it('leads into the lobby when its maker may not let in by themselves any more, and nowhere if the portal refuses that', async () => {
    const token = tokenIn((await make('ruth')).url)
    await groupWith({ whoInvites: 'owner' })
    expect(await look(token)).toMatchObject({ lobby: true })
    const email = 'lobby.link@acme.example'
    await ask(token, email)
    expect(await redeem(await letterTo(email))).toMatchObject({ waiting: true, groupId: null })
    expect(await isInside(await personOf(email))).toBe(false)
    const seen = (await (await portal.as('ruth')).invitations.list({ id: acme, limit: 200 })).items
    expect(seen.find((item) => item.email === email)?.state).toBe('asked')
    await rulesOf({ ordinaryMembersInvite: 'refuse' })
    expect(await rule(look(token))).toBe('NOT_FOUND')
    await rulesOf({ ordinaryMembersInvite: 'lobby' })
  })

  it('where administrators look at invitations nobody else makes one, and the refusal names the rule', async () => {
    await rulesOf({ approval: true })
    expect(await said(make('liam'))).toContain('LINK_WITHOUT_APPROVAL')
    expect((await (await portal.as('liam')).invitations.terms({ id: acme })).links).toBe(false)
    await rulesOf({ approval: false })
  })
})

describe('INV-8: what a link writes and lets in', () => {
  it('nothing is entered before the address is shown: no member, no account, nobody among the invited', async () => {
    const token = tokenIn((await make('liam')).url)
    const email = 'unproven@acme.example'
    await ask(token, email, 'Unproven')
    await portal.settled()
    expect(await personOf(email)).toBe('')
    const invited = (await (await portal.as('liam')).invitations.list({ id: acme, limit: 200 })).items
    const all = (await (await portal.as('anna')).invitations.listAll({ limit: 200 })).items
    expect([...invited, ...all].map((item) => item.email)).not.toContain(email)
    const names = (await (await portal.as('liam')).groups.members({ id: acme, limit: 200 })).items
    expect(names.map(({ person }) => person.name)).not.toContain('Unproven')
    await (await portal.as('liam')).invitations.invite({ id: acme, emails: [email] })
    expect(await letterTo(email)).not.toBe('')
  })

  it('is the same answer to a stranger, a member, an employee and somebody dismissed; each has one letter', async () => {
    const token = tokenIn((await make('liam')).url)
    const lena = portal.person('lena')
    const addresses = await portal.keep((tx) => tx.select().from(signIns))
    const of = (key: PersonKey) => addresses.find(({ id }) => id === portal.person(key))?.email ?? ''
    await portal.keep((tx) => tx.update(people).set({ dismissedAt: new Date() }).where(eq(people.id, lena)))
    const answers = []
    for (const email of ['stranger@nowhere.example', of('kim'), of('gita'), of('lena')]) {
      const before = (await lettersTo(portal.folder, email)).length
      answers.push(JSON.stringify(await ask(token, email)))
      await portal.settled()
      expect((await lettersTo(portal.folder, email)).length).toBe(before + 1)
    }
    expect(new Set(answers)).toEqual(new Set(['{}']))
    expect(await rule(redeem(await letterTo(of('gita'))))).toBe('EMPLOYEES_ARE_ADDED')
    expect(await rule(redeem(await letterTo(of('lena'))))).toBe('ACCOUNT_CLOSED')
    await portal.keep((tx) => tx.update(people).set({ dismissedAt: null }).where(eq(people.id, lena)))
  })

  it('somebody known signs in first, and then is in', async () => {
    const token = tokenIn((await make('liam')).url)
    const [row] = await portal.keep((tx) =>
      tx
        .select()
        .from(signIns)
        .where(eq(signIns.id, portal.person('piotr'))),
    )
    await ask(token, row?.email ?? '')
    const letter = await letterTo(row?.email ?? '')
    expect(await rule(redeem(letter))).toBe('SIGN_IN_FIRST')
    expect(await portal.sessions.signIn(row?.email ?? '', samplePassword, new Headers())).not.toBeNull()
    expect(await redeem(letter, 'piotr')).toMatchObject({ groupId: acme })
  })

  it('one letter is used once, by two tabs too; a new one kills the one before', async () => {
    const token = tokenIn((await make('liam')).url)
    const email = 'tabs@acme.example'
    await ask(token, email)
    const first = await letterTo(email)
    await ask(token, email)
    expect(await letterTo(email), 'asked again within a minute').toBe(first)
    const at = { sentAt: new Date(Date.now() - 120_000) }
    await portal.keep((tx) => tx.update(invitations).set(at).where(eq(invitations.email, email)))
    await ask(token, email)
    const second = await letterTo(email)
    expect(second).not.toBe(first)
    expect(await rule(redeem(first))).toBe('NOT_FOUND')
    const answers = await Promise.all([rule(redeem(second)), rule(redeem(second))])
    expect(answers.toSorted()).toEqual(['NOT_FOUND', 'done'])
  })

  it('one network has 20 letters an hour written by links, so that no holder blocks a link or writes to strangers by it', async () => {
    const token = tokenIn((await make('liam')).url)
    const from = (address: string) => visitor(portal, { [addressHeader]: address })
    const stranger = (n: number) => ({ token, name: 'Rosa Díaz', email: `stranger-${n}@nowhere.example` })
    const flood = from('10.7.0.1').invitations
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => rule(flood.askByLink(stranger(n)))))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(20)
    expect(answers.filter((answer) => answer === 'TOO_MANY_TRIES')).toHaveLength(5)
    expect(await rule(from('10.7.0.2').invitations.askByLink(stranger(99)))).toBe('done')
    expect(await rule(from('::ffff:10.7.0.1').invitations.askByLink(stranger(98)))).toBe('TOO_MANY_TRIES')
  })

  it('a denied domain is refused, and the licence and the daily limit of its maker hold when somebody comes', async () => {
    const token = tokenIn((await make('liam')).url)
    await rulesOf({ deniedDomains: ['evil.example'] })
    expect(await rule(ask(token, 'me@evil.example'))).toBe('DOMAIN_NOT_ALLOWED')
    expect(await said(ask(token, 'no address'))).toContain('NOT_AN_ADDRESS')
    await rulesOf({ deniedDomains: [] })
    await ask(token, 'limits@acme.example')
    const letter = await letterTo('limits@acme.example')
    await rulesOf({ dailyLimit: 1 })
    expect(await rule(redeem(letter))).toBe('LINK_RESTS')
    await rulesOf({ dailyLimit: 500 })
    const anna = await portal.as('anna')
    await anna.portal.changeLicence({ externals: 'capped', mostExternals: 1 })
    expect(await rule(redeem(letter))).toBe('LICENCE_FULL')
    await anna.portal.changeLicence({ externals: 'free', mostExternals: null })
    expect(await rule(redeem(letter))).toBe('done')
  })

  it('writes so many letters an hour, and to one address five in all', async () => {
    const made = await make('liam')
    const token = tokenIn(made.url)
    const email = 'often@acme.example'
    await ask(token, email)
    await portal.settled()
    expect(await lettersTo(portal.folder, email)).toHaveLength(1)
    const five = { sending: 5, sentAt: new Date(Date.now() - 120_000) }
    await portal.keep((tx) => tx.update(invitations).set(five).where(eq(invitations.email, email)))
    await ask(token, email)
    await portal.settled()
    expect(await lettersTo(portal.folder, email), 'a sixth').toHaveLength(1)
    const [row] = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.email, email)))
    await portal.keep((tx) =>
      tx.insert(invitations).values(
        Array.from({ length: 100 }, (_, n) => ({
          ...row,
          id: undefined,
          tokenHash: null,
          sentAt: new Date(),
          email: `n${n}@acme.example`,
        })) as (typeof invitations.$inferInsert)[],
      ),
    )
    expect(await rule(ask(token, 'one.more@acme.example'))).toBe('TOO_MANY_TRIES')
  })
})

describe('INV-11: what a link says of whoever comes by it', () => {
  const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const full = { purpose: 'Doors and locks', accessUntil: ahead(20) }
  const nothingAsked = { purpose: false, mostDays: null }
  const lacking = async () => (await links('liam')).find(({ shared }) => shared)?.lacking
  afterEach(() => rulesOf(nothingAsked))

  it('is asked for where the portal asks for it, with the sentences of every invitation; whoever comes has it', async () => {
    await rulesOf({ purpose: true, mostDays: 30 })
    const { id } = (await links('liam')).find(({ shared }) => shared) ?? (await make('liam', full))
    for (const little of [{}, { purpose: 'Doors' }, { accessUntil: ahead(20) }, { ...full, accessUntil: ahead(40) }]) {
      const liam = await portal.as('liam')
      const ofLetters = await said(liam.invitations.invite({ id: acme, emails: ['as@acme.example'], ...little }))
      expect(ofLetters).toContain('INVALID')
      expect(await said(make('liam', little))).toBe(ofLetters)
    }
    expect(await rule(make('liam', { accessUntil: ahead(-2), purpose: 'Doors' }))).toBe('INVALID')
    expect((await links('liam'))[0]?.id, 'what is refused ends nothing').toBe(id)
    const made = await make('liam', full)
    expect(made).toMatchObject({ ...full, lacking: null })
    await ask(tokenIn(made.url), 'doors@acme.example')
    const come = await redeem(await letterTo('doors@acme.example'))
    const [stay] = await portal.keep((tx) => tx.select().from(members).where(eq(members.personId, come.id)))
    expect(stay).toMatchObject({ until: full.accessUntil })
    const known = await (await portal.as('liam')).groups.sponsorship({ id: come.id })
    expect(known).toMatchObject({ purpose: full.purpose, sponsor: { name: 'Liam Doherty' } })
  })

  it('leads nowhere, as a dead one, while the rules of now ask for more; letters that it sent neither', async () => {
    const over = await said(look('x'.repeat(43)))
    const cases = [
      [{}, { purpose: true }, 'NO_PURPOSE'],
      [{ purpose: 'Doors' }, { mostDays: 30 }, 'NO_LAST_DAY'],
      [full, { purpose: true, mostDays: 5 }, 'DAY_TOO_FAR'],
    ] as const
    for (const [little, rules, why] of cases) {
      const token = tokenIn((await make('liam', little)).url)
      const email = `${why.toLowerCase()}@acme.example`
      await ask(token, email)
      const letter = await letterTo(email)
      await rulesOf(rules)
      expect(await said(look(token))).toBe(over)
      expect(await rule(ask(token, 'late.asking@acme.example'))).toBe('NOT_FOUND')
      expect(await rule(redeem(letter))).toBe('LINK_SAYS_TOO_LITTLE')
      expect(await personOf(email)).toBe('')
      expect(await lacking()).toBe(why)
      const anew = await make('liam', { ...full, accessUntil: ahead(4) })
      expect(anew.lacking).toBeNull()
      expect(await rule(look(tokenIn(anew.url)))).toBe('done')
      await rulesOf(nothingAsked)
    }
  })

  it('ends with its last day', async () => {
    const made = await make('liam', full)
    const passed = { accessUntil: ahead(-2) }
    await portal.keep((tx) => tx.update(roomLinks).set(passed).where(eq(roomLinks.id, made.id)))
    expect(await rule(look(tokenIn(made.url)))).toBe('NOT_FOUND')
    expect(await lacking()).toBe('DAY_PASSED')
  })
})
