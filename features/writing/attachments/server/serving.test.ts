import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { picture } from '#tests/rules/inputs.ts'
import { signIn, type Caller } from '#tests/rules/procedures.ts'
import { attachmentsForget } from './jobs.ts'
import { uploads } from './tables.ts'
import { contentKey, previewKey } from './uploads.ts'

describe('files over the wire', () => {
  let portal: TestPortal
  let kim: Caller
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal({ LOGGIA_LARGEST_FILE: '3' })
    kim = await signIn(portal, 'kim')
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const at = (path: string) => `${portal.url}/api/v1${path}`
  const send = (
    name: string,
    body: Uint8Array<ArrayBuffer> | string,
    headers: Record<string, string> = { cookie: kim.cookie },
  ) => fetch(at(`/attachments?name=${encodeURIComponent(name)}`), { method: 'POST', body, headers })
  const added = async (name: string, body: Uint8Array<ArrayBuffer> | string, headers?: Record<string, string>) =>
    (await (await send(name, body, headers)).json()) as {
      id: string
      name: string
      size: number
      picture: object | null
    }
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(at(path), { headers: { cookie: kim.cookie, ...headers } })
  const incoming = () => readdir(join(portal.folder, 'files', 'incoming')).catch(() => [])
  const throwAway = (id: string) =>
    fetch(at(`/attachments/${id}`), { method: 'DELETE', headers: { cookie: kim.cookie } })

  it('a file comes back as it was, by its name in any script, to be saved and never to be shown', async () => {
    const page = '<script>alert(document.cookie)</script>'
    const { id, ...file } = await added("Смета “5'й” этаж (ł).html", page, {
      cookie: kim.cookie,
      'content-type': 'text/html',
    })
    expect(file).toEqual({ name: "Смета “5'й” этаж (ł).html", size: page.length, picture: null })
    const answer = await get(`/attachments/${id}`)
    expect(await answer.text()).toBe(page)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    })
    expect(headers['content-disposition']).toBe(
      `attachment; filename="_____ _5'__ ____ (_).html"; filename*=UTF-8''%D0%A1%D0%BC%D0%B5%D1%82%D0%B0%20%E2%80%9C5%27%D0%B9%E2%80%9D%20%D1%8D%D1%82%D0%B0%D0%B6%20%28%C5%82%29.html`,
    )
    expect((await get(`/attachments/${id}/preview`)).status).toBe(404)
    expect(await incoming()).toEqual([])
  })

  it('parts of it are sent where they are asked for, and nothing where it is known', async () => {
    const { id } = await added('numbers.txt', '0123456789')
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await get(`/attachments/${id}`, { range, ...more })
      return [answer.status, await answer.text(), answer.headers.get('content-range')]
    }
    expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=5-99')).toEqual([206, '56789', 'bytes 5-9/10'])
    for (const whole of ['bytes=4-2', 'bytes=20-30', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])
      expect(await part(whole)).toEqual([200, '0123456789', null])
    const etag = (await get(`/attachments/${id}`)).headers.get('etag') ?? ''
    expect(await part('bytes=2-4', { 'if-range': etag })).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await part('bytes=2-4', { 'if-range': '"another"' })).toEqual([200, '0123456789', null])
    const again = await get(`/attachments/${id}`, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('a picture is shown small and drawn anew; what only says that it is one is a file', async () => {
    const large = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#23685a' } })
      .withExif({ IFD0: { Copyright: 'zq7secret' } })
      .jpeg()
      .toBuffer()
    const { id, picture } = await added('photo.jpg', new Uint8Array(large))
    expect(picture).toEqual({ width: 800, height: 400 })
    const preview = await get(`/attachments/${id}/preview`)
    const shown = Buffer.from(await preview.arrayBuffer())
    expect(preview.headers.get('content-type')).toBe('image/webp')
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'webp', width: 800 })
    expect(shown.includes('zq7secret')).toBe(false)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const wrong of [svg, 'GIF89a and no more'])
      expect((await added('a.gif', wrong, { cookie: kim.cookie, 'content-type': 'image/gif' })).picture).toBeNull()
  })

  it('names are cleaned: no path, nothing hidden, nothing that turns letters around, and no longer than a name is', async () => {
    const called = async (name: string) => (await added(name, 'x')).name
    expect(await called('C:\\Users\\Kim\\Plan.pdf')).toBe('Plan.pdf')
    expect(await called('../../etc/passwd')).toBe('passwd')
    expect(await called('annex\u202Efdp.exe')).toBe('annexfdp.exe')
    expect(await called('a\r\nSet-Cookie: b\0.txt')).toBe('aSet-Cookie: b.txt')
    expect(await called('Żółw i и̌.txt'.normalize('NFD'))).toBe('Żółw i и̌.txt'.normalize('NFC'))
    expect(await called('👩\u200d🔧 می\u200cخواهم.pdf')).toBe('👩\u200d🔧 می\u200cخواهم.pdf')
    for (const nothing of ['', '..', ' \u200b ', '/']) expect(await called(nothing)).toBe('file')
    const long = await called(`${'ф'.repeat(400)}.pdf`)
    expect(long.length).toBe(180)
    expect(long.endsWith('ф.pdf')).toBe(true)
  })

  it('is refused in one sentence: too large, empty; nothing is kept, and of nobody nothing is taken', async () => {
    const before = await portal.keep((tx) => tx.$count(uploads))
    const tooLarge = await send('a.bin', new Uint8Array(3_000_001))
    expect([tooLarge.status, await tooLarge.json()]).toEqual([
      413,
      {
        code: 'FILE_TOO_LARGE',
        message: 'A file may have at most 3 MB here. Whoever runs this portal can change that.',
      },
    ])
    expect((await send('a.bin', new Uint8Array(3_000_000))).status).toBe(201)
    const empty = await send('a.bin', '')
    expect([empty.status, ((await empty.json()) as { message: string }).message]).toEqual([
      400,
      'This file is empty, or it is a folder. Choose another one.',
    ])
    const strange = await send('a.bin', 'x', {})
    expect([strange.status, ((await strange.json()) as { code: string }).code]).toEqual([401, 'UNAUTHORIZED'])
    const foreign = await send('a.bin', 'x', { cookie: kim.cookie, origin: 'https://elsewhere.example' })
    expect(foreign.status).toBe(403)
    expect(await portal.keep((tx) => tx.$count(uploads))).toBe(before + 1)
    expect(await (await get('/attachments/limits')).json()).toEqual({ bytes: 3_000_000, files: 20 })
    // Elsewhere a body stays as small as it was.
    const elsewhere = await fetch(at('/posts'), {
      method: 'POST',
      headers: { cookie: kim.cookie },
      body: new Uint8Array(1_000_001),
    })
    expect(elsewhere.status).toBe(413)
  })

  it('an upload that breaks off leaves nothing', async () => {
    const before = await portal.keep((tx) => tx.$count(uploads))
    const { port } = new URL(portal.url)
    const broken = request({
      port,
      host: '127.0.0.1',
      path: '/api/v1/attachments?name=a',
      method: 'POST',
      headers: { cookie: kim.cookie, 'content-length': 2_000_000 },
    })
    const ended = new Promise((resolve) => broken.once('close', resolve).once('error', () => undefined))
    broken.write(Buffer.alloc(1_000_000))
    await expect.poll(incoming).toHaveLength(1)
    broken.destroy()
    await ended
    await expect.poll(incoming).toEqual([])
    expect(await portal.keep((tx) => tx.$count(uploads))).toBe(before)
  })

  it('the token of a program of somebody from outside does the same, under the same rules', async () => {
    const made = await fetch(at('/tokens'), {
      method: 'POST',
      headers: { cookie: kim.cookie, 'content-type': 'application/json' },
      body: '{"name":"A program"}',
    })
    const { token } = (await made.json()) as { token: string }
    const authorization = `Bearer ${token}`
    const { id } = await added('by program.txt', 'x', { authorization })
    const posted = await fetch(at('/posts'), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ groupId: acme, attachmentIds: [id] }),
    })
    expect(posted.status).toBe(201)
    const lena = await signIn(portal, 'lena')
    const [hidden, missing] = await Promise.all(
      [id, '0190a000-0000-7000-8000-000000000000'].map(async (one) => {
        const answer = await fetch(at(`/attachments/${one}`), { headers: { cookie: lena.cookie } })
        return [answer.status, await answer.text()]
      }),
    )
    expect(hidden).toEqual(missing)
    expect(hidden?.[0]).toBe(404)
  })

  it('to whoever does not read it a file is no more there than one that is not, by whatever way and knowing whatever of it', async () => {
    const png = new Uint8Array(await picture('A plan').arrayBuffer())
    const { id } = await added('plan.png', png)
    await (await portal.as('kim')).feed.add({ groupId: acme, attachmentIds: [id] })
    const etag = (await get(`/attachments/${id}`)).headers.get('etag') ?? ''
    expect((await get(`/attachments/${id}`, { 'if-none-match': etag })).status).toBe(304)
    const lena = await signIn(portal, 'lena')
    const asked: Record<string, string>[] = [
      {},
      { range: 'bytes=0-3' },
      { 'if-none-match': etag },
      { range: 'bytes=0-3', 'if-range': etag },
    ]
    for (const headers of asked)
      for (const method of ['GET', 'HEAD', 'DELETE'])
        for (const path of ['', '/preview']) {
          const answerTo = async (one: string) => {
            const answer = await fetch(at(`/attachments/${one}${path}`), {
              method,
              headers: { cookie: lena.cookie, ...headers },
            })
            return [
              answer.status,
              [...answer.headers.keys()],
              answer.headers.get('content-length'),
              await answer.text(),
            ]
          }
          const hidden = await answerTo(id)
          expect(hidden, `${method} ${path}`).toEqual(await answerTo('0190a000-0000-7000-8000-000000000000'))
          expect(hidden[0]).toBeGreaterThanOrEqual(404)
        }
  })

  it('what stands nowhere is forgotten after a day, unless a draft has it; what it stood at goes with its content', async () => {
    const { feed } = await portal.as('kim')
    const [waste, begun, sent, gone] = await Promise.all(
      ['waste', 'begun', 'sent', 'gone'].map((name) => added(name, name)),
    )
    if (!waste || !begun || !sent || !gone) throw new Error('Nothing was added.')
    await feed.add({ groupId: acme, attachmentIds: [sent.id] })
    const removed = await feed.add({ groupId: acme, text: 'Gone', attachmentIds: [gone.id] })
    await feed.keepDraft({ groupId: acme, text: 'Begun', attachmentIds: [begun.id], began: null })
    expect((await feed.draft({ groupId: acme })).draft?.attachments).toEqual([begun])
    const { id: thrown } = await added('thrown', 'x')
    expect((await throwAway(thrown)).status).toBe(200)
    await portal.keep((tx) => tx.execute(sql`delete from posts where id = ${removed.id}`))
    const kept = () =>
      Promise.all([waste, begun, sent, gone, { id: thrown }].map(({ id }) => portal.platform.files.has(contentKey(id))))
    await attachmentsForget.run({}, portal.platform)
    expect(await kept()).toEqual([true, true, true, false, false])
    await portal.keep((tx) => tx.execute(sql`update uploads set created_at = now() - interval '2 days'`))
    await attachmentsForget.run({}, portal.platform)
    expect(await kept()).toEqual([false, true, true, false, false])
    expect(await portal.platform.files.has(previewKey(waste.id))).toBe(false)
    expect((await get(`/attachments/${sent.id}`)).status).toBe(200)
  })
})
