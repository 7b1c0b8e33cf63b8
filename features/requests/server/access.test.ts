import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { requests } from './tables.ts'

const missing = '00000000-0000-7000-8000-000000000000'
const said = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: unknown) => JSON.stringify(error))
const rule = async (work: Promise<unknown>): Promise<string> => /"code":"(\w+)"/.exec(await said(work))?.[1] ?? 'done'

describe('who asks to be in a closed group, who sees it and who decides (GRP-1)', () => {
  let portal: TestPortal
  let library: string
  let gitasRequest: string
  beforeAll(async () => {
    portal = await openTestPortal()
    library = portal.group('library')
    gitasRequest = (await (await portal.as('gita')).requests.ask({ id: library })).id
  })
  afterAll(() => portal.close())

  const seen = async (key: PersonKey) =>
    (await (await portal.as(key)).requests.list({ id: library })).items.map(({ id }) => id)

  it('an employee who found the group asks, and sees that they have', async () => {
    const { items } = await (await portal.as('gita')).requests.list({ id: library })
    expect(items).toMatchObject([{ id: gitasRequest, mine: true, decides: false, state: 'pending', invitedBy: null }])
    const again = await (await portal.as('gita')).requests.ask({ id: library })
    expect(again.id).toBe(gitasRequest)
  })

  it('the team sees who asks; the owner and the moderators decide, members do not', async () => {
    for (const [key, decides] of [
      ['celine', true],
      ['ewa', true],
      ['jakub', false],
    ] as const) {
      const { items } = await (await portal.as(key)).requests.list({ id: library })
      expect(items.map(({ person }) => person?.name)).toEqual(['Gita Rao', 'Zofia Krawiec'])
      expect(items[0]).toMatchObject({ decides, mine: false, email: null, state: 'pending' })
    }
    const jakub = await portal.as('jakub')
    expect(await rule(jakub.requests.approve({ id: gitasRequest }))).toBe('KEEPERS_DECIDE')
    expect(await rule(jakub.requests.decline({ id: gitasRequest }))).toBe('KEEPERS_DECIDE')
  })

  it('GRP-5: where only the owner brings people in, only the owner decides on a colleague too', async () => {
    const celine = await portal.as('celine')
    await celine.groups.change({ id: library, whoInvites: 'owner' })
    const ewa = await portal.as('ewa')
    expect((await ewa.requests.list({ id: library })).items.map(({ decides }) => decides)).toEqual([false, false])
    for (const act of ['approve', 'decline'] as const)
      expect(await rule(ewa.requests[act]({ id: gitasRequest }))).toBe('OWNER_DECIDES')
    expect((await celine.requests.list({ id: library })).items[0]).toMatchObject({ decides: true })
    await celine.groups.change({ id: library, whoInvites: 'keepers' })
  })

  it('nobody approves their own request', async () => {
    const gita = await portal.as('gita')
    expect(await rule(gita.requests.approve({ id: gitasRequest }))).toBe('KEEPERS_DECIDE')
  })

  it('colleagues who found the group see nothing of who asks, and to act on it is to act on nothing', async () => {
    expect(await seen('sean')).toEqual([])
    const sean = await portal.as('sean')
    const nothing = await said(sean.requests.approve({ id: missing }))
    for (const act of ['approve', 'decline', 'withdraw'] as const)
      expect(await said(sean.requests[act]({ id: gitasRequest }))).toBe(nothing)
    expect(await said((await portal.as('celine')).requests.withdraw({ id: gitasRequest }))).toBe(nothing)
  })

  it('on a secret or an external group hidden is missing, and an open one is joined', async () => {
    const gita = await portal.as('gita')
    const nothing = await said(gita.requests.ask({ id: missing }))
    for (const key of ['heron', 'acme'] as const) {
      expect(await said(gita.requests.ask({ id: portal.group(key) }))).toBe(nothing)
      expect(await said(gita.requests.list({ id: portal.group(key) }))).toBe(nothing)
    }
    expect(await rule(gita.requests.ask({ id: portal.group('workshop') }))).toBe('JOIN_OPEN_GROUPS')
    expect(await rule((await portal.as('jakub')).requests.ask({ id: library }))).toBe('ALREADY_MEMBER')
  })

  it('people from outside ask nobody and see no request, by no procedure and by no query', async () => {
    const kim = await portal.as('kim')
    const nothing = await said(kim.requests.approve({ id: missing }))
    for (const id of [library, portal.group('acme'), missing]) {
      expect(await said(kim.requests.ask({ id }))).toBe(nothing)
      expect(await said(kim.requests.list({ id }))).toBe(nothing)
    }
    expect(await said(kim.requests.decline({ id: gitasRequest }))).toBe(nothing)
    expect(await portal.under('kim', (tx) => tx.select().from(requests))).toEqual([])
  })

  it('the database lets nobody write a request or an answer, whoever they are', async () => {
    const [row] = await portal.keep((tx) => tx.select().from(requests).where(eq(requests.id, gitasRequest)))
    if (!row) throw new Error('Gita’s request is not there.')
    for (const key of ['celine', 'gita', 'anna', 'kim'] as const) {
      const personId = portal.person(key)
      const refused = { cause: { code: '42501' } }
      await expect(
        portal.under(key, (tx) => tx.insert(requests).values({ ...row, id: undefined, personId })),
      ).rejects.toMatchObject(refused)
      await expect(portal.under(key, (tx) => tx.update(requests).set({ state: 'approved' }))).rejects.toMatchObject(
        refused,
      )
      await expect(portal.under(key, (tx) => tx.delete(requests))).rejects.toMatchObject(refused)
    }
    for (const key of ['sean', 'anna', 'lena'] as const)
      expect(await portal.under(key, (tx) => tx.select().from(requests))).toEqual([])
  })
})
