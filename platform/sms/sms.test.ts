import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../log.ts'
import { listOutbox, readOutbox } from '../mail/outbox.ts'
import { readSettings, SettingsError } from '../settings.ts'
import { keepFailure, listFailures } from './failures.ts'
import { isNumber, parseNumber } from './numbers.ts'
import { openSms } from './sms.ts'

const log = openLog('silent')
const got: { request: IncomingMessage; body: string }[] = []
let server: Server
let folder = ''
let url = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sms-'))
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString('utf8')))
    request.on('end', () => {
      got.push({ request, body })
      const [, status = '200'] = /^\/(\d{3})/.exec(request.url ?? '') ?? []
      response.writeHead(Number(status), status === '302' ? { location: `${url}/200` } : {}).end('thank you')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(folder, { recursive: true })
})

const gateway = (env: Record<string, string>) =>
  openSms({ settings: { ...readSettings(env, folder), dataFolder: folder }, log })
const message = { to: '+48601234567', text: 'Anna lädt “Kim & Co” ein: https://x/join/a?b=1' }

test('a gateway gets number, text and secret in its address, and nothing in them ends a part of it', async () => {
  await gateway({ SMS_URL: `${url}/200?to={phone}&text={text}&key={secret}`, SMS_SECRET: 'a&b={phone}' }).send(message)
  const asked = new URL(got.at(-1)?.request.url ?? '', url)
  expect([...asked.searchParams]).toEqual([
    ['to', message.to],
    ['text', message.text],
    ['key', 'a&b={phone}'],
  ])
  expect(got.at(-1)?.request.method).toBe('GET')
})

test('or in a JSON body and a header; quotes and line breaks in a name stay inside the text', async () => {
  const settings = {
    SMS_URL: `${url}/200`,
    SMS_BODY: '{"messages":[{"to":"{phone}","text":"{text}"}],"n":1}',
    SMS_AUTHORIZATION: 'Bearer {secret}',
    SMS_SECRET: 'hush',
  }
  await gateway(settings).send({ ...message, text: 'Kim "Q" Lee",\n"to":"+1' })
  const { request, body } = got.at(-1) ?? {}
  expect(request?.method).toBe('POST')
  expect(request?.headers.authorization).toBe('Bearer hush')
  expect(JSON.parse(body ?? '')).toEqual({ messages: [{ to: message.to, text: 'Kim "Q" Lee", "to":"+1' }], n: 1 })
})

test('what is not taken fails, is not followed elsewhere, and is kept for the administrator without text and secret', async () => {
  const before = got.length
  for (const at of [`${url}/302?key={secret}`, `${url}/500?key={secret}`, 'http://127.0.0.1:1/?key={secret}'])
    await expect(gateway({ SMS_URL: at, SMS_SECRET: 'hush' }).send(message)).rejects.toThrow(/^The SMS gateway/)
  expect(got.length).toBe(before + 2)
  const failures = await listFailures(folder)
  expect(failures.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('could not be reached'),
    expect.stringContaining('status 500'),
    expect.stringContaining('elsewhere'),
  ])
  expect(JSON.stringify(failures)).not.toMatch(/hush|Anna|key=/)
})

test('the last twenty failures are known, and none is lost when several happen at once', async () => {
  const own = mkdtempSync(join(tmpdir(), 'sms-failures-'))
  const at = (n: number) => ({ at: new Date(Date.UTC(2027, 0, 1, 0, n)), to: `+4860123456${n % 10}`, reason: `${n}` })
  await Promise.all(Array.from({ length: 12 }, (_, n) => keepFailure(own, at(n))))
  expect((await listFailures(own)).map(({ reason }) => reason)).toEqual(
    Array.from({ length: 12 }, (_, n) => `${11 - n}`),
  )
  await Promise.all(Array.from({ length: 12 }, (_, n) => keepFailure(own, at(12 + n))))
  expect((await listFailures(own)).map(({ reason }) => reason)).toEqual(
    Array.from({ length: 20 }, (_, n) => `${23 - n}`),
  )
  rmSync(own, { recursive: true })
})

test('without a gateway messages are kept among the letters', async () => {
  await gateway({}).send({ ...message, text: 'one\nline\u202e only' })
  const { items } = await listOutbox(folder + '/outbox')
  expect(items).toMatchObject([{ kind: 'message', to: message.to, subject: 'one line only' }])
  expect((await readOutbox(folder + '/outbox', items[0]?.id ?? ''))?.text).toBe('one line only')
  expect((await listOutbox(folder + '/outbox', { kinds: ['letter'] })).items).toEqual([])
})

test.each([
  [{ SMS_URL: 'ftp://x' }, 'SMS_URL must'],
  [{ SMS_URL: 'https://{secret}.example.com/' }, 'SMS_URL must'],
  [{ SMS_URL: 'https://hush:hush@sms.example.com/' }, 'SMS_URL must'],
  [{ SMS_BODY: '{"hush"' }, 'SMS_BODY must'],
  [{ LOGGIA_COUNTRY: 'XX' }, 'LOGGIA_COUNTRY must'],
])('%j stops the start with a sentence that repeats no secret', (env, sentence) => {
  try {
    readSettings(env, folder)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    expect((error as Error).message).toContain(sentence)
    expect((error as Error).message).not.toContain('hush')
  }
})

test.each([
  ['+48 601 234 567', {}, '+48601234567'],
  ['0048601234567', { language: 'pl' }, '+48601234567'],
  ['601-234-567', { language: 'pl' }, '+48601234567'],
  ['8 (912) 345-67-89', { language: 'ru' }, '+79123456789'],
  ['8 701 234 56 78', { country: 'KZ', language: 'en' }, '+77012345678'],
  ['+7 701 234 56 78', { language: 'ru' }, '+77012345678'],
])('%s (%j) is %s', (written, by, normalised) => {
  expect(parseNumber(written, by)?.normalised).toBe(normalised)
  expect(isNumber(normalised)).toBe(true)
})

test.each([
  ['no country', '601 234 567'],
  ['a landline', '+48 22 123 45 67'],
  ['one that costs its caller', '+48 701 234 567'],
  ['too short', '+48 601'],
  ['an address', 'anna@example.com'],
  ['two', '+48601234567,+48601234568'],
  ['letters', '+48 601 CALL ME'],
  ['an extension', '+48601234567;ext=1'],
  ['digits of another script', '+٤٨٦٠١٢٣٤٥٦٧'],
  ['a line break', '+48601234567\n+1'],
])('%s is refused', (_, written) => expect(parseNumber(written)).toBeUndefined())
