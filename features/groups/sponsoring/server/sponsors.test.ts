import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPerson } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { members } from '../../server/tables.ts'
import { daysAfter } from './days.ts'
import { keepTerms } from './jobs.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const sponsorOf = async (personId: string) => {
  const [row] = await portal.keep((tx) => tx.select().from(sponsorships).where(eq(sponsorships.personId, personId)))
  return row
}
const readAs = (key: PersonKey, whom: PersonKey) =>
  portal.under(key, (tx) =>
    tx
      .select()
      .from(sponsorships)
      .where(eq(sponsorships.personId, portal.person(whom))),
  )
const today = new Date().toISOString().slice(0, 10)

let visitors = 0
/** Somebody new who follows the letter that was sent to them, after what happens meanwhile. */
async function come(email: string, meanwhile?: () => Promise<void>): Promise<string> {
  await portal.settled()
  const letter = (await lettersTo(portal.folder, email)).at(-1) ?? ''
  const token = /\/join\/([\w-]{43})/.exec(letter)?.[1]
  await meanwhile?.()
  const answer = await fetch(`${portal.url}/api/v1/invitations/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.3.0.${++visitors}` },
    body: JSON.stringify({ token, name: 'Somebody New', password: 'four quiet words here' }),
  })
  const { id } = (await answer.json()) as { id: string }
  return id
}

describe('INV-11: who answers for somebody from outside', () => {
  it('is the colleague who invited them, with what was said', async () => {
    await (await portal.as('ruth')).invitations.invite({ id: acme, emails: ['a@acme.example'], purpose: 'Drawings' })
    const id = await come('a@acme.example')
    expect(await sponsorOf(id)).toMatchObject({ sponsorId: portal.person('ruth'), purpose: 'Drawings' })
  })

  it('is the sponsor of somebody from outside who invited them', async () => {
    const liam = await portal.as('liam')
    await liam.groups.change({ id: acme, whoInvites: 'members' })
    await (await portal.as('kim')).invitations.invite({ id: acme, emails: ['b@acme.example'] })
    const id = await come('b@acme.example')
    expect((await sponsorOf(id))?.sponsorId).toBe((await sponsorOf(portal.person('kim')))?.sponsorId)
    await liam.groups.change({ id: acme, whoInvites: 'keepers' })
  })

  it('is whoever approved their request', async () => {
    await (await portal.as('boris')).invitations.invite({ id: acme, emails: ['c@acme.example'], purpose: 'Locks' })
    const id = await come('c@acme.example')
    expect(await sponsorOf(id)).toBeUndefined()
    const ruth = await portal.as('ruth')
    const { items } = await ruth.requests.list({ id: acme })
    const asked = items.find(({ person }) => person?.id === id)
    await ruth.requests.approve({ id: asked?.id ?? '' })
    expect(await sponsorOf(id)).toMatchObject({ sponsorId: portal.person('ruth'), purpose: 'Locks' })
  })

  it('is read by colleagues who meet the person, and by the person who may know the sponsor', async () => {
    expect(await readAs('boris', 'kim')).toHaveLength(1)
    expect(await readAs('kim', 'kim')).toHaveLength(1)
    for (const key of ['stefan', 'omar', 'lena'] as const) expect(await readAs(key, 'kim')).toEqual([])
    expect(await refusal((await portal.as('stefan')).groups.sponsorship({ id: portal.person('kim') }))).toBe(
      'NOT_FOUND',
    )
    expect(await refusal((await portal.as('omar')).groups.sponsorship({ id: portal.person('kim') }))).toBe('NOT_FOUND')
    const { items } = await (await portal.as('omar')).groups.members({ id: acme, limit: 200 })
    // Their own they read under My access; a list of members says it to those who work here alone.
    expect(items.filter(({ sponsor }) => sponsor)).toEqual([])
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'voice' })
    expect(await readAs('kim', 'kim')).toEqual([])
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'open' })
  })

  it('is changed by the sponsor and administrators; keepers of a group take over', async () => {
    const id = portal.person('ingrid')
    const change = async (key: PersonKey, sponsor: PersonKey) =>
      refusal((await portal.as(key)).groups.changeSponsorship({ id, sponsorId: portal.person(sponsor) }))
    expect(await change('boris', 'boris')).toBe('SPONSOR_DECIDES')
    expect(await change('ruth', 'boris')).toBe('SPONSOR_DECIDES')
    expect(await change('ruth', 'ruth')).toBe('done')
    expect(await change('liam', 'kim')).toBe('SPONSOR_DECIDES')
    expect(await change('ruth', 'kim')).toBe('INVALID')
    expect(await change('ruth', 'boris')).toBe('done')
    await portal.settled()
    expect((await lettersTo(portal.folder, 'boris@orlanta.example')).at(-1)).toContain('Ingrid Solberg')
    expect(await change('anna', 'liam')).toBe('done')
  })
})

