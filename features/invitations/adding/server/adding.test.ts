import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions, signIns } from '#access/sign-in-tables.ts'
import { people, reaches } from '#access/tables.ts'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { samplePassword } from '#tests/template.ts'
import { invitations } from '../../server/tables.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rule = async (work: Promise<unknown>): Promise<string> => /"code":"(\w+)"/.exec(await said(work))?.[1] ?? 'done'
const add = async (email: string, more: { by?: PersonKey; into?: GroupKey; name?: string; company?: string } = {}) => {
  const { by = 'liam', into = 'acme', name = 'Rosa Díaz', ...rest } = more
  return (await portal.as(by)).invitations.add({ id: portal.group(into), email, name, ...rest })
}
const tokenOf = async (email: string) => {
  await portal.settled()
  return tokenIn((await lettersTo(portal.folder, email)).at(-1) ?? '')
}
// The last one: in the letter as it was sent a line may break inside.
const tokenIn = (letter: string) => [...letter.matchAll(/\/join\/([\w-]+)/g)].at(-1)?.[1] ?? ''
let visitors = 0
const redeem = async (token: string, cookie = '') => {
  const from = `10.2.0.${++visitors}`
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from, ...(cookie ? { cookie } : {}) }
  const body = JSON.stringify({ token })
  const answer = await fetch(`${portal.url}/api/v1/invitations/redeem`, { method: 'POST', headers, body })
  return { status: answer.status, text: await answer.text(), cookie: answer.headers.getSetCookie().join('; ') }
}
const look = async (token: string) => (await portal.as('noel')).invitations.look({ token })
const named = async (key: PersonKey, group = acme) =>
  (await (await portal.as(key)).groups.members({ id: group, limit: 200 })).items.map(({ person }) => person.name)
const accountsOf = (email: string) =>
  portal.keep((tx) =>
    tx
      .select({ id: people.id, name: people.name, dismissedAt: people.dismissedAt, signIn: signIns.id })
      .from(reaches)
      .innerJoin(people, eq(people.id, reaches.personId))
      .leftJoin(signIns, eq(signIns.id, people.id))
      .where(eq(reaches.email, email)),
  )
const groupWith = (values: Partial<typeof groups.$inferInsert>) =>
  portal.keep((tx) => tx.update(groups).set(values).where(eq(groups.id, acme)))

