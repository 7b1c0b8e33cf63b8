import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admitPerson } from '#access/admit.ts'
import { hashed } from '#access/sessions.ts'
import { sessions, signIns, tokens } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { invitations } from './tables.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())
beforeEach(() => set('keepers'))

const password = 'four quiet words here'
const set = (whoInvites: 'owner' | 'keepers' | 'members') =>
  portal.keep((tx) => tx.update(groups).set({ whoInvites }).where(eq(groups.id, acme)))

/** The tokens in the letters to an address, the newest first. */
async function tokensTo(address: string): Promise<string[]> {
  await portal.settled()
  const folder = join(portal.folder, 'outbox')
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed()
  const letters = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))))
  return letters.flatMap(({ to, text = '' }) => {
    const token = /\/join\/([\w-]+)/.exec(text)?.[1]
    return token && to && !Array.isArray(to) && to.text.toLowerCase().includes(address.toLowerCase()) ? [token] : []
  })
}
async function invite(email: string, by: PersonKey = 'liam'): Promise<string> {
  await (await portal.as(by)).invitations.invite({ id: acme, emails: [email] })
  const [token] = await tokensTo(email)
  if (!token) throw new Error(`There is no invitation letter to ${email}.`)
  return token
}
let visitors = 0
async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.3.0.${++visitors}` }
  const answer = await fetch(`${portal.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, text: await answer.text() }
}
const redeem = (token: string) => post('/invitations/redeem', { token, name: 'Rosa Díaz', password })
const look = async (token: string) => (await fetch(`${portal.url}/api/v1/invitations/look?token=${token}`)).text()
const accounts = (email: string) =>
  portal.keep((tx) => tx.select().from(signIns).where(eq(signIns.email, email.toLowerCase())))

describe('INV-8: the inviter’s right is the one of now', () => {
  it('narrowed since, a letter that let in leads nowhere, as if there were none; a keeper’s own still does', async () => {
    await set('members')
    const [members, keepers] = [await invite('of.member@acme.example', 'nora'), await invite('of.keeper@acme.example')]
    await set('keepers')
    const unknown = await redeem('A'.repeat(43))
    expect(await redeem(members)).toEqual(unknown)
    expect(await look(members)).toBe(await look('A'.repeat(43)))
    expect((await redeem(keepers)).status).toBe(200)
    await set('members')
    expect((await redeem(members)).status).toBe(200)
  })

  it('widened since, a letter that led into the lobby lets in', async () => {
    const token = await invite('widened@acme.example', 'nora')
    expect(JSON.parse(await look(token))).toMatchObject({ lobby: true })
    await set('members')
    expect(JSON.parse((await redeem(token)).text)).toMatchObject({ groupId: acme, waiting: false })
  })

  it('where the portal refuses by now, or the inviter left the group, a letter into the lobby is no letter', async () => {
    const [refused, left] = [await invite('refused@acme.example', 'nora'), await invite('left@acme.example', 'hana')]
    const unknown = await redeem('A'.repeat(43))
    const anna = await portal.as('anna')
    await anna.invitations.changeRules({ ordinaryMembersInvite: 'refuse' })
    expect(await redeem(refused)).toEqual(unknown)
    await anna.invitations.changeRules({ ordinaryMembersInvite: 'lobby' })
    await (await portal.as('hana')).groups.removeMember({ id: acme, personId: portal.person('hana') })
    expect(await redeem(left)).toEqual(unknown)
    expect((await redeem(refused)).status).toBe(200)
    expect(await redeem(refused)).toEqual(unknown)
  })

  it('an external who invites and is dismissed, or whose date has passed, lets nobody in', async () => {
    await set('members')
    const [gone, late] = [await invite('of.gone@acme.example', 'omar'), await invite('late@acme.example')]
    const unknown = await redeem('A'.repeat(43))
    await dismissByHand('omar')
    expect(await redeem(gone)).toEqual(unknown)
    const past = { accessUntil: '2020-01-01' }
    await portal.keep((tx) => tx.update(invitations).set(past).where(eq(invitations.email, 'late@acme.example')))
    expect(await redeem(late)).toEqual(unknown)
  })

  it('somebody invited as a moderator is one only while the inviter may make one', async () => {
    const email = 'as.moderator@acme.example'
    await (await portal.as('ruth')).invitations.invite({ id: acme, emails: [email], role: 'moderator' })
    const [token = ''] = await tokensTo(email)
    const ruth = { id: acme, personId: portal.person('ruth') }
    const liam = await portal.as('liam')
    await set('members')
    await liam.groups.changeMember({ ...ruth, role: 'member' })
    expect((await redeem(token)).status).toBe(404)
    await liam.groups.changeMember({ ...ruth, role: 'moderator' })
    expect((await redeem(token)).status).toBe(200)
    const [account] = await accounts(email)
    const [member] = await portal.keep((tx) =>
      tx
        .select()
        .from(members)
        .where(eq(members.personId, account?.id ?? '')),
    )
    expect(member?.role).toBe('moderator')
  })
})