describe('INV-11: a sponsor who leaves', () => {
  it('passes those people on to their manager, who is told of those whom they meet', async () => {
    const { length: before } = await lettersTo(portal.folder, 'boris@orlanta.example')
    await (
      await portal.freshly('anna')
    ).people.move({
      id: portal.person('paula'),
      kind: 'external',
      heirId: portal.person('kasia'),
    })
    await portal.settled()
    expect((await sponsorOf(portal.person('lena')))?.sponsorId).toBe(portal.person('boris'))
    expect((await sponsorOf(portal.person('paula')))?.sponsorId).toBe(portal.person('boris'))
    const letters = await lettersTo(portal.folder, 'boris@orlanta.example')
    expect(letters.slice(before).join('\n')).toContain('Lena Hoffmann')
  })

  it('has them again when that is undone', async () => {
    await (await portal.freshly('anna')).people.undoMove({ id: portal.person('paula') })
    expect((await sponsorOf(portal.person('lena')))?.sponsorId).toBe(portal.person('paula'))
    expect(await sponsorOf(portal.person('paula'))).toBeUndefined()
  })

  it('when dismissed too', async () => {
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('paula'), heirId: portal.person('kasia') })
    expect((await sponsorOf(portal.person('lena')))?.sponsorId).toBe(portal.person('boris'))
  })
})

describe('INV-11: whoever comes to work here', () => {
  const isMember = (group: 'carriers' | 'suppliers', who: PersonKey) =>
    and(eq(members.groupId, portal.group(group)), eq(members.personId, portal.person(who)))
  it('keeps what was said, has no sponsor, and gets nothing back that had run out', async () => {
    const until = daysAfter(today, 40)
    await portal.keep((tx) => tx.update(members).set({ until }).where(isMember('carriers', 'timur')))
    await portal.keep((tx) =>
      tx
        .update(members)
        .set({ until: daysAfter(today, -2) })
        .where(isMember('carriers', 'marta')),
    )
    await keepTerms(portal.platform, new Date())
    const anna = await portal.freshly('anna')
    for (const key of ['timur', 'marta'] as const) await anna.people.move({ id: portal.person(key), kind: 'employee' })
    const [timur] = await portal.keep((tx) => tx.select().from(members).where(isMember('carriers', 'timur')))
    expect(timur?.until).toBe(until)
    expect(await sponsorOf(portal.person('timur'))).toBeUndefined()
    expect(await portal.keep((tx) => tx.select().from(members).where(isMember('carriers', 'marta')))).toEqual([])
  })
})

describe('INV-11: what the portal asks of those who invite', () => {
  it('a purpose, and a last day that is near enough; while a group is made it is said for them', async () => {
    const anna = await portal.as('anna')
    await anna.invitations.changeRules({ purpose: true, mostDays: 30 })
    const invite = async (said: { purpose?: string; accessUntil?: string }) =>
      refusal((await portal.as('liam')).invitations.invite({ id: acme, emails: ['d@acme.example'], ...said }))
    const accessUntil = daysAfter(today, 30)
    expect(await invite({ accessUntil })).toBe('INVALID')
    expect(await invite({ purpose: 'Doors' })).toBe('INVALID')
    expect(await invite({ purpose: 'Doors', accessUntil: daysAfter(today, 32) })).toBe('INVALID')
    expect(await invite({ purpose: 'Doors', accessUntil })).toBe('done')
    expect(await (await portal.as('kim')).invitations.terms({ id: acme })).toMatchObject({
      purpose: true,
      mostDays: 30,
    })
    const made = await (
      await portal.as('ruth')
    ).groups.create({
      name: 'Lifts',
      external: true,
      invitations: { emails: ['e@acme.example'] },
    })
    const { items } = await (await portal.as('ruth')).invitations.list({ id: made.id })
    expect(items).toMatchObject([{ purpose: 'Lifts', accessUntil }])
    await anna.invitations.changeRules({ purpose: false, mostDays: null })
  })
})

