import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestPortal } from '../portal.ts'

/** A message as the service had it, and as its browser reads it. */
export interface Pushed {
  headers: IncomingHttpHeaders
  bytes: number
  /** What the browser reads, with the blanks at its end. */
  text: string
  said: { id: string; title: string; body: string; path: string; tag: string; lang: string }
}

/** A browser as its push service knows it. */
export interface PushBrowser {
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
  /** All that came, decrypted. */
  pushed: Pushed[]
}

/** A push service on this machine. */
export interface PushService {
  newBrowser: () => PushBrowser
  /** The statuses that it answers with next; 201 when there are none. */
  next: number[]
  /** How often something was sent to it. */
  calls: () => number
  close: () => Promise<void>
}

/** Opens a push service, and lets the portal use it. */
export async function openPushService(portal: Pick<TestPortal, 'platform'>): Promise<PushService> {
  const browsers = new Map<string, (body: Buffer, headers: IncomingHttpHeaders) => void>()
  const next: number[] = []
  let calls = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      calls++
      const status = next.shift() ?? 201
      if (status === 201) browsers.get(request.url ?? '')?.(Buffer.concat(parts), request.headers)
      response.writeHead(status, { 'content-length': 0 }).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  portal.platform.settings.pushNearby = true
  return {
    next,
    calls: () => calls,
    newBrowser() {
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const [path, auth] = [`/${randomBytes(24).toString('base64url')}`, randomBytes(16)]
      const pushed: Pushed[] = []
      browsers.set(path, (body, headers) => {
        mustBeSigned(headers, origin)
        const text = decrypted(body, { auth, ours: keys })
        pushed.push({ headers, bytes: body.length, text, said: JSON.parse(text) as Pushed['said'] })
      })
      const p256dh = keys.getPublicKey('base64url')
      return { pushed, subscription: { endpoint: origin + path, keys: { p256dh, auth: auth.toString('base64url') } } }
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** What only the browser reads (RFC 8291, over the content encoding of RFC 8188). */
function decrypted(body: Buffer, { auth, ours }: { auth: Buffer; ours: ReturnType<typeof createECDH> }): string {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)]
  const [theirs, sealed] = [body.subarray(21, 21 + length), body.subarray(21 + length)]
  const derive = (secret: Buffer, by: Buffer, info: Buffer | string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, by, info, bytes))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ours.getPublicKey(), theirs])
  const secret = derive(ours.computeSecret(theirs), auth, info, 32)
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
  const reading = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const text = Buffer.concat([reading.update(sealed.subarray(0, -16)), reading.final()]).toString()
  const end = text.lastIndexOf('\u0002')
  return text.slice(0, end)
}

/** The portal says who it is, to this service and for some hours (RFC 8292). */
function mustBeSigned({ authorization = '' }: IncomingHttpHeaders, origin: string): void {
  const [, token = '', k = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? []
  const [head = '', body = '', signature = ''] = token.split('.')
  const point = Buffer.from(k, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${body}`)
  const holds = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as { aud: string; exp: number; sub: string }
  const inTime = said.exp * 1000 > Date.now() && said.exp * 1000 < Date.now() + 24 * 3_600_000
  if (!holds || said.aud !== origin || !inTime || !/^(mailto:.+@|https:)/.test(said.sub))
    throw new Error(`The portal does not say who it is: ${authorization}`)
}
