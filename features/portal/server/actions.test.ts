import { randomBytes } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { people } from '#access/tables.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { openLog } from '#platform/log.ts'
import { copyTemplate, openPortalOn } from '#tests/template.ts'
import { fillSample, setUpCode, setUpUnattended, type Filling } from './door.ts'
import { sampling } from './tables.ts'

type Empty = Awaited<ReturnType<typeof openPortalOn>> & { drop: () => Promise<void> }

/** A portal that nobody has set up. */
async function openEmptyPortal(): Promise<Empty> {
  const copy = await copyTemplate(inject('cluster').adminUrl, `empty_${randomBytes(6).toString('hex')}`, 'template1')
  return Object.assign(await openPortalOn(copy.urls, openLog('fatal')), { drop: copy.drop })
}

const answers = {
  portal: 'Acme portal',
  name: 'Ada First',
  email: 'Ada@Example.com',
  password: 'a quiet first day',
  language: 'pl',
}

describe('setting up', () => {
  let portal: Empty
  beforeAll(async () => {
    portal = await openEmptyPortal()
  })
  afterAll(async () => {
    await portal.close()
    await portal.drop()
  })
  const ask = (path: string, method = 'GET', body?: object, headers: Record<string, string> = {}) =>
    fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const rightCode = async () => (await setUpCode(portal.platform)) ?? ''

  it('before, the portal says only that it is not ready', async () => {
    const face = (await (await ask('/portal')).json()) as object
    expect(face).toEqual({ name: 'Loggia', brandColour: '#2f6f5e', language: 'en', ready: false })
  })

  it('the code stays the same for all processes, in a file that only the owner reads', async () => {
    const codes = await Promise.all([rightCode(), rightCode(), rightCode()])
    expect(codes[0]).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    expect(new Set(codes).size).toBe(1)
    const { dataFolder } = portal.platform.settings
    expect((await stat(join(dataFolder, 'set-up-code'))).mode & 0o777).toBe(0o600)
    expect((await readdir(dataFolder)).filter((name) => name.startsWith('set-up-code'))).toEqual(['set-up-code'])
  })

  it('WRONG_CODE: without the code from the terminal nobody becomes administrator', async () => {
    for (const code of ['', 'AAAA-AAAA', 'x'.repeat(40)]) {
      const answer = await ask('/setup', 'POST', { ...answers, code })
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'WRONG_CODE' }])
    }
    expect(await asKeeper(portal.platform.database, (tx) => tx.select().from(people))).toEqual([])
  })

  it('what is filled in wrong is named, and nothing is made', async () => {
    const code = await rightCode()
    for (const [field, value] of [
      ['email', 'no address'],
      ['password', 'short'],
      ['name', ' '],
    ] as const) {
      const answer = await ask('/setup', 'POST', { ...answers, code, [field]: value })
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'INVALID' }])
    }
    expect(await (await ask('/portal')).json()).toMatchObject({ ready: false })
  })

  it('two at once make one portal and one administrator, who is signed in at once', async () => {
    const code = (await rightCode()).toLowerCase().replace('-', ' ')
    const two = await Promise.all(
      ['one', 'two'].map((name) => ask('/setup', 'POST', { ...answers, code, name, email: `${name}@example.com` })),
    )
    expect(two.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 404])
    expect(await asKeeper(portal.platform.database, (tx) => tx.select().from(people))).toHaveLength(1)
    const cookie = two.flatMap((answer) => answer.headers.getSetCookie())[0]?.split(';')[0] ?? ''
    const me = await ask('/me', 'GET', undefined, { cookie })
    expect(await me.json()).toMatchObject({
      kind: 'employee',
      administrator: true,
      language: 'pl',
      portal: { name: 'Acme portal' },
    })
  })

  it('afterwards there is no setting up, no code, and the portal says what it is', async () => {
    expect(await setUpCode(portal.platform)).toBeNull()
    expect(await readdir(portal.platform.settings.dataFolder)).not.toContain('set-up-code')
    const answer = await ask('/setup', 'POST', { ...answers, code: 'AAAA-AAAA' })
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NOT_FOUND' }])
    expect(await (await ask('/portal')).json()).toMatchObject({ name: 'Acme portal', ready: true })
    const again = { portalName: 'Other', name: 'Eve', email: 'eve@example.com', password: 'a quiet last day' }
    expect(await setUpUnattended(portal.platform, again)).toBe(false)
  })
})

describe('setting up with the sample company', () => {
  let portal: Empty
  beforeAll(async () => {
    portal = await openEmptyPortal()
  })
  afterAll(async () => {
    await portal.close()
    await portal.drop()
  })

  it('fills the portal by a job that says how far it is, and again from the beginning when it was broken off', async () => {
    const tried: string[] = []
    const person = { name: 'Kim Lee', email: 'kim@acme.example', role: 'external' as const, company: 'Acme' }
    const fill: Filling = async (_platform, password, step) => {
      tried.push(password)
      await step(1, 2)
      if (tried.length === 1) throw new Error('broken off')
      return [person]
    }
    fillSample(fill)
    const code = await setUpCode(portal.platform)
    const answer = await fetch(`${portal.url}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...answers, code, sample: true }),
    })
    expect(answer.status).toBe(200)
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const state = async () => {
      const { database } = portal.platform
      const [row] = await asKeeper(database, (tx) => tx.select().from(sampling))
      return row
    }
    await expect.poll(state, { timeout: 15_000, interval: 200 }).toMatchObject({ state: 'failed', done: 1, of: 2 })
    await expect.poll(state, { timeout: 15_000, interval: 200 }).toMatchObject({ state: 'done', people: [person] })
    const seen = await fetch(`${portal.url}/api/v1/portal/sample`, { headers: { cookie } })
    expect(await seen.json()).toEqual({ state: 'done', done: 1, of: 2, password: tried[1], people: [person] })
  })
})
