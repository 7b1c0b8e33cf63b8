import { createECDH } from 'node:crypto'
import dns from 'node:dns'
import { createServer } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import type { AddressInfo } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { openLog } from '../log.ts'
import { readSettings } from '../settings.ts'
import { derivePair, isPrivateKey, pairOf } from './keys.ts'
import { isOutside, isPushPlace, LeadsInside, outsideOnly } from './places.ts'
import { openPush } from './push.ts'

describe('the keys by which push services know a portal', () => {
  test('follow from a secret, the same each time, and others from another', () => {
    const pair = derivePair('a secret')
    expect(derivePair('a secret')).toEqual(pair)
    expect(derivePair('another').publicKey).not.toBe(pair.publicKey)
    expect(Buffer.from(pair.publicKey, 'base64url')).toHaveLength(65)
    expect(isPrivateKey(pair.privateKey)).toBe(true)
    expect(pairOf(pair.privateKey)).toEqual(pair)
  })

  test('a key of one’s own is taken if it is one', () => {
    const curve = createECDH('prime256v1')
    curve.generateKeys()
    const key = curve.getPrivateKey().toString('base64url').padStart(43, 'A')
    expect(isPrivateKey(key)).toBe(true)
    for (const none of ['', 'x', `${key}=`, 'A'.repeat(43), '_'.repeat(43), Buffer.alloc(33, 1).toString('base64url')])
      expect(isPrivateKey(none), none).toBe(false)
    expect(() => readSettings({ VAPID_PRIVATE_KEY: 'x' }, '/nowhere')).toThrow(/VAPID_PRIVATE_KEY must be/)
  })
})

describe('where a message may be sent', () => {
  test.each([
    'http://push.example.com/a',
    'https://push.example.com:8443/a',
    'https://user:word@push.example.com/a',
    'https://127.0.0.1/a',
    'https://2130706433/a',
    'https://0x7f.1/a',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/a',
    'https://portal.localhost/a',
    'https://printer.local/a',
    'https://metadata.google.internal/a',
    'https://database/a',
    'ftp://push.example.com/a',
    'push.example.com',
    '',
  ])('%s is no push service', (endpoint) => {
    expect(isPushPlace(endpoint)).toBe(false)
  })

  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('%s is one', (endpoint) => {
    expect(isPushPlace(endpoint)).toBe(true)
  })

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    'fe80::1',
    'fd00:ec2::254',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    // An IPv4 address in six, as it was written once; a site of before; nobody's yet.
    '::127.0.0.1',
    '::a00:1',
    'fec0::1',
    '4000::1',
    'fe80::1%eth0',
    '2002:7f00:1::',
    'nothing',
  ])('an address inside is %s', (address) => {
    expect(isOutside(address)).toBe(false)
  })

  test('addresses outside are all others', () => {
    for (const address of ['8.8.8.8', '142.250.74.106', '2a00:1450:4001:80b::200a'])
      expect(isOutside(address)).toBe(true)
  })

  test('a name that leads inside is refused when the connection looks it up, whichever way it asks', async () => {
    for (const all of [true, false])
      await expect(
        new Promise((resolve, reject) =>
          outsideOnly('localhost', { all }, (error, address) => (error ? reject(error) : resolve(address))),
        ),
      ).rejects.toThrow(LeadsInside)
  })

  test('from outside no setting opens this machine', async () => {
    const settings = readSettings(
      { LOGGIA_URL: 'http://localhost:3000', pushNearby: 'true', PUSH_NEARBY: '1' },
      '/nowhere',
    )
    const push = openPush({ settings, keys: derivePair('a secret'), log: openLog('silent') })
    expect(push.takes('http://127.0.0.1:3000/healthz')).toBe(false)
    const message = { payload: '{}', topic: 'a', urgency: 'low', ttl: 1 } as const
    const to = { endpoint: 'http://127.0.0.1:3000/healthz', p256dh: 'a', auth: 'b' }
    expect(await push.send(to, message)).toBe('gone')
  })

  const message = { payload: '{}', topic: 'a', urgency: 'low', ttl: 1 } as const
  const browser = { p256dh: derivePair('a browser').publicKey, auth: Buffer.alloc(16).toString('base64url') }
  const open = (nearby: boolean) => {
    const settings = { ...readSettings({ LOGGIA_URL: 'http://localhost:3000' }, '/nowhere'), pushNearby: nearby }
    return openPush({ settings, keys: derivePair('a secret'), log: openLog('silent') })
  }

  test.each([['127.0.0.1'], ['::ffff:10.0.0.1'], ['142.250.74.106', '169.254.169.254']])(
    'a name that leads to %s by the time something is sent is not gone to',
    async (...addresses) => {
      const answers = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      const [first] = answers
      const asked = vi
        .spyOn(dns, 'lookup')
        .mockImplementation(((_name: string, options: dns.LookupOptions, answer: Answer) =>
          options.all ? answer(null, answers) : answer(null, first?.address ?? '', first?.family)) as never)
      // Whoever imported it by its name asks this one too.
      syncBuiltinESMExports()
      try {
        expect(await open(false).send({ endpoint: 'https://push.example.com/a', ...browser }, message)).toBe('gone')
        expect(asked).toHaveBeenCalled()
      } finally {
        asked.mockRestore()
        syncBuiltinESMExports()
      }
    },
  )

  test('where a push service sends on to is not gone to', async () => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, response) => {
      asked.push(url)
      response.writeHead(307, { location: '/inside', 'content-length': 0 }).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`
    expect(await open(true).send({ endpoint, ...browser }, message)).toBe('refused')
    expect(asked).toEqual(['/a'])
    await new Promise((closed) => server.close(closed))
  })
})

type Answer = (error: null, address: string | { address: string; family: number }[], family?: number) => void
