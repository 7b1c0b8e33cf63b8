import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import { groups } from '#features/groups/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { invitations, sendings } from '../../server/tables.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rowsOf = (emails: string[]) =>
  portal.keep((tx) => tx.select().from(invitations).where(inArray(invitations.email, emails)))
const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)

describe('INV-2: many at once, each with what is said of them', () => {
  it('each row says its own, and what it leaves out is said of all', async () => {
    const liam = await portal.as('liam')
    const rosa = {
      email: 'Rosa@acme.example',
      name: 'Rosa Díaz',
      position: 'Buyer',
      language: 'pl',
      accessUntil: ahead,
    } as const
    const plain = { email: 'plain@newco.example' }
    const { items } = await liam.invitations.inviteList({
      id: acme,
      people: [rosa, plain],
      company: 'Newco',
      language: 'ru',
    })
    expect(items).toMatchObject([
      { email: 'Rosa@acme.example', name: 'Rosa Díaz', company: 'Newco', language: 'pl', accessUntil: ahead },
      { email: plain.email, name: '', company: 'Newco', language: 'ru', accessUntil: null },
    ])
    await portal.settled()
    const letter = (await lettersTo(portal.folder, 'Rosa@acme.example')).at(-1) ?? ''
    const token = [...letter.matchAll(/\/join\/([\w-]+)/g)].at(-1)?.[1] ?? ''
    const visitor = await portal.as('noel')
    expect(await visitor.invitations.look({ token })).toMatchObject({ name: 'Rosa Díaz' })
    await visitor.invitations.redeem({ token, name: 'Rosa Díaz', password: 'four quiet words here' })
    const [come] = await portal.keep((tx) =>
      tx
        .select({ position: people.position })
        .from(people)
        .innerJoin(signIns, eq(signIns.id, people.id))
        .where(eq(signIns.email, 'rosa@acme.example')),
    )
    expect(come?.position).toBe('Buyer')
  })

  it('nothing is sent when one row cannot be: each is named by where it stands, and nothing counts for the day', async () => {
    const counted = () => portal.keep((tx) => tx.$count(sendings))
    const before = await counted()
    const rows = [{ email: 'good@acme.example' }, { email: 'no address' }, { email: 'good2@acme.example' }]
    const liam = await portal.as('liam')
    const refusal = await said(liam.invitations.inviteList({ id: acme, people: rows }))
    expect(refusal).toContain('"path":["people","1"],"message":"NOT_AN_ADDRESS"')
    const past = [{ email: 'good@acme.example' }, { email: 'good2@acme.example', accessUntil: '2020-01-01' }]
    expect(await said(liam.invitations.inviteList({ id: acme, people: past }))).toContain(
      '"path":["people","1"],"message":"DAY_PASSED"',
    )
    const kim = (
      await portal.keep((tx) =>
        tx
          .select()
          .from(signIns)
          .where(eq(signIns.id, portal.person('kim'))),
      )
    )[0]
    const known = [{ email: 'good@acme.example' }, { email: kim?.email ?? '' }]
    expect(await said(liam.invitations.inviteList({ id: acme, people: known }))).toContain('ALREADY_MEMBER')
    expect(await rowsOf(['good@acme.example', 'good2@acme.example'])).toEqual([])
    expect(await counted()).toBe(before)
  })

  it('five hundred go at once, one twice goes once, five hundred and one are refused', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ email: `list${n}@acme.example`, name: `Person ${n}` }))
    const anna = await portal.as('anna')
    await anna.invitations.changeRules({ dailyLimit: 600 })
    const liam = await portal.as('liam')
    const list = (rows: { email: string }[]) => liam.invitations.inviteList({ id: acme, people: rows })
    expect(await said(list([...many, { email: 'one.more@acme.example' }]))).toContain('BAD_REQUEST')
    const { items } = await list([...many.slice(0, 499), { email: 'LIST0@acme.example' }])
    expect(items).toHaveLength(499)
    expect(await said(list(many))).toContain('DAILY_LIMIT')
    await anna.invitations.changeRules({ dailyLimit: 500 })
  })

  it('somebody from outside says no company of anybody, and is told nothing of whom they may not see', async () => {
    await portal.keep((tx) => tx.update(groups).set({ whoInvites: 'members' }).where(eq(groups.id, acme)))
    const kim = await portal.as('kim')
    const rows = [{ email: 'out@acme.example' }, { email: 'out2@acme.example', company: 'Acme' }]
    expect(await said(kim.invitations.inviteList({ id: acme, people: rows }))).toContain('EXTERNALS_GIVE_ADDRESSES')
    const all = await portal.keep((tx) => tx.select().from(signIns))
    const of = (key: 'gita' | 'piotr') => all.find(({ id }) => id === portal.person(key))?.email ?? ''
    const hidden = [{ email: of('gita') }, { email: of('piotr') }, { email: 'nobody@nowhere.example' }]
    const { items } = await kim.invitations.inviteList({ id: acme, people: hidden })
    const shapes = items.map(({ id: _id, email: _email, ...rest }) => ({ ...rest, sentAt: 0, expiresAt: 0 }))
    expect(shapes[0]).toEqual(shapes[2])
    expect(shapes[1]).toEqual(shapes[2])
  })
})
