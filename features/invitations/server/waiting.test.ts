import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { people } from '#access/tables.ts'
import { listOutbox, readOutbox, type OpenedLetter } from '#platform/mail/outbox.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { Look, Waiting } from '../contract.ts'
import { whatWaits } from '../words/what-waits.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

async function letterTo(address: string): Promise<OpenedLetter> {
  await portal.settled()
  const outbox = join(portal.folder, 'outbox')
  const { items } = await listOutbox(outbox, { limit: 100 })
  const letter = await readOutbox(outbox, items.find(({ to }) => to === address)?.id ?? '')
  if (!letter) throw new Error(`There is no letter to ${address}.`)
  return letter
}
const tokenIn = ({ text }: OpenedLetter): string => /\/join\/([\w-]+)/.exec(text)?.[1] ?? ''
let visitors = 0
const visit = (path: string, body?: object): Promise<Response> =>
  fetch(`${portal.url}/api/v1/invitations/${path}`, {
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.2.0.${++visitors % 250}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
const look = async (letter: OpenedLetter): Promise<Look> =>
  (await (await visit(`look?token=${tokenIn(letter)}`)).json()) as Look

/** What the panel, the letter and the page say of a group to somebody who is invited into it. */
async function said(
  into: GroupKey,
  email: string,
  { by = 'ewa', company = '' }: { by?: PersonKey; company?: string } = {},
) {
  const client = await portal.as(by)
  const id = portal.group(into)
  const { waiting: panel } = await client.invitations.terms({ id })
  await client.invitations.invite({ id, emails: [email], language: 'en', ...(company ? { company } : {}) })
  const letter = await letterTo(email)
  const { waiting: page } = await look(letter)
  expect(letter.text).toContain(whatWaits('en', page).forComer)
  return { panel, page, letter }
}
/** What they then see. */
async function seen(into: GroupKey, letter: OpenedLetter): Promise<Waiting> {
  const come = await visit('redeem', { token: tokenIn(letter), name: 'Newcomer' })
  const { id } = (await come.json()) as { id: string }
  const client = await portal.asId(id)
  const group = portal.group(into)
  const { items: posts } = await client.feed.list({ group, limit: 100 })
  const { items: set } = await client.tasks.list({ group, limit: 100 })
  const { items: there } = await client.groups.members({ id: group, limit: 100 })
  return { posts: posts.length, tasks: set.length, people: there.length - 1 }
}

describe('what waits for somebody who is invited (INV-3)', () => {
  it('the panel, the letter and the page say exactly what they then see', async () => {
    const acme = await said('acme', 'exact@nowhere.example', { by: 'liam' })
    expect(acme.page?.posts).toBeGreaterThan(0)
    expect(acme.page).toEqual(acme.panel)
    expect(await seen('acme', acme.letter)).toEqual(acme.page)
    // Where companies are kept apart, what was said to their own comes on top.
    const beta = await said('carriers', 'exact@beta-logistics.example', { by: 'paula', company: 'Beta Logistics' })
    expect(beta.page?.posts).toBeGreaterThan(beta.panel.posts)
    expect(await seen('carriers', beta.letter)).toEqual(beta.page)
    const told = async (key: PersonKey) =>
      (await (await portal.as(key)).invitations.terms({ id: portal.group('carriers') })).ofCompany
    expect([await told('paula'), await told('lena')]).toEqual([true, false])
    const none = await said('carriers', 'exact.too@nowhere.example', { by: 'paula' })
    expect(await seen('carriers', none.letter)).toEqual(none.page)
  })

  it('INV-3: nothing that is for others is counted, whoever asks: not of the team, not of another company, not of another group', async () => {
    const paula = await portal.as('paula')
    const carriers = portal.group('carriers')
    const numbers = async () => {
      const { panel, page } = await said('carriers', 'attack@nowhere.example', { by: 'paula' })
      const outside = await (await portal.as('lena')).invitations.terms({ id: carriers })
      return { panel, page, outside: outside.waiting }
    }
    await numbers()
    const before = await numbers()
    await paula.feed.add({ groupId: carriers, text: 'Among us', audience: 'team' })
    await paula.tasks.create({
      groupId: carriers,
      title: 'Ours',
      responsibleId: portal.person('paula'),
      audience: 'team',
    })
    const theirs = await (await portal.as('piotr')).feed.add({ groupId: carriers, text: 'To you from Gamma' })
    await paula.feed.addComment({ id: theirs.id, text: 'Thank you' })
    await (await portal.as('celine')).feed.add({ groupId: portal.group('library'), text: 'Elsewhere' })
    expect(await numbers()).toEqual(before)
    expect(before.panel).toEqual(before.page)
    expect(before.outside).toEqual(before.page)
  })

  it('GRP-9: where newcomers begin with their day, the past is neither counted nor promised: it reads as in a new group', async () => {
    const ewa = await portal.as('ewa')
    const id = portal.group('suppliers')
    const { name } = await ewa.groups.get({ id })
    await ewa.groups.change({ id, history: 'joining' })
    const old = await said('suppliers', 'day@nowhere.example')
    expect(old.page).toMatchObject({ posts: 0, tasks: 0 })
    expect(old.panel).toEqual(old.page)
    expect(await seen('suppliers', old.letter)).toEqual(old.page)
    const made = await ewa.groups.create({ name, external: true })
    await ewa.invitations.invite({ id: made.id, emails: ['new@nowhere.example'], language: 'en' })
    const empty = await letterTo('new@nowhere.example')
    const sentence = ({ text }: OpenedLetter) =>
      /^There you find .*$/m.exec(text)?.[0].replace(/\d+ (people|person)/, 'people')
    expect(sentence(empty)).toBe('There you find people and what is written and planned from the day you come.')
    expect(sentence(old.letter)).toBe(sentence(empty))
    expect(whatWaits('en', { posts: 0, tasks: 0, people: 0 }).forComer).not.toMatch(/\d/)
    await ewa.groups.change({ id, history: 'everything' })
  })

  it('INV-6: through the lobby, and to somebody who is turned away, nothing is promised', async () => {
    const lobby = await said('acme', 'lobby@nowhere.example', { by: 'nora' })
    expect(lobby.page).toBeNull()
    // Lena may not know that this address belongs to somebody who works here: they get a letter, and cannot come by it.
    const client = await portal.as('paula')
    await client.groups.change({ id: portal.group('carriers'), whoInvites: 'members' })
    const refused = await said('carriers', 'gita@orlanta.example', { by: 'lena' })
    expect(refused.page).toBeNull()
    expect(await look(refused.letter)).toMatchObject({ next: 'refused', refusal: 'EMPLOYEES_ARE_ADDED' })
  })

  it('says nothing of it in a letter to work here', async () => {
    const anna = await portal.as('anna')
    await anna.invitations.inviteEmployees({ emails: ['works@orlanta.example'], language: 'en' })
    const letter = await letterTo('works@orlanta.example')
    expect(letter.text).not.toMatch(/There you find|\d+ posts?/)
    expect((await look(letter)).waiting).toBeNull()
  })

  it('leaves nothing behind', async () => {
    const rows = () =>
      portal.keep(async (tx) => (await tx.select().from(people).where(eq(people.name, 'Somebody'))).length)
    await said('carriers', 'company@nowhere.example', { by: 'paula', company: 'Omega Freight' })
    expect(await rows()).toBe(0)
    const { rows: made } = await portal.keep((tx) => tx.execute(`select 1 from companies where name = 'Omega Freight'`))
    expect(made).toEqual([])
  })
})

describe('the face of whoever invites (INV-3)', () => {
  const shown = ({ html }: OpenedLetter): string | undefined => /<img src="([^"]*)"/.exec(html)?.[1]
  const photo = async (key: PersonKey, bytes?: Buffer) => {
    const drawn =
      bytes ??
      (await sharp({ create: { width: 600, height: 400, channels: 3, background: '#ff0000' } })
        .webp()
        .toBuffer())
    return (await portal.as(key)).people.setPhoto({
      photo: new File([new Uint8Array(drawn)], 'me', { type: 'image/webp' }),
    })
  }

  it('travels in the letter, small, as it is when the letter is sent; without a photo there are initials', async () => {
    expect(shown((await said('acme', 'none@nowhere.example', { by: 'liam' })).letter)).toBeUndefined()
    await photo('liam')
    const { letter } = await said('acme', 'face@nowhere.example', { by: 'liam' })
    const [, bytes] = /^data:image\/jpeg;base64,(.+)$/.exec(shown(letter) ?? '') ?? []
    const { width, height, exif } = await sharp(Buffer.from(bytes ?? '', 'base64')).metadata()
    expect({ width, height, exif }).toEqual({ width: 132, height: 132, exif: undefined })
    expect(letter.html).not.toMatch(/src="(?!data:)/)
    expect(letter.html).toContain('alt="LD"')
    await (await portal.as('liam')).people.removePhoto()
    expect(shown((await said('acme', 'gone@nowhere.example', { by: 'liam' })).letter)).toBeUndefined()
  })

  it('a picture that nothing can draw holds no letter up', async () => {
    await photo('liam', Buffer.from('ffd8ffda0008010100003f002affd9', 'hex'))
    expect(shown((await said('acme', 'broken@nowhere.example', { by: 'liam' })).letter)).toBeUndefined()
  })

  it('GRP-7: is seen by those alone who will see them in the group: in one voice nobody is named, nor a competitor shown', async () => {
    await photo('paula')
    await photo('lena')
    const client = await portal.as('paula')
    const id = portal.group('carriers')
    await client.groups.change({ id, whoInvites: 'members' })
    const face = async (by: PersonKey, email: string) => shown((await said('carriers', email, { by })).letter)
    expect(await face('paula', 'seen@nowhere.example')).toBeDefined()
    expect(await face('lena', 'own@beta-logistics.example')).toBeDefined()
    expect(await face('lena', 'rival@gamma-freight.example')).toBeUndefined()
    await client.groups.isolate({ id, isolation: 'voice' })
    const { letter } = await said('carriers', 'voice@nowhere.example', { by: 'paula' })
    expect(shown(letter)).toBeUndefined()
    expect(JSON.stringify(letter)).not.toContain('Paula')
    expect(await face('lena', 'own.too@beta-logistics.example')).toBeUndefined()
  })

  it('INV-6: stays out of the letter of somebody who waits in the lobby', async () => {
    await photo('nora')
    const { letter } = await said('acme', 'waits@nowhere.example', { by: 'nora' })
    expect(shown(letter)).toBeUndefined()
    expect(letter.text).toContain('Nora')
  })

  it('PPL-3: whoever invites from outside is marked, and does not speak for the portal', async () => {
    const kim = await portal.as('kim')
    await kim.invitations.invite({ id: portal.group('acme'), emails: ['asked@acme.example'], language: 'en' })
    const letter = await letterTo('asked@acme.example')
    expect(letter.html).toContain('<td class="face-outside"')
    expect(letter.html).toMatch(/class="amber"[^>]*>Kim Lee</)
    expect(letter.text).not.toContain('· Orlanta')
    expect((await look(letter)).invitedBy).toEqual({ name: 'Kim Lee', kind: 'external' })
  })
})
