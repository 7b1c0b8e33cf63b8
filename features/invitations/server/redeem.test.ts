import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import { people, spaces } from '#access/tables.ts'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { events } from '#events/tables.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { samplePassword } from '#tests/template.ts'
import { invitations } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const password = 'four quiet words here'

/** The token in the newest letter to an address. */
async function tokenOf(address: string): Promise<string> {
  await portal.settled()
  const folder = join(portal.folder, 'outbox')
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed()
  for (const name of names) {
    const { to, text = '' } = await simpleParser(await readFile(join(folder, name)))
    const token = /\/join\/([\w-]+)/.exec(text)?.[1]
    if (token && to && !Array.isArray(to) && to.text.toLowerCase().includes(address.toLowerCase())) return token
  }
  throw new Error(`There is no invitation letter to ${address}.`)
}
async function invite(
  email: string,
  more: { by?: PersonKey; into?: GroupKey; company?: string; language?: 'en' | 'ru' | 'pl' } = {},
): Promise<string> {
  const { by = 'liam', into = 'acme', ...about } = more
  await (await portal.as(by)).invitations.invite({ id: portal.group(into), emails: [email], ...about })
  return tokenOf(email)
}
let visitors = 0
/** Each request comes from another computer, so that the limit on tries does not count them together. */
async function post(
  path: string,
  body: object,
  cookie = '',
): Promise<{ status: number; text: string; cookie: string }> {
  const from = `10.1.${Math.trunc(++visitors / 250)}.${visitors % 250}`
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from, ...(cookie ? { cookie } : {}) }
  const answer = await fetch(`${portal.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const set = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { status: answer.status, text: await answer.text(), cookie: set }
}
const redeem = (body: object, cookie?: string) => post('/invitations/redeem', body, cookie)
const get = async (path: string, cookie = '') => {
  const answer = await fetch(`${portal.url}/api/v1${path}`, { headers: { cookie } })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const personOf = async (email: string) => {
  const found = await portal.keep((tx) =>
    tx.select().from(signIns).innerJoin(people, eq(people.id, signIns.id)).where(eq(signIns.email, email)),
  )
  return found.map((row) => row.people)
}
const change = (email: string, values: Partial<typeof invitations.$inferInsert>) =>
  portal.keep((tx) => tx.update(invitations).set(values).where(eq(invitations.email, email)))

describe('coming in through a letter (INV-3)', () => {
  it('makes an external of the invited company, in the group at once, signed in', async () => {
    const token = await invite('rosa@acme.example', { company: 'acme', language: 'pl' })
    const come = await redeem({ token, name: 'Rosa Díaz', password })
    expect(come.status).toBe(200)
    expect(JSON.parse(come.text)).toMatchObject({
      name: 'Rosa Díaz',
      kind: 'external',
      company: 'Acme',
      groupId: portal.group('acme'),
    })
    const groupsOfRosa = await get('/groups', come.cookie)
    expect((groupsOfRosa.body.items as { name: string }[]).map(({ name }) => name)).toEqual([
      'Acme headquarters, Dublin',
    ])
    const [rosa] = await personOf('rosa@acme.example')
    expect(rosa).toMatchObject({ kind: 'external', language: 'pl', name: 'Rosa Díaz' })
    const told = await portal.under('kim', (tx) =>
      tx
        .select({ kind: events.kind })
        .from(events)
        .where(eq(events.actorId, rosa?.id ?? '')),
    )
    expect(told).toEqual([{ kind: 'groups.memberJoined' }])
    const names = (await (await portal.as('kim')).groups.members({ id: portal.group('acme') })).items.map(
      ({ person }) => person.name,
    )
    expect(names).toContain('Rosa Díaz')
    const { items } = await (await portal.as('liam')).invitations.list({ id: portal.group('acme') })
    expect(items.map(({ email }) => email)).not.toContain('rosa@acme.example')
  })

  it('takes the company from the address where that is clear, never from a domain that strangers share', async () => {
    await redeem({
      token: await invite('new@gamma-freight.example', { by: 'paula', into: 'carriers' }),
      name: 'New Driver',
      password,
      language: 'ru',
    })
    expect(
      (await (await portal.as('paula')).groups.members({ id: portal.group('carriers') })).items.at(-1)?.person,
    ).toMatchObject({ company: 'Gamma Freight' })
    expect((await personOf('new@gamma-freight.example'))[0]?.language).toBe('ru')
    await redeem({ token: await invite('one@gmail.com', { company: 'Beta Logistics' }), name: 'One', password })
    await redeem({ token: await invite('two@gmail.com'), name: 'Two', password })
    expect((await personOf('two@gmail.com'))[0]?.companyId).toBeNull()
    await redeem({ token: await invite('first@newco.example', { company: 'Newco' }), name: 'First', password })
    const come = await redeem({
      token: await invite('second@newco.example', { company: ' NEWCO ' }),
      name: 'Second',
      password,
    })
    expect(JSON.parse(come.text)).toMatchObject({ company: 'Newco' })
  })

  it('makes an employee of somebody invited to work here', async () => {
    await (await portal.as('anna')).invitations.inviteEmployees({ emails: ['starter@orlanta.example'] })
    const come = await redeem({ token: await tokenOf('starter@orlanta.example'), name: 'Sam Starter', password })
    expect(JSON.parse(come.text)).toMatchObject({ kind: 'employee', groupId: null })
    expect((await get('/groups', come.cookie)).body.items).toHaveLength(4)
  })

  it('INV-3: lets in without a password, too: then links to the address let in, and no password does', async () => {
    const come = await redeem({ token: await invite('plain@acme.example'), name: 'Plain' })
    expect(come.status).toBe(200)
    const { status, body } = await get('/me', come.cookie)
    expect([status, body.name, body.kind]).toEqual([200, 'Plain', 'external'])
    expect((await post('/session', { email: 'plain@acme.example', password })).status).toBe(401)
    expect((await post('/session/link', { email: 'plain@acme.example' })).status).toBe(200)
    await portal.settled()
    const folder = join(portal.folder, 'outbox')
    const newest = (await readdir(folder)).toSorted().at(-1) ?? ''
    const { text = '' } = await simpleParser(await readFile(join(folder, newest)))
    const link = /\/sign-in\/link\/([\w-]+)/.exec(text)?.[1]
    expect((await post('/session/redeem', { token: link })).status).toBe(200)
  })

  it('asks for a name, and for a password of ten characters if any, and keeps the link good until then', async () => {
    const token = await invite('slow@acme.example')
    expect(await redeem({ token })).toMatchObject({ status: 400 })
    expect(await redeem({ token, name: 'Slow', password: 'too short' })).toMatchObject({ status: 400 })
    expect(await redeem({ token, name: 'Slow', password, kind: 'employee' })).toMatchObject({ status: 400 })
    expect(await redeem({ token, name: 'Slow', password })).toMatchObject({ status: 200 })
  })

  it('tells the holder of the letter what it is, and nobody else anything', async () => {
    const token = await invite('looker@acme.example')
    const { body } = await get(`/invitations/look?token=${token}`)
    expect(body).toMatchObject({
      group: { name: 'Acme headquarters, Dublin' },
      invitedBy: { name: 'Liam Doherty' },
      portal: 'Orlanta',
      email: 'looker@acme.example',
      next: 'register',
    })
    expect((await get('/invitations/look?token=nothing')).status).toBe(404)
  })
})

describe('what is asked again when somebody comes (INV-8)', () => {
  it('unknown, used, withdrawn, replaced and expired letters, closed groups and inviters who may no more are one answer, byte for byte', async () => {
    const unknown = await redeem({ token: 'A'.repeat(43), name: 'X', password })
    expect(unknown.status).toBe(404)
    const refusedNow = async (token: string) => {
      expect(await redeem({ token, name: 'X', password })).toEqual(unknown)
      expect((await get(`/invitations/look?token=${token}`)).status).toBe(404)
    }
    const used = await invite('used@acme.example')
    expect((await redeem({ token: used, name: 'Used', password })).status).toBe(200)
    await refusedNow(used)

    const withdrawn = await invite('withdrawn@acme.example')
    await change('withdrawn@acme.example', { withdrawnAt: new Date() })
    await refusedNow(withdrawn)

    const expired = await invite('expired@acme.example')
    await change('expired@acme.example', { expiresAt: new Date(Date.now() - 1000) })
    await refusedNow(expired)

    const replaced = await invite('replaced@acme.example')
    const anew = await invite('replaced@acme.example')
    await refusedNow(replaced)
    expect((await redeem({ token: anew, name: 'Replaced', password })).status).toBe(200)

    const helena = await portal.as('helena')
    const group = await helena.groups.create({
      name: 'Short-lived',
      external: true,
      invitations: { emails: ['closed@acme.example'] },
    })
    const closed = await tokenOf('closed@acme.example')
    const [row] = await portal.keep((tx) => tx.select().from(groups).where(eq(groups.id, group.id)))
    const openTo = (externalSince: Date | null) =>
      portal.keep(async (tx) => {
        await tx.update(groups).set({ externalSince }).where(eq(groups.id, group.id))
        await tx
          .update(spaces)
          .set({ externalSince })
          .where(eq(spaces.id, row?.spaceId ?? ''))
      })
    await openTo(null)
    await refusedNow(closed)
    await openTo(new Date())

    const role = (to: 'member' | 'moderator') =>
      portal.keep((tx) =>
        tx
          .update(members)
          .set({ role: to })
          .where(and(eq(members.groupId, portal.group('acme')), eq(members.personId, portal.person('ruth')))),
      )
    const powerless = await invite('powerless@acme.example', { by: 'ruth' })
    await role('member')
    await refusedNow(powerless)
    await role('moderator')

    const gone = await invite('gone@acme.example', { by: 'ruth' })
    const dismissed = (dismissedAt: Date | null) =>
      portal.keep((tx) =>
        tx
          .update(people)
          .set({ dismissedAt })
          .where(eq(people.id, portal.person('ruth'))),
      )
    await dismissed(new Date())
    await refusedNow(gone)
    await dismissed(null)
    expect((await redeem({ token: gone, name: 'Here', password })).status).toBe(200)
    expect(await personOf('withdrawn@acme.example')).toEqual([])
  })

  it('two parallel redemptions make one account and one membership', async () => {
    const token = await invite('twice@acme.example')
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem({ token, name: 'Twice', password })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404, 404, 404, 404])
    expect(await personOf('twice@acme.example')).toHaveLength(1)
  })

  it('two letters into two groups, opened at once, make one account; the other asks to sign in first', async () => {
    const one = await invite('both@openbench.example')
    const two = await invite('Both@OpenBench.example', { by: 'ewa', into: 'suppliers' })
    const answers = await Promise.all([one, two].map((token) => redeem({ token, name: 'Both', password })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403])
    expect(await personOf('both@openbench.example')).toHaveLength(1)
    const first = answers.find(({ status }) => status === 200)
    const left = answers[0] === first ? two : one
    expect(await redeem({ token: left }, first?.cookie)).toMatchObject({ status: 200 })
    expect((await get('/groups', first?.cookie)).body.items).toHaveLength(2)
  })

  it('somebody known signs in first, whatever password is sent; another who is signed in does not count', async () => {
    const token = await invite('lena@beta-logistics.example')
    expect((await get(`/invitations/look?token=${token}`)).body).toMatchObject({ next: 'signIn', otherAccount: false })
    const refused = await redeem({ token, name: 'Lena', password })
    expect(refused.status).toBe(403)
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'SIGN_IN_FIRST' })
    const omar = await post('/session', { email: 'omar@acme.example', password: samplePassword })
    expect((await redeem({ token }, omar.cookie)).status).toBe(403)
    expect((await get(`/invitations/look?token=${token}`, omar.cookie)).body.otherAccount).toBe(true)
    const lena = await post('/session', { email: 'lena@beta-logistics.example', password: samplePassword })
    expect((await get(`/invitations/look?token=${token}`, lena.cookie)).body.next).toBe('join')
    expect((await redeem({ token }, lena.cookie)).status).toBe(200)
    const mine = (await get('/groups', lena.cookie)).body.items as { name: string }[]
    expect(mine.map(({ name }) => name).toSorted()).toEqual(['Acme headquarters, Dublin', 'Carriers and deliveries'])
    expect((await post('/session', { email: 'lena@beta-logistics.example', password })).status).toBe(401)
  })

  it('whoever works here is refused politely, and whoever was dismissed hears whom to ask', async () => {
    await portal.keep((tx) =>
      tx
        .update(signIns)
        .set({ email: 'outside@acme.example' })
        .where(eq(signIns.id, portal.person('gita'))),
    )
    const employee = await redeem({ token: await invite('outside@acme.example'), name: 'Gita', password })
    expect(JSON.parse(employee.text)).toMatchObject({ code: 'EMPLOYEES_ARE_ADDED' })
    const yusuf = await portal.keep((tx) =>
      tx
        .select()
        .from(signIns)
        .where(eq(signIns.id, portal.person('yusuf'))),
    )
    const token = await invite(yusuf[0]?.email ?? '')
    await portal.keep((tx) =>
      tx
        .update(people)
        .set({ dismissedAt: new Date() })
        .where(eq(people.id, portal.person('yusuf'))),
    )
    expect(JSON.parse((await redeem({ token, name: 'Yusuf', password })).text)).toMatchObject({
      code: 'ACCOUNT_CLOSED',
    })
  })

  it('a secret opens the one door it was made for, and at every other it is an unknown one', async () => {
    const email = 'one.door@acme.example'
    const { url } = await (await portal.as('liam')).invitations.makeLink({ id: portal.group('acme') })
    const doors = {
      letter: (token: string) => redeem({ token, name: 'One Door', password }),
      link: (token: string) => post('/room-links/ask', { token, name: 'One Door', email: 'by.door@acme.example' }),
      signIn: (token: string) => post('/session/redeem', { token }),
      reset: (token: string) => post('/password/reset', { token, password }),
      address: (token: string) => post('/email/confirm', { token }),
    }
    const secrets = {
      letter: await invite(email),
      link: url?.split('/room/')[1] ?? '',
      signIn: (await portal.sessions.linkFor('omar@acme.example')) ?? '',
      reset: (await portal.sessions.resetFor('omar@acme.example')) ?? '',
    }
    for (const [door, knock] of Object.entries(doors)) {
      const unknown = await knock('A'.repeat(43))
      expect(unknown.status).toBeGreaterThan(399)
      for (const [made, token] of Object.entries(secrets)) {
        expect(token).not.toBe('')
        if (made !== door) expect([made, door, await knock(token)]).toEqual([made, door, unknown])
      }
    }
    for (const made of Object.keys(secrets) as (keyof typeof secrets)[])
      expect([made, (await doors[made](secrets[made])).status]).toEqual([made, 200])
  })

  it('keeps no token that could be read: the table holds hashes only', async () => {
    const token = await invite('hashed@acme.example')
    const rows = await portal.keep((tx) => tx.select().from(invitations))
    expect(JSON.stringify(rows)).not.toContain(token)
    const jobs = await portal.keep((tx) => tx.execute("select data::text from jobs.job where name like 'invitations%'"))
    expect(JSON.stringify(jobs.rows)).not.toContain(token)
  })
})
