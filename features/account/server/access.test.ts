import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokens } from '#access/sign-in-tables.ts'
import { everyProcedure } from '#tests/rules/procedures.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { samplePassword } from '#tests/template.ts'

describe('who gets into an account', () => {
  let portal: TestPortal
  let secure: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
    secure = await openTestPortal({ LOGGIA_URL: 'https://localhost:0' })
  })
  afterAll(async () => {
    await portal.close()
    await secure.close()
  })

  const ask = (path: string, method = 'GET', body?: object, headers: Record<string, string> = {}, at = portal.url) =>
    fetch(`${at}/api/v1${path}`, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const kim = { email: 'kim@acme.example', password: samplePassword }
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0] ?? ''
  const signIn = async (who = kim) => {
    const answer = await ask('/session', 'POST', who)
    expect(answer.status).toBe(200)
    return { cookie: cookieOf(answer).split(';')[0] ?? '' }
  }

  it('the cookie is kept from scripts and from other sites', async () => {
    const answer = await ask('/session', 'POST', kim)
    expect(await answer.json()).toMatchObject({ name: 'Kim Lee', kind: 'external' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(cookieOf(answer)).toMatch(/^loggia=/)
    expect(cookieOf(answer)).toMatch(/; HttpOnly/i)
    expect(cookieOf(answer)).toMatch(/; SameSite=Lax/i)
    expect(cookieOf(answer)).not.toMatch(/Domain/i)
  })

  it('on https the cookie is bound to this very host', async () => {
    const local = `http://127.0.0.1:${new URL(secure.url).port}`
    const answer = await ask('/session', 'POST', kim, {}, local)
    expect(cookieOf(answer)).toMatch(/^__Host-loggia=[^;]+;.*Path=\/;.*Secure/i)
    const cookie = cookieOf(answer).split(';')[0] ?? ''
    expect((await ask('/me', 'GET', undefined, { cookie }, local)).status).toBe(200)
  })

  it('a page of another site signs nobody in or out', async () => {
    const { cookie } = await signIn()
    const foreign = { origin: 'https://evil.example' }
    expect((await ask('/session', 'POST', kim, foreign)).status).toBe(403)
    expect((await ask('/session', 'DELETE', undefined, { cookie, ...foreign })).status).toBe(403)
    expect((await ask('/session', 'DELETE', undefined, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask('/me', 'GET', undefined, { cookie })).status).toBe(200)
  })

  it('wrong credentials are 401 with one code, nobody signed in is 401 with another', async () => {
    const wrong = await ask('/session', 'POST', { ...kim, password: 'not the password' })
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: 'WRONG_CREDENTIALS' }])
    expect(wrong.headers.getSetCookie()).toEqual([])
    for (const path of ['/me', '/sessions', '/tokens']) {
      const nobody = await ask(path)
      expect([nobody.status, await nobody.json()]).toMatchObject([401, { code: 'UNAUTHORIZED' }])
    }
    const made = await ask('/me', 'GET', undefined, {
      cookie: 'loggia=made-up.signature',
      authorization: 'Bearer lga_made-up',
    })
    expect(made.status).toBe(401)
  })

  it('signing out makes the cookie worthless, not only forgotten', async () => {
    const signed = await signIn()
    const out = await ask('/session', 'DELETE', undefined, signed)
    expect(cookieOf(out)).toMatch(/Max-Age=0/i)
    expect((await ask('/me', 'GET', undefined, signed)).status).toBe(401)
  })

  it('of others’ sessions and tokens nobody learns or ends anything', async () => {
    const omar = await signIn({ email: 'omar@acme.example', password: samplePassword })
    const own = (await (await ask('/sessions', 'GET', undefined, omar)).json()) as { items: { id: string }[] }
    const made = await ask('/tokens', 'POST', { name: 'report' }, omar)
    expect(made.status).toBe(201)
    const { id: tokenId } = (await made.json()) as { id: string }
    const signed = await signIn()
    const missing = await (
      await ask('/tokens/00000000-0000-7000-8000-000000000000', 'DELETE', undefined, signed)
    ).text()
    for (const path of [`/tokens/${tokenId}`, `/sessions/${own.items[0]?.id}`]) {
      const answer = await ask(path, 'DELETE', undefined, signed)
      expect([answer.status, await answer.text()]).toEqual([404, missing])
    }
    expect(await portal.under('kim', (tx) => tx.select().from(tokens))).toEqual([])
    expect((await ask('/me', 'GET', undefined, omar)).status).toBe(200)
  })

  it('tries of a secret are limited, an IPv6 address counted by the network that its holder has', async () => {
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 25; attempt++) {
      const from = { 'x-forwarded-for': `2001:db8:1:2:${attempt}::${attempt}` }
      statuses.add((await ask('/session/redeem', 'POST', { token: 'made up' }, from)).status)
    }
    expect([...statuses]).toEqual([403, 429])
    const neighbour = { 'x-forwarded-for': '2001:db8:1:3::1' }
    expect((await ask('/session/redeem', 'POST', { token: 'made up' }, neighbour)).status).toBe(403)
  })

  it('whatever takes a secret that somebody may be guessing is limited so, whichever way it is asked', async () => {
    // A link is looked at as often as its page is opened, and has 256 bits; the next two give a secret of one's own. Links that mute have 160 bits, and
    // one mail service follows those of many people.
    const open = new Set(['invitations.look', 'invitations.lookAtLink', 'account.addPasskey', 'account.choosePassword'])
    for (const name of ['notices.muteLink', 'notices.muteByLink']) open.add(name)
    const secrets = ['token', 'code', 'password', 'currentPassword', 'passkey']
    const takeOne = everyProcedure.filter(
      ({ name, shape }) => !open.has(name) && secrets.some((key) => shape?.properties?.[key]),
    )
    expect(takeOne.length).toBeGreaterThan(10)
    const ways = takeOne.flatMap(({ name, route }) => [`/api/v1${route}`, `/rpc/${name.replaceAll('.', '/')}`])
    const headers = { 'x-forwarded-for': '10.9.0.1' }
    const most = await Promise.all(
      ways
        .flatMap((path) => [path, `${path}/`, `${path}//`])
        .map(async (path) => {
          const answer = await fetch(portal.url + path, { method: 'POST', headers })
          return `${path} ${answer.headers.get('x-ratelimit-limit')}`
        }),
    )
    expect(most.filter((line) => !line.endsWith(' 20'))).toEqual([])
  })
})
