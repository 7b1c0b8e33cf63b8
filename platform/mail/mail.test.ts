import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openLog } from '../log.ts'
import { parseAddress, type Address } from './addresses.ts'
import { openMail, type Mail, type Message } from './mail.ts'
import { listOutbox, readOutbox } from './outbox.ts'

const log = openLog('silent')
const mailFrom = { name: 'Портал', address: 'portal@example.com' }
const received: { from: string; to: string[]; raw: string }[] = []
let server: SMTPServer
let smtp: Mail
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'))
  server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith('refused') ? Object.assign(new Error('no such person'), { responseCode: 550 }) : undefined,
      ),
    onData(stream, { envelope }, done) {
      let raw = ''
      stream.on('data', (piece: Buffer) => (raw += piece.toString('latin1')))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  smtp = openMail({ settings: { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom, dataFolder: folder }, log })
})
afterAll(async () => {
  await smtp.close()
  await new Promise<void>((closed) => server.close(closed))
  rmSync(folder, { recursive: true })
})
beforeEach(() => received.splice(0))

function address(text: string): Address {
  const parsed = parseAddress(text)
  if (!parsed) throw new Error(`not an address: ${text}`)
  return parsed
}

const letter = { html: '<p>Здравствуйте &amp; до свидания</p>', text: 'Здравствуйте & до свидания' }
const hello: Message = { to: address('ivan@example.org'), subject: 'Hello', letter }

async function one(message: Message) {
  await smtp.send(message)
  const [got, ...more] = received.splice(0)
  if (!got || more.length > 0) throw new Error('exactly one letter was expected')
  return { ...got, mail: await simpleParser(Buffer.from(got.raw, 'latin1')) }
}

test('a letter reaches the one it is for, in both forms', async () => {
  const { from, to, mail } = await one({ ...hello, name: 'Иван Петров', replyTo: address('anna@example.com') })
  expect({ from, to }).toEqual({ from: 'portal@example.com', to: ['ivan@example.org'] })
  expect(mail.text?.trim()).toBe(letter.text)
  expect(mail.html).toBe(letter.html)
  expect(mail.from?.value).toEqual([{ name: 'Портал', address: 'portal@example.com' }])
  expect(mail.to).toMatchObject({ value: [{ name: 'Иван Петров', address: 'ivan@example.org' }] })
  expect(mail.replyTo?.text).toBe('anna@example.com')
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a picture travels inside the letter and is shown by it, kept or sent; nothing is attached to keep and nothing loaded', async () => {
  const content = Buffer.from(Array.from({ length: 300 }, (_, n) => n % 256))
  const pictures = [{ name: 'face', type: 'image/jpeg' as const, content }]
  const shown = { ...letter, html: '<p>x</p><img src="cid:face@letter">', pictures }
  const { mail, raw } = await one({ ...hello, letter: shown })
  const [picture] = mail.attachments
  expect(mail.attachments).toHaveLength(1)
  expect(picture).toMatchObject({
    cid: 'face@letter',
    contentType: 'image/jpeg',
    contentDisposition: 'inline',
    related: true,
  })
  expect(picture?.content.equals(content)).toBe(true)
  expect(raw).toContain('multipart/related')
  expect(mail.text?.trim()).toBe(letter.text)

  const own = mkdtempSync(join(tmpdir(), 'mail-'))
  await openMail({ settings: { mailFrom, dataFolder: own }, log }).send({ ...hello, letter: shown })
  const { items } = await listOutbox(join(own, 'outbox'))
  const kept = await readOutbox(join(own, 'outbox'), items[0]?.id ?? '')
  expect(kept?.html).toBe(`<p>x</p><img src="data:image/jpeg;base64,${content.toString('base64')}">`)
  expect(kept?.text).toBe(letter.text)
  rmSync(own, { recursive: true })
  const named = { ...shown, pictures: [{ name: 'x"\r\nBcc', type: 'image/png' as const, content }] }
  await expect(smtp.send({ ...hello, letter: named })).rejects.toThrow(RangeError)
})

test.each([
  'Ivan\r\nBcc: eve@evil.com',
  'Ivan\nBcc: eve@evil.com\n\nbody',
  'Ivan\u2028Bcc: eve@evil.com',
  'Ivan" <eve@evil.com>, "x',
  'eve@evil.com, Ivan',
  'Ivan <eve@evil.com>',
  'all: eve@evil.com;',
  '=?utf-8?q?=0d=0aBcc:_eve@evil.com?=',
])('neither a name nor a subject can become a header or a reader: %j', async (text) => {
  const { to, mail, raw } = await one({ ...hello, name: text, subject: text, headers: { 'X-About': text } })
  expect(to).toEqual(['ivan@example.org'])
  expect(raw).not.toMatch(/^Bcc:/im)
  expect(mail.bcc).toBeUndefined()
  expect(mail.cc).toBeUndefined()
  expect(mail.to).toMatchObject({ value: [{ address: 'ivan@example.org' }] })
  expect(mail.text?.trim()).toBe(letter.text)
})

test('headers that say from whom and to whom cannot be set, nor names that hide another', async () => {
  for (const name of ['Bcc', 'to', 'From', 'Content-Type', 'X\r\nBcc', 'X: y', '']) {
    await expect(smtp.send({ ...hello, headers: { [name]: 'eve@evil.com' } })).rejects.toThrow(RangeError)
  }
  await expect(smtp.send({ ...hello, messageId: '<a@b>\r\nBcc: x@y.z' })).rejects.toThrow(RangeError)
  expect(received).toEqual([])
})

test('a refusal of the mail server is told', async () => {
  await expect(smtp.send({ ...hello, to: address('refused@example.org') })).rejects.toThrow(/no such person/)
})

test('without a mail server letters are kept, newest first, readable by nobody else', async () => {
  const outbox = join(folder, 'outbox')
  expect(await listOutbox(outbox)).toEqual({ items: [], next: null })
  const mail = openMail({ settings: { mailFrom, dataFolder: folder }, log })
  const subject = 'Приглашение в группу «Ремонт фасада», заголовок длиннее одной строки'
  for (const n of [1, 2, 3]) {
    await mail.send({ ...hello, name: 'Иван <eve@evil.com>', subject: `${subject} ${n}` })
    await new Promise((later) => setTimeout(later, 3))
  }
  const first = await listOutbox(outbox, { limit: 2 })
  expect(first.items.map((item) => item.subject)).toEqual([`${subject} 3`, `${subject} 2`])
  expect(first.items[0]?.to).toBe('ivan@example.org')
  expect(Date.now() - (first.items[0]?.at.getTime() ?? 0)).toBeLessThan(10_000)
  const second = await listOutbox(outbox, { limit: 2, after: first.next ?? '' })
  expect(second.items.map((item) => item.subject)).toEqual([`${subject} 1`])
  expect(second.next).toBeNull()

  const id = first.items[0]?.id ?? ''
  expect(await readOutbox(outbox, id)).toMatchObject({ ...letter, subject: `${subject} 3` })
  const file = join(outbox, `${id}.eml`)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect((await simpleParser(readFileSync(file))).subject).toBe(`${subject} 3`)
  expect(readdirSync(outbox).every((name) => name.endsWith('.eml'))).toBe(true)
})

test.each(['', '..', '../settings', '20261122T132213890Z-e94104c8/../x', '20261122T132213890Z-e94104c8'])(
  'no letter %j is read from the outbox',
  async (id) => expect(await readOutbox(join(folder, 'outbox'), id)).toBeUndefined(),
)