describe('INV-8: one address is one person', () => {
  it.each([
    ['dotless i', 'rıta@acme.example'],
    ['dotted capital I', 'RİTA@acme.example'],
    ['full-width letters', 'ｒｉｔａ@acme.example'],
    ['full-width domain', 'rita@ａcme.example'],
    ['quoted local part', '"rita"@acme.example'],
    ['quoted with a space', '"ri ta"@acme.example'],
    ['trailing dot', 'rita@acme.example.'],
    ['Kelvin sign', 'rita@acme.e\u212aample.example'],
    ['two alphabets in one word', 'rita@аcme.example'],
  ])('%s is refused, not read as somebody else', async (_, email) => {
    const work = (await portal.as('liam')).invitations.invite({ id: acme, emails: [email] })
    await expect(work).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('whatever its case', async () => {
    const first = await invite('Case.Matters@acme.example')
    expect((await redeem(first)).status).toBe(200)
    const again = (await portal.as('liam')).invitations.invite({ id: acme, emails: ['CASE.matters@ACME.example'] })
    await expect(again).rejects.toMatchObject({ data: { issues: [{ message: 'ALREADY_MEMBER' }] } })
    expect(await accounts('case.matters@acme.example')).toHaveLength(1)
  })

  it('an address in another alphabet and its form in ASCII are one', async () => {
    const token = await invite('ivan@пример.рф')
    expect((await redeem(token)).status).toBe(200)
    const again = (await portal.as('liam')).invitations.invite({ id: acme, emails: ['ivan@xn--e1afmkfd.xn--p1ai'] })
    await expect(again).rejects.toMatchObject({ data: { issues: [{ message: 'ALREADY_MEMBER' }] } })
  })

  it('two letters of two inviters into one group, opened at once, make one account and one membership; the other is told so', async () => {
    await set('members')
    const emails = Array.from({ length: 6 }, (_, n) => `two.letters.${n}@acme.example`)
    for (const by of ['kim', 'liam'] as const) await (await portal.as(by)).invitations.invite({ id: acme, emails })
    await portal.settled()
    const tokenOf = (email: string, by: PersonKey) => `${by} to ${email}`
    for (const email of emails)
      for (const by of ['kim', 'liam'] as const)
        await portal.keep((tx) =>
          tx
            .update(invitations)
            .set({ tokenHash: hashed(tokenOf(email, by)) })
            .where(and(eq(invitations.email, email), eq(invitations.invitedBy, portal.person(by)))),
        )
    const pairs = await Promise.all(
      emails.map((email) => Promise.all([redeem(tokenOf(email, 'kim')), redeem(tokenOf(email, 'liam'))])),
    )
    for (const answers of pairs)
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
    const come = await portal.keep((tx) =>
      tx
        .select({ email: signIns.email, groupId: members.groupId })
        .from(signIns)
        .innerJoin(members, eq(members.personId, signIns.id))
        .where(inArray(signIns.email, emails)),
    )
    expect(come.map(({ email }) => email).toSorted()).toEqual(emails.toSorted())
    const { items } = await (await portal.as('liam')).invitations.list({ id: acme, limit: 200 })
    expect(items.filter((item) => emails.includes(item.email))).toEqual([])
  })

  it('comes in by one letter while the other is sent anew, or whoever holds it is added, and nobody waits in a ring', async () => {
    await set('members')
    const emails = Array.from({ length: 4 }, (_, n) => `renewed.${n}@acme.example`)
    for (const by of ['kim', 'liam'] as const) await (await portal.as(by)).invitations.invite({ id: acme, emails })
    await portal.settled()
    const [kim, liam] = [await portal.as('kim'), await portal.as('liam')]
    const answers = await Promise.all(
      emails.map(async (email, n) => {
        const token = `comes by ${email}`
        await portal.keep((tx) =>
          tx
            .update(invitations)
            .set({ tokenHash: hashed(token) })
            .where(and(eq(invitations.email, email), eq(invitations.invitedBy, portal.person('liam')))),
        )
        const meanwhile =
          n % 2 === 0
            ? kim.invitations.invite({ id: acme, emails: [email] })
            : liam.invitations.add({ id: acme, email, name: 'Rosa' })
        return Promise.all([redeem(token), meanwhile.then(() => 200).catch(({ status }: { status: number }) => status)])
      }),
    )
    for (const [come, meanwhile] of answers) {
      expect([200, 404]).toContain(come.status)
      expect([200, 400]).toContain(meanwhile)
    }
  })

  it('whoever comes by a letter that is sent anew at that very moment waits, and then holds a dead one', async () => {
    const email = 'sent.anew@acme.example'
    const token = await invite(email)
    const waiting = async () => {
      const { rows } = await portal.keep((tx) =>
        tx.execute(sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
      )
      return rows.length
    }
    const { coming } = await portal.keep(async (tx) => {
      // As sending it anew does, which is not through yet.
      const anew = { tokenHash: null, sending: sql`${invitations.sending} + 1` }
      await tx.update(invitations).set(anew).where(eq(invitations.email, email))
      const come = redeem(token)
      await expect.poll(waiting, { timeout: 5000 }).toBeGreaterThan(0)
      return { coming: come }
    })
    expect((await coming).status).toBe(404)
    expect(await accounts(email)).toEqual([])
  })

  it('looking at a letter waits for nobody and holds nobody up', async () => {
    const token = await invite('only.looks@acme.example')
    const held = await portal.keep(async (tx) => {
      await tx.select().from(groups).where(eq(groups.id, acme)).for('update')
      await tx.select().from(invitations).where(eq(invitations.email, 'only.looks@acme.example')).for('update')
      return Promise.race([look(token), new Promise((resolve) => setTimeout(resolve, 3000, 'waits'))])
    })
    expect(held).toContain('only.looks@acme.example')
  })
})

describe('INV-8: an account whose address nobody proved', () => {
  it('belongs to whoever comes through the letter: password, sessions and tokens of before do not survive', async () => {
    const email = 'squatted@acme.example'
    const theirs = 'what the other one chose'
    const id = await portal.keep((tx) =>
      admitPerson(tx, { name: 'Somebody Else', kind: 'external', email, password: theirs, proven: false }),
    )
    expect(await portal.sessions.signIn(email, theirs, new Headers())).not.toBeNull()
    await portal.keep((tx) => tx.insert(tokens).values({ personId: id, name: 'Left behind', hash: 'x'.repeat(64) }))
    const token = await invite(email)
    expect(JSON.parse(await look(token))).toMatchObject({ next: 'register' })
    expect(JSON.parse((await redeem(token)).text)).toMatchObject({ id, name: 'Rosa Díaz', groupId: acme })
    expect(await portal.sessions.signIn(email, theirs, new Headers())).toBeNull()
    const left = await portal.keep((tx) => tx.select().from(tokens).where(eq(tokens.personId, id)))
    expect(left).toEqual([])
    const open = await portal.keep((tx) => tx.select().from(sessions).where(eq(sessions.userId, id)))
    expect(open).toHaveLength(1)
    expect((await accounts(email))[0]?.emailVerified).toBe(true)
  })

  it('is not opened by whoever is signed in to it: they choose a password like anybody who comes', async () => {
    const email = 'signed.in@acme.example'
    const id = await portal.keep((tx) =>
      admitPerson(tx, { name: 'Before', kind: 'external', email, password: 'of before, long', proven: false }),
    )
    const token = await invite(email)
    const them = await portal.asId(id)
    await expect(them.invitations.redeem({ token })).rejects.toMatchObject({ code: 'INVALID' })
    expect((await redeem(token)).status).toBe(200)
  })
})

const dismissByHand = (key: PersonKey) =>
  portal.keep((tx) =>
    tx
      .update(people)
      .set({ dismissedAt: new Date() })
      .where(eq(people.id, portal.person(key))),
  )
