import { buffer } from 'node:stream/consumers'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinPortalCircle } from '#access/admit.ts'
import { people } from '#access/tables.ts'
import { sessions, signIns, tokens } from '#access/sign-in-tables.ts'
import { events } from '#events/tables.ts'
import { samplePassword } from '#tests/template.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { picture } from '#tests/rules/inputs.ts'
import { photoKey } from './photos.ts'

// One grey pixel.
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63d00200002c002bcc7ae8e60000000049454e44ae426082',
  'hex',
)
const photo = (bytes: Buffer, type = 'image/png') => new File([new Uint8Array(bytes)], 'me', { type })

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const signIn = async (email: string) => {
  const cookies = await portal.sessions.signIn(email, samplePassword, new Headers())
  return cookies?.map((cookie) => cookie.split(';')[0]).join('; ') ?? null
}

describe('the directory', () => {
  it('comes page by page in the order of names, each person once', async () => {
    const gita = await portal.as('gita')
    const names: string[] = []
    let after: string | undefined
    do {
      const page = await gita.people.list({ limit: 7, after })
      names.push(...page.items.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(names).size).toBe(30)
    expect(names).toEqual((await gita.people.list({ limit: 200 })).items.map(({ name }) => name))
    expect(names.indexOf('Céline Moreau')).toBeLessThan(names.indexOf('Fiona Gallagher'))
  })

  it('refuses a cursor that it did not give', async () => {
    const gita = await portal.as('gita')
    await expect(gita.people.list({ after: 'x' })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('is searched by name, position and company, and narrowed to a department', async () => {
    const liam = await portal.as('liam')
    expect((await liam.people.list({ search: 'managing dir' })).items.map(({ name }) => name)).toEqual([
      'Helena Brandt',
    ])
    expect((await liam.people.list({ search: 'acme', kind: 'external' })).items).toHaveLength(3)
    const { items } = await liam.people.departments.list()
    const workshop = items.find(({ name }) => name === 'Workshop')
    expect(workshop).toMatchObject({ people: 4, head: { id: portal.person('stefan') } })
    const there = await liam.people.list({ departmentId: workshop?.id })
    expect(there.items.map(({ id }) => id).toSorted()).toEqual(
      ['stefan', 'kasia', 'wiktor', 'hana'].map((key) => portal.person(key as 'hana')).toSorted(),
    )
  })
})

describe('a photo', () => {
  it('is kept, shown with its exact type to whoever sees the person, replaced and taken away', async () => {
    const kim = await portal.as('kim')
    const first = await kim.people.setPhoto({ photo: photo(png, 'text/html') })
    const version = new URL(first.photo ?? '', portal.url).searchParams.get('v') ?? ''
    const cookie = (await signIn('liam@orlanta.example')) ?? ''
    const shown = await fetch(`${portal.url}${first.photo}`, { headers: { cookie } })
    expect(shown.status).toBe(200)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(shown.headers.get('cache-control')).toBe('private, max-age=86400')
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)

    const stranger = (await signIn('lena@beta-logistics.example')) ?? ''
    const [hidden, missing] = await Promise.all(
      [portal.person('kim'), '00000000-0000-7000-8000-000000000000'].map((id) =>
        fetch(`${portal.url}/api/v1/people/${id}/photo?v=${version}`, { headers: { cookie: stranger } }).then(
          async (answer) => [answer.status, await answer.text()],
        ),
      ),
    )
    expect(hidden).toEqual(missing)
    expect(hidden?.[0]).toBe(404)

    await kim.people.setPhoto({ photo: photo(Buffer.from('ffd8ffda0008010100003f002affd9', 'hex')) })
    await portal.settled()
    expect(await portal.platform.files.has(photoKey(version))).toBe(false)
    expect(await kim.people.removePhoto()).not.toHaveProperty('photo')
  })

  it('comes over HTTP as a form', async () => {
    const form = new FormData()
    form.set('photo', photo(png))
    const headers = { cookie: (await signIn('omar@acme.example')) ?? '' }
    const answer = await fetch(`${portal.url}/api/v1/me/photo`, { method: 'POST', body: form, headers })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ name: 'Omar Haddad', photo: expect.stringMatching(/\.png$/) as string })
    const taken = await fetch(`${portal.url}/api/v1/me/photo`, { method: 'DELETE', headers })
    expect(await taken.json()).not.toHaveProperty('photo')
  })

  it('is kept without what it tells beside what it shows, whoever sends it (PPL-4)', async () => {
    const told = await (await portal.as('lena')).people.setPhoto({ photo: picture('taken at 53.3498 N, 6.2603 W') })
    const version = new URL(told.photo ?? '', portal.url).searchParams.get('v') ?? ''
    expect(await buffer(await portal.platform.files.get(photoKey(version)))).toEqual(png)
  })

  it('is refused when it is no picture or too large, whatever it says of itself', async () => {
    const kim = await portal.as('kim')
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    await expect(kim.people.setPhoto({ photo: photo(page) })).rejects.toMatchObject({
      code: 'INVALID',
      data: { issues: [{ message: 'A photo is a PNG, JPEG or WebP picture.' }] },
    })
    const large = Buffer.concat([png, Buffer.alloc(5_000_000)])
    await expect(kim.people.setPhoto({ photo: photo(large) })).rejects.toMatchObject({
      data: { issues: [{ message: 'A photo may have at most 5 MB.' }] },
    })
  })
})

describe('the administrator', () => {
  it('sees everybody with address and when they were last here, and finds them by address', async () => {
    const lastSeenAt = new Date('2026-11-20T10:00:00Z')
    await portal.keep((tx) =>
      tx
        .update(signIns)
        .set({ lastSeenAt })
        .where(eq(signIns.id, portal.person('noel'))),
    )
    const anna = await portal.as('anna')
    expect((await anna.people.administration({ show: 'externals', limit: 200 })).items).toHaveLength(12)
    const { items } = await anna.people.administration({ show: 'externals', search: 'noel@' })
    expect(items).toMatchObject([{ name: 'Noel Byrne', company: 'Open Bench', lastSeenAt, administrator: false }])
    expect((await anna.people.administration({ search: 'halicka' })).items).toMatchObject([{ administrator: true }])
  })

  it('is there for nobody else', async () => {
    const helena = await portal.as('helena')
    await expect(helena.people.administration({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('PPL-10: dismissing', () => {
  it('ends every session and token at once; what they made stays; re-hiring restores', async () => {
    const id = portal.person('omar')
    const cookie = (await signIn('omar@acme.example')) ?? ''
    const me = () => fetch(`${portal.url}/api/v1/people/${id}`, { headers: { cookie } }).then(({ status }) => status)
    expect(await me()).toBe(200)
    await portal.keep((tx) => tx.insert(tokens).values({ personId: id, name: 'a program', hash: 'h' }))

    const anna = await portal.freshly('anna')
    await anna.people.dismiss({ id })
    expect(await me()).toBe(401)
    expect(await portal.keep((tx) => tx.select().from(sessions).where(eq(sessions.userId, id)))).toEqual([])
    expect(await portal.keep((tx) => tx.select().from(tokens).where(eq(tokens.personId, id)))).toEqual([])
    await expect(portal.under('omar', (tx) => tx.select().from(events))).rejects.toThrow('Failed query')

    const kim = await portal.as('kim')
    expect((await kim.people.list({ limit: 200 })).items.map((item) => item.id)).not.toContain(id)
    expect(await kim.people.get({ id })).toMatchObject({ name: 'Omar Haddad' })
    const { items } = await anna.people.administration({ show: 'dismissed' })
    expect(items).toMatchObject([{ id, email: 'omar@acme.example', company: 'Acme' }])

    await anna.people.rehire({ id })
    expect((await kim.people.list({ limit: 200 })).items.map((item) => item.id)).toContain(id)
    expect(await signIn('omar@acme.example')).not.toBeNull()
  })

  it('is told once each, where only the person stands', async () => {
    const told = await portal.keep((tx) =>
      tx
        .select()
        .from(events)
        .where(eq(events.aboutId, portal.person('omar')))
        .orderBy(events.id),
    )
    expect(told.map(({ kind }) => kind).filter((kind) => /dismissed|rehired/.test(kind))).toEqual([
      'people.dismissed',
      'people.rehired',
    ])
    expect(told.every(({ actorId }) => actorId === portal.person('anna') || actorId === portal.person('omar'))).toBe(
      true,
    )
    const seen = await portal.under('kim', (tx) =>
      tx
        .select()
        .from(events)
        .where(eq(events.aboutId, portal.person('omar'))),
    )
    expect(seen.filter(({ kind }) => kind.startsWith('people.'))).toEqual([])
  })

  it('of oneself is refused, and so is dismissing the last System administrator', async () => {
    const anna = await portal.freshly('anna')
    await expect(anna.people.dismiss({ id: portal.person('anna') })).rejects.toMatchObject({
      code: 'LAST_ADMINISTRATOR_STAYS',
      status: 403,
    })
    await portal.keep((tx) => joinPortalCircle(tx, 'system-administrators', portal.person('marek')))
    await expect(anna.people.dismiss({ id: portal.person('anna') })).rejects.toMatchObject({
      code: 'NOBODY_DISMISSES_THEMSELVES',
      status: 403,
    })
    const marek = await portal.freshly('marek')
    await Promise.allSettled([
      anna.people.dismiss({ id: portal.person('marek') }),
      marek.people.dismiss({ id: portal.person('anna') }),
    ])
    const left = await portal.keep((tx) =>
      tx
        .select()
        .from(people)
        .where(inArray(people.id, [portal.person('anna'), portal.person('marek')])),
    )
    expect(left.filter(({ dismissedAt }) => dismissedAt === null)).toHaveLength(1)
  })
})