describe('INV-4: adding somebody without their registering', () => {
  it('makes an account of all that was said, a member at once, and one click on the letter is in', async () => {
    const liam = await portal.as('liam')
    const email = 'rosa@acme.example'
    const accessUntil = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    const about = {
      name: 'Rosa Díaz',
      position: 'Buyer',
      phone: '+353 1 555',
      language: 'pl',
      role: 'moderator',
    } as const
    const made = await liam.invitations.add({ id: acme, email, company: 'acme', accessUntil, ...about })
    expect(made).toMatchObject({ state: 'added', email, person: { name: 'Rosa Díaz', company: 'Acme' } })
    const { items } = await liam.groups.members({ id: acme, limit: 200 })
    const rosa = items.find(({ person }) => person.name === 'Rosa Díaz')
    expect(rosa).toMatchObject({ role: 'moderator', until: accessUntil, person: { kind: 'external', company: 'Acme' } })
    const [account] = await accountsOf(email)
    expect(account?.signIn).toBeNull()
    const token = await tokenOf(email)
    expect(await look(token)).toMatchObject({ next: 'enter', language: 'pl' })
    const come = await redeem(token)
    expect(JSON.parse(come.text)).toMatchObject({ id: account?.id, name: 'Rosa Díaz', groupId: acme })
    const me = await fetch(`${portal.url}/api/v1/me`, { headers: { cookie: come.cookie.split(';')[0] ?? '' } })
    expect(await me.json()).toMatchObject({ email, position: 'Buyer', phone: '+353 1 555', language: 'pl' })
    expect(await rule(look(token))).toBe('NOT_FOUND')
    expect((await redeem(token)).status).toBe(404)
    expect((await liam.invitations.list({ id: acme, limit: 200 })).items.map((item) => item.email)).not.toContain(email)
  })

  it('afterwards they choose a password by the letter for one, and only then', async () => {
    const email = 'later@acme.example'
    await add(email)
    const forgot = async () => {
      await (await portal.as('noel')).account.sendReset({ email })
      await portal.settled()
      return /\/sign-in\/reset\/([\w-]+)/.exec((await lettersTo(portal.folder, email)).join('\n'))?.[1]
    }
    expect(await forgot()).toBeUndefined()
    await redeem(await tokenOf(email))
    const password = 'four quiet words here'
    await (await portal.as('noel')).account.resetPassword({ token: (await forgot()) ?? '', password })
    expect(await portal.sessions.signIn(email, password, new Headers())).not.toBeNull()
  })

  it('only they add whom the group lets invite directly, and administrators who are in it', async () => {
    expect(await rule(add('a1@acme.example', { by: 'boris' }))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    expect(await rule(add('a1@acme.example', { by: 'kim' }))).toBe('INVITING_BY_OWNER_AND_MODERATORS')
    expect(await rule(add('a1@acme.example', { by: 'gita' }))).toBe('NOT_FOUND')
    expect(await rule(add('a1@acme.example', { into: 'heron', by: 'anna' }))).toMatch(/GROUP_CLOSED|NOT_FOUND/)
    const terms = async (key: PersonKey) => (await (await portal.as(key)).invitations.terms({ id: acme })).adds
    expect([await terms('liam'), await terms('boris'), await terms('kim')]).toEqual([true, false, false])
    await groupWith({ whoInvites: 'members' })
    expect(await rule(add('a1@acme.example', { by: 'boris' }))).toBe('done')
    await groupWith({ whoInvites: 'keepers' })
  })

  it('an external who may invite adds by typing; no company is said or guessed for them, no colleague shown', async () => {
    await groupWith({ whoInvites: 'members' })
    expect(await rule(add('x@beta.example', { by: 'kim', company: 'Beta' }))).toBe('EXTERNALS_GIVE_ADDRESSES')
    const made = await add('x@beta.example', { by: 'kim', name: 'Xavier' })
    expect(made.company).toBeNull()
    expect(made.person).toMatchObject({ name: 'Xavier', kind: 'external' })
    await groupWith({ whoInvites: 'keepers' })
  })

  it('where administrators look at invitations nobody else adds, and the refusal names the rule', async () => {
    const anna = await portal.as('anna')
    await anna.invitations.changeRules({ approval: true })
    expect(await said(add('wait@acme.example'))).toContain('ADDING_WITHOUT_APPROVAL')
    expect((await (await portal.as('liam')).invitations.terms({ id: acme })).adds).toBe(false)
    await anna.invitations.changeRules({ approval: false })
  })

  it('all that a coming guest is asked is asked here: domain, switch, limit, licence, archive, opening', async () => {
    const anna = await portal.as('anna')
    await anna.invitations.changeRules({ deniedDomains: ['evil.example'] })
    expect(await said(add('a@sub.evil.example'))).toContain('DOMAIN_NOT_ALLOWED')
    await anna.invitations.changeRules({ deniedDomains: [], externals: false })
    expect(await rule(add('b@acme.example'))).toBe('EXTERNALS_SWITCHED_OFF')
    await anna.invitations.changeRules({ externals: true, dailyLimit: 1 })
    expect(await rule(add('b@acme.example'))).toBe('DAILY_LIMIT')
    await anna.invitations.changeRules({ dailyLimit: 500 })
    await groupWith({ externalSince: null })
    expect(await rule(add('b@acme.example'))).toBe('GROUP_CLOSED_TO_EXTERNALS')
    await groupWith({ externalSince: new Date(), archivedAt: new Date() })
    expect(await rule(add('b@acme.example'))).toBe('GROUP_ARCHIVED')
    await groupWith({ archivedAt: null })
    expect(await accountsOf('b@acme.example')).toEqual([])
  })

  it('the last place of the licence is given once to two who are added at once', async () => {
    const anna = await portal.as('anna')
    const count = await portal.keep((tx) => tx.select().from(people).where(eq(people.kind, 'external')))
    const present = count.filter(({ dismissedAt }) => !dismissedAt).length
    await anna.portal.changeLicence({ externals: 'capped', mostExternals: present + 1 })
    const answers = await Promise.all([rule(add('l1@acme.example')), rule(add('l2@acme.example', { by: 'ruth' }))])
    expect(answers.toSorted()).toEqual(['LICENCE_FULL', 'done'])
    await anna.portal.changeLicence({ externals: 'free', mostExternals: null })
  })

  it('two panels at once make one account', async () => {
    const email = 'twice@acme.example'
    const answers = await Promise.all([said(add(email)), said(add(email, { by: 'ruth' })), said(add(email))])
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect(answers.filter((answer) => answer.includes('ALREADY_MEMBER'))).toHaveLength(2)
    expect(await accountsOf(email)).toHaveLength(1)
  })

  it('whoever is invited by letter and added then has one letter', async () => {
    const email = 'both@acme.example'
    await (await portal.as('liam')).invitations.invite({ id: acme, emails: [email] })
    const before = await tokenOf(email)
    await add(email)
    expect(await rule(look(before))).toBe('NOT_FOUND')
    expect(await look(await tokenOf(email))).toMatchObject({ next: 'enter' })
  })
})

describe('INV-4: the letter to somebody who was added', () => {
  it('used twice at once lets in once', async () => {
    const email = 'race@acme.example'
    await add(email)
    const token = await tokenOf(email)
    const answers = await Promise.all([redeem(token), redeem(token), redeem(token)])
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '404', '404'])
    const [account] = await accountsOf(email)
    const open = await portal.keep((tx) =>
      tx
        .select()
        .from(sessions)
        .where(eq(sessions.userId, account?.id ?? '')),
    )
    expect(open).toHaveLength(1)
  })

  it('is dead when it ran out, was sent anew, the group was closed or archived, or they were taken out again', async () => {
    const email = 'dead@acme.example'
    const { id } = await add(email)
    const first = await tokenOf(email)
    const liam = await portal.as('liam')
    await liam.invitations.resend({ id })
    const token = await tokenOf(email)
    expect(token).not.toBe(first)
    const over = await said(look('x'.repeat(43)))
    expect(await said(look(first))).toBe(over)
    const meanwhile = async (during: () => Promise<unknown>, after: () => Promise<unknown>) => {
      await during()
      expect(await said(look(token))).toBe(over)
      expect((await redeem(token)).status).toBe(404)
      await after()
    }
    await meanwhile(
      () => groupWith({ externalSince: null }),
      () => groupWith({ externalSince: new Date() }),
    )
    await meanwhile(
      () => groupWith({ archivedAt: new Date() }),
      () => groupWith({ archivedAt: null }),
    )
    const set = (expiresAt: Date) =>
      portal.keep((tx) => tx.update(invitations).set({ expiresAt }).where(eq(invitations.id, id)))
    await meanwhile(
      () => set(new Date(0)),
      () => set(new Date(Date.now() + 86_400_000)),
    )
    const [account] = await accountsOf(email)
    await liam.groups.removeMember({ id: acme, personId: account?.id ?? '' })
    expect(await said(look(token))).toBe(over)
    await portal.settled()
    expect((await accountsOf(email))[0]?.dismissedAt).not.toBeNull()
    expect(await rule(add(email))).toBe('done')
  })

  it('taken back takes the person out, with the account that nobody came to', async () => {
    const email = 'mistake@acme.example'
    const { id } = await add(email, { name: 'Mistaken' })
    await (await portal.as('ruth')).invitations.withdraw({ id })
    expect(await named('liam')).not.toContain('Mistaken')
    expect((await accountsOf(email))[0]?.dismissedAt).not.toBeNull()
  })

  it('stands when whoever added them has gone: they are a member', async () => {
    const email = 'orphan@acme.example'
    await add(email, { by: 'ruth' })
    const token = await tokenOf(email)
    const ruth = portal.person('ruth')
    await portal.keep((tx) => tx.update(people).set({ dismissedAt: new Date() }).where(eq(people.id, ruth)))
    expect((await redeem(token)).status).toBe(200)
    await portal.keep((tx) => tx.update(people).set({ dismissedAt: null }).where(eq(people.id, ruth)))
  })

  it('nothing else is written to an address that nobody proved', async () => {
    const email = 'quiet@acme.example'
    await add(email)
    const [account] = await accountsOf(email)
    const liam = await portal.as('liam')
    await liam.tasks.create({ groupId: acme, title: 'The secret plan', responsibleId: account?.id ?? '' })
    await portal.settled()
    const letters = await lettersTo(portal.folder, email)
    expect(letters).toHaveLength(1)
    expect(letters[0]).not.toContain('The secret plan')
  })
})

