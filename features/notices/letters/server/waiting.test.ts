import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { openedTo } from '#tests/rules/letters.ts'
import { notices } from '../../server/tables.ts'
import { noticesLetter } from './jobs.ts'

const addresses = { lena: 'lena@beta-logistics.example', piotr: 'piotr@gamma-freight.example' }
const missing = '0190a000-0000-7000-8000-000000000000'

describe('NTF-1: letters to people from outside wait, and can be taken back', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal({ LOGGIA_LETTER_HOLD: '3600' })
    acme = portal.group('acme')
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(() => portal.close())

  const waiting = async (who: PersonKey, id: string) => {
    await portal.settled()
    return (await (await portal.as(who)).notices.waiting({ id })).items
  }
  /** All that waits comes to its turn. */
  const comeDue = async () => {
    const rows = await portal.keep((tx) => tx.update(notices).set({ letterAt: new Date() }).returning())
    for (const { personId, aboutId, letterAt } of rows)
      if (letterAt) await noticesLetter.run({ personId, aboutId, until: letterAt.toISOString() }, portal.platform)
  }
  const to = (who: string) => openedTo(portal.folder, `${who}@acme.example`)

  it('the author reads to whom letters go and when; nobody else does, and employees are not among them', async () => {
    const { id } = await (await portal.as('liam')).feed.add({ groupId: acme, text: 'Sofas' })
    const [item, ...more] = await waiting('liam', id)
    expect(more).toEqual([])
    expect(item).toMatchObject({ saidId: null, person: { kind: 'external', company: 'Acme' } })
    expect(item?.others).toBeGreaterThan(0)
    expect(item?.at.getTime()).toBeGreaterThan(Date.now() + 3_500_000)
    for (const who of ['kim', 'ruth'] as const) expect(await waiting(who, id)).toEqual([])
    const answer = (work: Promise<unknown>) => work.then(JSON.stringify, (error: unknown) => JSON.stringify(error))
    const lena = await portal.as('lena')
    expect(await answer(lena.notices.waiting({ id }))).toBe(await answer(lena.notices.waiting({ id: missing })))
    expect(await to('kim')).toEqual([])
  })

  it.each([
    ['an announcement', () => ({ groupId: acme, announcement: {} })],
    ['a post to somebody by name', () => ({ to: [{ kind: 'person' as const, id: portal.person('kim') }] })],
  ])('letters about %s can be taken back like those about any post', async (_, more) => {
    const liam = await portal.as('liam')
    const { id } = await liam.feed.add({ text: 'zqtakenback', ...more() })
    expect(await waiting('liam', id)).toMatchObject([{ saidId: null, person: { kind: 'external' } }])
    await liam.feed.remove({ id })
    expect(await waiting('liam', id).catch((error: { code?: string }) => error.code)).toBe('NOT_FOUND')
    await comeDue()
    expect((await to('kim')).map(({ raw }) => raw).join('\n')).not.toContain('zqtakenback')
  })

  it('what is deleted in that time goes to nobody; what is put back goes when its time comes', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.feed.add({ groupId: acme, text: 'Rugs' })
    await (await portal.as('kim')).comments.add({ threadId: id, text: 'Red?' })
    const said = await liam.comments.add({ threadId: id, text: 'zqoops' })
    expect((await waiting('liam', id)).find(({ saidId }) => saidId === said.id)).toMatchObject({
      person: { name: 'Kim Lee' },
      others: 0,
    })
    await liam.comments.remove({ id: said.id })
    await liam.comments.restore({ id: said.id })
    const again = await liam.comments.add({ threadId: id, text: 'zqagain' })
    await liam.comments.remove({ id: again.id })
    await portal.settled()
    await comeDue()
    const letters = (await to('kim')).map(({ text }) => text).join('\n')
    expect(letters).toContain('zqoops')
    expect(letters).not.toContain('zqagain')
    expect(await waiting('liam', id)).toEqual([])
    // Nor does one come that only says that something was said.
    const before = (await to('kim')).length
    const alone = await liam.comments.add({ threadId: id, text: 'zqalone' })
    await portal.settled()
    await liam.comments.remove({ id: alone.id })
    await comeDue()
    expect((await to('kim')).length).toBe(before)
    const other = await liam.feed.add({ groupId: acme, text: 'zqcurtains' })
    await portal.settled()
    await liam.feed.remove({ id: other.id })
    await comeDue()
    expect((await to('omar')).map(({ raw }) => raw).join('\n')).not.toContain('zqcurtains')
  })

  it('GRP-7: of competitors who are kept apart nobody is named or counted', async () => {
    const paula = await portal.as('paula')
    const groupId = portal.group('carriers')
    await paula.groups.isolate({ id: groupId, isolation: 'open' })
    await portal.settled()
    const { id } = await paula.feed.add({ groupId, text: 'Ramps' })
    for (const who of ['lena', 'timur', 'piotr'] as const)
      await (await portal.as(who)).comments.add({ threadId: id, text: `From ${who}` })
    await (await portal.as('lena')).comments.add({ threadId: id, text: 'For all of you' })
    const piotr = portal.person('piotr')
    expect((await waiting('lena', id)).at(-1)).toMatchObject({ others: 1 })
    await paula.groups.isolate({ id: groupId, isolation: 'company' })
    const apart = await waiting('lena', id)
    expect(JSON.stringify(apart)).not.toContain(piotr)
    // Of those to whom what she said last goes, her colleague is left.
    expect(apart.at(-1)).toMatchObject({ person: { id: portal.person('timur') }, others: 0 })
    await comeDue()
    // Letters that were queued while they met name nobody, and bring no word of the other.
    for (const [who, other, name] of [
      ['piotr', 'lena', 'Lena'],
      ['lena', 'piotr', 'Piotr'],
    ] as const) {
      const letters = (await openedTo(portal.folder, addresses[who])).map(
        ({ raw, text, html }) => raw.replace(/=\r?\n/g, '') + text + html,
      )
      expect(letters.length).toBeGreaterThan(0)
      for (const letter of letters) {
        expect(letter).not.toContain(`From ${other}`)
        expect(letter).not.toContain(name)
        expect(letter).not.toContain(portal.person(other))
      }
    }
  })
})