describe('PPL-11: my access', () => {
  it('counts exactly those whom the rules let read phone and e-mail', async () => {
    const kim = await portal.as('kim')
    await kim.account.change({ showReachesToExternals: true })
    const everybody = await portal.keep((tx) => tx.select().from(people))
    const reading = { employee: 0, external: 0, administrator: 0 }
    for (const { id, kind, dismissedAt } of everybody) {
      if (dismissedAt || id === portal.person('kim')) continue
      const isMember = await portal.keep((tx) =>
        tx
          .select()
          .from(members)
          .where(and(eq(members.groupId, acme), eq(members.personId, id))),
      )
      const reads = await readsReach(id, portal.person('kim'))
      if (reads) reading[isMember.length > 0 ? kind : 'administrator']++
    }
    const { groups: mine } = await kim.groups.ownAccess()
    const [{ readers } = { readers: null }] = mine
    expect(mine).toHaveLength(1)
    expect(readers?.colleagues).toBe(reading.employee)
    expect(readers?.companies.reduce((sum, { count }) => sum + count, 0)).toBe(reading.external)
    await kim.account.change({ showReachesToExternals: false })
    expect((await kim.groups.ownAccess()).groups[0]?.readers?.companies).toEqual([])
  })

  const invitedInto = async (id: string) =>
    (await (await portal.asId(id)).groups.ownAccess()).groups.map(({ invited }) => invited)

  it('says who invited them and what for, whoever answers for them now; of several letters the one they followed', async () => {
    const [liam, ruth, kim, anna] = [
      await portal.as('liam'),
      await portal.as('ruth'),
      await portal.as('kim'),
      await portal.as('anna'),
    ]
    await liam.groups.change({ id: acme, whoInvites: 'members' })
    await ruth.invitations.invite({ id: acme, emails: ['p@acme.example'], purpose: 'Cranes' })
    const id = await come('p@acme.example', async () => {
      await kim.invitations.invite({ id: acme, emails: ['p@acme.example'] })
    })
    const byRuth = [{ by: { name: 'Ruth Okafor' }, purpose: 'Cranes' }]
    expect(await invitedInto(id)).toMatchObject(byRuth)
    await anna.groups.changeSponsorship({ id, sponsorId: portal.person('liam'), purpose: 'Keys' })
    expect(await invitedInto(id)).toMatchObject(byRuth)
    const access = await (await portal.asId(id)).groups.ownAccess()
    expect(access).toMatchObject({ sponsor: { name: 'Liam Doherty' }, purpose: 'Keys' })
    await liam.groups.change({ id: acme, whoInvites: 'keepers' })
  })

  it('of somebody who was added it is whoever added them, by a link whoever made it', async () => {
    const ruth = await portal.as('ruth')
    const added = { id: acme, email: 'q@acme.example', name: 'Quinn', purpose: 'Plans' }
    const { person } = await ruth.invitations.add(added)
    expect(await invitedInto(person?.id ?? '')).toMatchObject([{ by: { name: 'Ruth Okafor' }, purpose: 'Plans' }])
    const { url } = await ruth.invitations.makeLink({ id: acme, purpose: 'Gates' })
    const token = url?.split('/room/')[1] ?? ''
    await (await portal.as('noel')).invitations.askByLink({ token, name: 'Rosa', email: 'r@acme.example' })
    expect(await invitedInto(await come('r@acme.example'))).toMatchObject([
      { by: { name: 'Ruth Okafor' }, purpose: 'Gates' },
    ])
  })

  it('is nobody where nobody invited them: who was put there, or worked here before', async () => {
    expect(await invitedInto(portal.person('kim'))).toEqual([null])
    const id = portal.person('nora')
    const anna = await portal.freshly('anna')
    await anna.people.move({ id, kind: 'external', heirId: portal.person('kasia') })
    const into = await invitedInto(id)
    expect(into.length).toBeGreaterThan(0)
    expect(into.every((one) => one === null)).toBe(true)
    await anna.people.undoMove({ id })
  })

  it('names no inviter whom they do not meet in that group: in one voice, or who is gone', async () => {
    await (await portal.as('ruth')).invitations.invite({ id: acme, emails: ['s@acme.example'], purpose: 'Roofs' })
    const id = await come('s@acme.example')
    const invitations = { emails: ['s@acme.example'] }
    const other = await (await portal.as('ruth')).groups.create({ name: 'Roof works', external: true, invitations })
    await portal.settled()
    const letter = (await lettersTo(portal.folder, 's@acme.example')).find((text) => text.includes('Roof works')) ?? ''
    const token = /\/join\/([\w-]{43})/.exec(letter)?.[1] ?? ''
    await (await portal.asId(id)).invitations.redeem({ token })
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'voice' })
    await portal.settled()
    // Known from elsewhere, Ruth is named there alone.
    expect(await invitedInto(id)).toMatchObject([{ by: null, purpose: 'Roofs' }, { by: { name: 'Ruth Okafor' } }])
    await (await portal.as('ruth')).groups.removeMember({ id: other.id, personId: id })
    expect(await invitedInto(id)).toEqual([{ by: null, purpose: 'Roofs' }])
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'open' })
    await portal.settled()
    expect(await invitedInto(id)).toMatchObject([{ by: { name: 'Ruth Okafor' } }])
    await (await portal.as('liam')).groups.removeMember({ id: acme, personId: portal.person('ruth') })
    expect(await invitedInto(id)).toEqual([{ by: null, purpose: 'Roofs' }])
  })

  it('names nobody and no number of those who work here where they speak in one voice', async () => {
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'voice' })
    const access = await (await portal.as('kim')).groups.ownAccess()
    expect(access).toMatchObject({ sponsor: null, groups: [{ readers: { colleagues: null } }] })
    expect(JSON.stringify(access)).not.toMatch(/Liam|Ruth/)
  })

  it('is nobody’s who works here', async () => {
    expect(await refusal((await portal.as('liam')).groups.ownAccess())).toBe('NOT_FOUND')
  })

  const readsReach = async (readerId: string, personId: string): Promise<boolean> => {
    const rows = await asPerson(portal.platform.database, readerId, (tx) =>
      tx.select().from(reaches).where(eq(reaches.personId, personId)),
    )
    return rows.length > 0
  }
})