describe('INV-8: whether an address is known is not found out by adding it', () => {
  const addressOf = async (key: PersonKey) =>
    (
      await portal.keep((tx) =>
        tx
          .select()
          .from(reaches)
          .where(eq(reaches.personId, portal.person(key))),
      )
    )[0]?.email ?? ''

  it('an existing external, an employee and a stranger are one answer and one member, under what was typed', async () => {
    await groupWith({ whoInvites: 'members' })
    for (const [key, n] of [
      ['piotr', 1],
      ['gita', 2],
    ] as const) {
      const made = await add(await addressOf(key), { by: 'kim', name: `Typed ${n}` })
      const stranger = await add(`stranger${n}@nowhere.example`, { by: 'kim', name: `Typed ${n}` })
      const shape = ({ id: _id, sentAt: _s, expiresAt: _e, email: _m, person, ...rest }: typeof made) => ({
        ...rest,
        person: { ...person, id: '' },
      })
      expect(shape(made)).toEqual(shape(stranger))
      expect((await named('kim')).filter((name) => name === `Typed ${n}`)).toHaveLength(2)
    }
    await groupWith({ whoInvites: 'keepers' })
  })

  it('whom whoever adds may see is named: already here, works here, or decides by letter', async () => {
    expect(await said(add(await addressOf('kim')))).toContain('ALREADY_MEMBER')
    expect(await said(add(await addressOf('madina')))).toContain('WORKS_HERE')
  })

  it('the holder of the letter signs in with the account they have, which takes the place with what was given to it', async () => {
    await groupWith({ whoInvites: 'members' })
    const email = await addressOf('marta')
    const made = await add(email, { by: 'kim', name: 'As Typed' })
    await groupWith({ whoInvites: 'keepers' })
    const liam = await portal.as('liam')
    const { id: taskId } = await liam.tasks.create({
      groupId: acme,
      title: 'Read the plans',
      responsibleId: made.person?.id ?? '',
    })
    const token = await tokenOf(email)
    expect(await look(token)).toMatchObject({ next: 'signIn' })
    expect((await redeem(token)).status).toBe(403)
    const cookies = await portal.sessions.signIn(email, samplePassword, new Headers())
    const cookie = cookies?.[0]?.split(';')[0] ?? ''
    expect(JSON.parse((await redeem(token, cookie)).text)).toMatchObject({ id: portal.person('marta'), groupId: acme })
    expect(await named('liam')).not.toContain('As Typed')
    expect((await liam.tasks.get({ id: taskId })).responsible?.id).toBe(portal.person('marta'))
    const [ghost] = await portal.keep((tx) =>
      tx
        .select()
        .from(people)
        .where(eq(people.id, made.person?.id ?? '')),
    )
    expect(ghost?.dismissedAt).not.toBeNull()
  })

  it('an employee, and somebody whose account was closed, are told so by their letter alone', async () => {
    await groupWith({ whoInvites: 'members' })
    await add(await addressOf('hana'), { by: 'kim' })
    expect(await look(await tokenOf(await addressOf('hana')))).toMatchObject({ refusal: 'EMPLOYEES_ARE_ADDED' })
    const timur = portal.person('timur')
    await portal.keep((tx) => tx.update(people).set({ dismissedAt: new Date() }).where(eq(people.id, timur)))
    await add(await addressOf('timur'), { by: 'kim' })
    expect(await look(await tokenOf(await addressOf('timur')))).toMatchObject({ refusal: 'ACCOUNT_CLOSED' })
    await groupWith({ whoInvites: 'keepers' })
  })

  it('added into two groups by people who do not know of each other: one account in both', async () => {
    const email = 'both.rooms@elsewhere.example'
    await add(email, { name: 'Both A' })
    expect(await said(add(email, { by: 'paula', into: 'carriers' }))).toContain('INVITED_BY_LETTER')
    await portal.keep((tx) =>
      tx.update(groups).set({ whoInvites: 'members' }).where(eq(groups.name, 'Carriers and deliveries')),
    )
    await add(email, { by: 'kasia', into: 'carriers', name: 'Both B' })
    const [first, second] = [await tokenOfGroup(email, acme), await tokenOfGroup(email, portal.group('carriers'))]
    const come = await redeem(first)
    expect(come.status).toBe(200)
    expect((await redeem(second)).status).toBe(403)
    expect((await redeem(second, come.cookie.split(';')[0])).status).toBe(200)
    const open = (await accountsOf(email)).filter(({ dismissedAt }) => !dismissedAt)
    expect(open).toHaveLength(1)
    const inside = await portal.keep((tx) =>
      tx
        .select()
        .from(members)
        .where(eq(members.personId, open[0]?.id ?? '')),
    )
    expect(inside).toHaveLength(2)
  })

  it('nobody who works here writes an invitation of somebody else in plain SQL', async () => {
    const [row] = await portal.keep((tx) =>
      tx
        .select()
        .from(invitations)
        .where(and(eq(invitations.groupId, acme), eq(invitations.role, 'member'))),
    )
    const forged = {
      ...row,
      id: undefined,
      email: 'mine@acme.example',
      tokenHash: null,
      personId: portal.person('kim'),
    }
    const values = {
      ...forged,
      invitedBy: portal.person('liam'),
      acceptedAt: null,
      acceptedBy: null,
      withdrawnAt: null,
    }
    await expect(
      portal.under('liam', (tx) => tx.insert(invitations).values(values as typeof invitations.$inferInsert)),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

async function tokenOfGroup(email: string, groupId: string): Promise<string> {
  await portal.settled()
  for (const letter of (await lettersTo(portal.folder, email)).toReversed()) {
    const token = tokenIn(letter)
    const seen = await look(token).catch(() => null)
    const [group] = await portal.keep((tx) => tx.select().from(groups).where(eq(groups.id, groupId)))
    if (seen?.group?.name === group?.name) return token
  }
  return ''
}
