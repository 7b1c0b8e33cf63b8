import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import { people, spaces } from '#access/tables.ts'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { requests } from '#features/requests/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const password = 'four quiet words here'
const rule = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

async function lettersTo(address: string) {
  await portal.settled()
  const folder = join(portal.folder, 'outbox')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted()
  const letters = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))))
  return letters.filter(({ to }) => to && !Array.isArray(to) && to.text.includes(address))
}
async function tokenTo(address: string): Promise<string> {
  for (const { text = '' } of (await lettersTo(address)).toReversed()) {
    const token = /\/join\/([\w-]+)/.exec(text)?.[1]
    if (token) return token
  }
  throw new Error(`There is no invitation letter to ${address}.`)
}
let visitors = 0
async function redeem(body: object) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.2.0.${++visitors}` }
  const answer = await fetch(`${portal.url}/api/v1/invitations/redeem`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const idOf = async (email: string) => {
  const [row] = await portal.keep((tx) => tx.select().from(signIns).where(eq(signIns.email, email)))
  if (!row) throw new Error(`${email} is not here.`)
  return row.id
}
const person = async (id: string) => {
  const [row] = await portal.keep((tx) => tx.select().from(people).where(eq(people.id, id)))
  return row
}
/** Somebody whom an ordinary member invited, and who came. */
async function comeThrough(
  email: string,
  by: PersonKey = 'boris',
  more: { into?: GroupKey; accessUntil?: string; language?: 'en' | 'ru' | 'pl' } = {},
): Promise<string> {
  const { into = 'acme', language = 'en', ...about } = more
  await (await portal.as(by)).invitations.invite({ id: portal.group(into), emails: [email], language, ...about })
  const come = await redeem({ token: await tokenTo(email), name: 'Rosa Díaz', password })
  expect(come).toMatchObject({ status: 200, body: { kind: 'external', groupId: null, waiting: true } })
  return idOf(email)
}
const requestOf = async (key: PersonKey, personId: string, group: GroupKey = 'acme') =>
  (await (await portal.as(key)).requests.list({ id: portal.group(group) })).items.find(
    (request) => request.person?.id === personId,
  )

describe('INV-6: an ordinary member invites where only owner and moderators may', () => {
  it('the person is let into the portal and not into the group: they see its name, as the letter said it, and nothing more', async () => {
    const id = await comeThrough('rosa@acme.example')
    const rosa = await portal.asId(id)
    const { items } = await rosa.requests.lobby()
    expect(items).toMatchObject([{ groupName: 'Acme headquarters, Dublin', state: 'waiting', groupId: null }])
    expect(JSON.stringify(items)).not.toContain(portal.group('acme'))
    expect(await rosa.account.me()).toMatchObject({ waiting: true, sections: ['account', 'exports', 'requests'] })
    await (await portal.as('liam')).groups.change({ id: portal.group('acme'), name: 'Renamed meanwhile' })
    expect(JSON.stringify(await rosa.requests.lobby())).not.toContain('Renamed')
    await (await portal.as('liam')).groups.change({ id: portal.group('acme'), name: 'Acme headquarters, Dublin' })
    expect(await portal.keep((tx) => tx.select().from(members).where(eq(members.personId, id)))).toEqual([])
  })

  it('the letter and the page behind it say that a keeper of the group answers', async () => {
    const email = 'told@acme.example'
    await (await portal.as('nora')).invitations.invite({ id: portal.group('acme'), emails: [email] })
    const [letter] = await lettersTo(email)
    expect(letter?.text).toContain('the owner or a moderator of the group confirms')
    const look = await (await portal.as('noel')).invitations.look({ token: await tokenTo(email) })
    expect(look).toMatchObject({ lobby: true, group: { name: 'Acme headquarters, Dublin' } })
  })

  it('owner and moderators see the request and get a letter; the team sees it, and its inviter what becomes of it', async () => {
    const id = await comeThrough('seen@acme.example')
    expect(await requestOf('ruth', id)).toMatchObject({
      decides: true,
      email: 'seen@acme.example',
      person: { name: 'Rosa Díaz', company: 'Acme' },
      invitedBy: { name: 'Boris Levchenko' },
    })
    expect(await requestOf('nora', id)).toMatchObject({ decides: false })
    for (const key of ['liam', 'ruth'] as const) {
      const [letter] = (await lettersTo(`${key}@orlanta.example`)).toReversed()
      expect(letter?.subject).toBe('Rosa Díaz asks to join “Acme headquarters, Dublin”')
      expect(letter?.text).toContain('Boris Levchenko has invited Rosa Díaz')
      expect(letter?.text).toContain(`/groups/${portal.group('acme')}/members`)
    }
    expect(await lettersTo('nora@orlanta.example')).toEqual([])
    const { items } = await (await portal.as('boris')).invitations.list({ id: portal.group('acme') })
    expect(items.find(({ email }) => email === 'seen@acme.example')?.state).toBe('asked')
  })

  it('approved, they are a member at once, until the date of the invitation, and get a letter with the way in', async () => {
    const accessUntil = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    const id = await comeThrough('until@acme.example', 'boris', { accessUntil })
    const request = await requestOf('ruth', id)
    expect(await (await portal.as('ruth')).requests.approve({ id: request?.id ?? '' })).toMatchObject({
      state: 'approved',
      decides: false,
    })
    const them = await portal.asId(id)
    expect((await them.groups.list({})).items.map(({ name }) => name)).toEqual(['Acme headquarters, Dublin'])
    expect(await them.account.me()).toMatchObject({ waiting: false })
    expect((await them.requests.lobby()).items).toMatchObject([{ state: 'approved', groupId: portal.group('acme') }])
    const [member] = await portal.keep((tx) => tx.select().from(members).where(eq(members.personId, id)))
    expect(member).toMatchObject({ role: 'member', until: accessUntil })
    const letter = (await lettersTo('until@acme.example')).at(-1)
    expect(letter?.subject).toBe('You are in “Acme headquarters, Dublin” now')
    expect(await rule((await portal.as('liam')).requests.decline({ id: request?.id ?? '' }))).toBe('REQUEST_ANSWERED')
  })

  it('declined, they get a polite letter in their language, and the account is closed', async () => {
    const id = await comeThrough('no@aqtas-glass.example', 'boris', { language: 'ru' })
    await (await portal.as('liam')).requests.decline({ id: (await requestOf('liam', id))?.id ?? '' })
    expect((await person(id))?.dismissedAt).not.toBeNull()
    const letter = (await lettersTo('no@aqtas-glass.example')).at(-1)
    expect(letter?.subject).toBe('О вашем запросе в группу «Acme headquarters, Dublin»')
    expect(letter?.text).toContain('учётная запись там закрыта')
    expect(letter?.text).not.toContain('Liam')
    const { items } = await (await portal.as('boris')).invitations.list({ id: portal.group('acme') })
    expect(items.find(({ email }) => email === 'no@aqtas-glass.example')?.state).toBe('declined')
    const seen = await portal.under('nora', (tx) => tx.select().from(people).where(eq(people.id, id)))
    expect(seen).toEqual([])
  })

  it('declined, they can still be invited by whoever may: a new letter opens the account, with a new password', async () => {
    const email = 'second.chance@acme.example'
    const id = await comeThrough(email)
    await (await portal.as('liam')).requests.decline({ id: (await requestOf('liam', id))?.id ?? '' })
    await (await portal.as('liam')).invitations.invite({ id: portal.group('acme'), emails: [email] })
    const come = await redeem({ token: await tokenTo(email), name: 'Rosa Díaz', password: 'another good sentence' })
    expect(come).toMatchObject({ status: 200, body: { id, groupId: portal.group('acme'), waiting: false } })
    expect(await portal.sessions.signIn(email, password, new Headers())).toBeNull()
    expect(await portal.sessions.signIn(email, 'another good sentence', new Headers())).not.toBeNull()
  })

  it('declined, whoever is in another group by then keeps the account', async () => {
    const email = 'two.ways@openbench.example'
    const id = await comeThrough(email)
    await (await portal.as('ewa')).invitations.invite({ id: portal.group('suppliers'), emails: [email] })
    const them = await portal.asId(id)
    await them.invitations.redeem({ token: await tokenTo(email) })
    await (await portal.as('liam')).requests.decline({ id: (await requestOf('liam', id))?.id ?? '' })
    expect((await person(id))?.dismissedAt).toBeNull()
    expect((await them.groups.list({})).items.map(({ name }) => name)).toEqual(['Suppliers and freelancers'])
    expect((await lettersTo(email)).at(-1)?.text).not.toContain('closed')
  })

  it('somebody known who comes through the lobby stays where they are until a keeper answers', async () => {
    await (
      await portal.as('boris')
    ).invitations.invite({
      id: portal.group('acme'),
      emails: ['lena@beta-logistics.example'],
    })
    const lena = await portal.as('lena')
    const come = await lena.invitations.redeem({ token: await tokenTo('lena@beta-logistics.example') })
    expect(come).toMatchObject({ groupId: null, waiting: true })
    expect((await lena.groups.list({})).items.map(({ name }) => name)).toEqual(['Carriers and deliveries'])
    expect((await lena.account.me()).waiting).toBe(false)
  })

  it('an external who invites sees the state of theirs; of the request itself nothing', async () => {
    const id = await comeThrough('of.kim@acme.example', 'kim')
    const state = async () =>
      (await (await portal.as('kim')).invitations.list({ id: portal.group('acme') })).items.find(
        ({ email }) => email === 'of.kim@acme.example',
      )?.state
    expect(await state()).toBe('asked')
    expect(await portal.under('kim', (tx) => tx.select().from(requests))).toEqual([])
    const seen = await portal.under('kim', (tx) => tx.select().from(people).where(eq(people.id, id)))
    expect(seen).toEqual([])
    await (await portal.as('ruth')).requests.decline({ id: (await requestOf('ruth', id))?.id ?? '' })
    await portal.settled()
    expect(await state()).toBe('declined')
  })
})

describe('INV-6: approving asks everything again', () => {
  const approve = async (personId: string, key: PersonKey = 'liam') =>
    rule((await portal.as(key)).requests.approve({ id: (await requestOf(key, personId))?.id ?? '' }))

  it('the group is still open to externals', async () => {
    const id = await comeThrough('closed.group@acme.example', 'zofia', { into: 'carriers' })
    const request = await requestOf('paula', id, 'carriers')
    const openTo = (externalSince: Date | null) =>
      portal.keep(async (tx) => {
        const at = eq(groups.id, portal.group('carriers'))
        const [row] = await tx.update(groups).set({ externalSince }).where(at).returning()
        await tx
          .update(spaces)
          .set({ externalSince })
          .where(eq(spaces.id, row?.spaceId ?? ''))
      })
    await openTo(null)
    const paula = await portal.as('paula')
    expect(await rule(paula.requests.approve({ id: request?.id ?? '' }))).toBe('GROUP_CLOSED_TO_EXTERNALS')
    await openTo(new Date())
    expect(await rule(paula.requests.approve({ id: request?.id ?? '' }))).toBe('done')
  })

  it('whoever invited is still here and in the group, and the date has not passed', async () => {
    const id = await comeThrough('gone.inviter@acme.example', 'nora')
    const dismissed = (dismissedAt: Date | null) =>
      portal.keep((tx) =>
        tx
          .update(people)
          .set({ dismissedAt })
          .where(eq(people.id, portal.person('nora'))),
      )
    await dismissed(new Date())
    expect(await approve(id)).toBe('INVITER_GONE')
    await dismissed(null)
    const until = (accessUntil: string | null) =>
      portal.keep((tx) => tx.update(requests).set({ accessUntil }).where(eq(requests.personId, id)))
    await until('2020-01-01')
    expect(await approve(id)).toBe('ACCESS_ENDED')
    await until(null)
    expect(await approve(id)).toBe('done')
  })

  it('and the portal’s rules of now: people from outside at all, who invites them, their domain', async () => {
    const id = await comeThrough('rules.of.now@acme.example')
    const anna = await portal.as('anna')
    const set = (changes: object) => anna.invitations.changeRules(changes)
    const cases = [
      [{ externals: false }, { externals: true }, 'EXTERNALS_SWITCHED_OFF'],
      [{ whoInvites: 'administrators' }, { whoInvites: 'group' }, 'INVITING_LIMITED'],
      [{ deniedDomains: ['acme.example'] }, { deniedDomains: [] }, 'DOMAIN_NOT_ALLOWED'],
    ] as const
    for (const [during, after, refusal] of cases) {
      await set(during)
      expect(await approve(id)).toBe(refusal)
      await set(after)
    }
    expect(await approve(id)).toBe('done')
  })

  it('where only the owner invites, only the owner decides', async () => {
    const id = await comeThrough('owners@acme.example')
    await (await portal.as('liam')).groups.change({ id: portal.group('acme'), whoInvites: 'owner' })
    expect(await requestOf('ruth', id)).toMatchObject({ decides: false })
    expect(await approve(id, 'ruth')).toBe('OWNER_DECIDES')
    expect(await approve(id, 'liam')).toBe('done')
    await (await portal.as('liam')).groups.change({ id: portal.group('acme'), whoInvites: 'keepers' })
  })

  it('GRP-3: the first who is let in finds nothing of before, unless whoever approves chooses that', async () => {
    const paula = await portal.as('paula')
    for (const [choice, posts] of [[{}, 0] as const, [{ from: 'everything' }, 1] as const]) {
      const { id } = await paula.groups.create({ name: 'Through the lobby', external: true })
      await paula.groups.addMember({ id, personId: portal.person('boris') })
      await paula.feed.add({ groupId: id, text: 'Among us' })
      const email = `first.of.all.${posts}@nowhere.example`
      await (await portal.as('boris')).invitations.invite({ id, emails: [email] })
      await redeem({ token: await tokenTo(email), name: 'Rosa Díaz', password })
      const [request] = (await paula.requests.list({ id })).items
      await paula.requests.approve({ id: request?.id ?? '', ...choice })
      const { items } = await (await portal.asId(await idOf(email))).feed.list({ group: id })
      expect(items).toHaveLength(posts)
    }
  })

  it('two keepers who answer at once give one answer', async () => {
    const id = await comeThrough('at.once@acme.example')
    const request = { id: (await requestOf('liam', id))?.id ?? '' }
    const [liam, ruth] = [await portal.as('liam'), await portal.as('ruth')]
    const answers = await Promise.all([rule(liam.requests.approve(request)), rule(ruth.requests.decline(request))])
    expect(answers.toSorted()).toEqual(['REQUEST_ANSWERED', 'done'])
    const inside = await portal.keep((tx) =>
      tx
        .select()
        .from(members)
        .where(and(eq(members.personId, id), eq(members.groupId, portal.group('acme')))),
    )
    expect(inside.length === 1).toBe((await person(id))?.dismissedAt === null)
  })

  it('whoever is added by another way waits no more', async () => {
    const email = 'other.way@acme.example'
    const id = await comeThrough(email)
    await (await portal.as('ruth')).invitations.invite({ id: portal.group('acme'), emails: [email] })
    await (await portal.asId(id)).invitations.redeem({ token: await tokenTo(email) })
    await portal.settled()
    expect(await requestOf('liam', id)).toBeUndefined()
  })
})
