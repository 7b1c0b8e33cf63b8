import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

let cwd = ''
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'settings-'))))
afterEach(() => rmSync(cwd, { recursive: true }))

const complaint = (env: Record<string, string>) => {
  try {
    readSettings(env, cwd)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
  }
  return undefined
}

test('nothing needs to be set', () => {
  const settings = readSettings({}, cwd)
  expect(settings).toMatchObject({ dataFolder: join(cwd, 'data'), port: 3000, host: '0.0.0.0', demo: false })
  expect(settings.url.origin).toBe('http://localhost:3000')
  expect(settings.https).toBe(false)
  expect(settings.largestFile).toBe(100_000_000)
  expect(settings.setup).toBeUndefined()
})

test('.env counts, the real environment counts more, an empty value counts as none', () => {
  writeFileSync(join(cwd, '.env'), 'PORT=4000\nLOGGIA_URL="https://portal.example.com"\nSMTP_URL=\n')
  const settings = readSettings({ PORT: '5000', DATABASE_URL: '' }, cwd)
  expect(settings.port).toBe(5000)
  expect(settings.url.href).toBe('https://portal.example.com/')
  expect(settings.https).toBe(true)
  expect([settings.smtpUrl, settings.databaseUrl]).toEqual([undefined, undefined])
  expect(settings.mailFrom.address).toBe('loggia@portal.example.com')
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['HOST', 'all of them'],
  ['LOGGIA_URL', 'portal.example.com'],
  ['LOGGIA_URL', 'https://example.com/portal'],
  ['LOGGIA_URL', 'https://user:secret@example.com'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['SMTP_URL', 'mail.example.com:587'],
  ['SMTP_URL', 'http://mail.example.com'],
  ['LOGGIA_MAIL_FROM', 'portal'],
  ['LOGGIA_MAIL_FROM', 'a@example.com, b@example.com'],
  ['LOGGIA_LARGEST_FILE', '0'],
  ['LOGGIA_LARGEST_FILE', '1.5'],
  ['LOGGIA_LARGEST_FILE', '10001'],
  ['MAIL_IN', 'smtp://0.0.0.0:2525'],
  ['MAIL_IN', 'smtp://0.0.0.0:2525?domain=localhost'],
  ['MAIL_IN', 'smtp://0.0.0.0:2525?domain=in.example.com&cert=/a/cert.pem'],
  ['MAIL_IN', 'smtp://user:hunter2@0.0.0.0?domain=in.example.com'],
  ['MAIL_IN', 'imaps://imap.example.com?address=replies@example.com'],
  ['MAIL_IN', 'imaps://kim:hunter2@imap.example.com'],
  ['MAIL_IN', 'pop3://kim:hunter2@mail.example.com'],
  ['LOGGIA_DEMO', 'maybe'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused with a sentence that says what to put', (name, value) => {
  const said = complaint({ [name]: value })
  expect(said).toMatch(new RegExp(`^${name} must .*(example|like|one of|1 for)`))
})

test('all wrong settings are told at once, and no secret is repeated', () => {
  const said = complaint({ PORT: 'x', DATABASE_URL: 'x://u:hunter2@h/d', LOGGIA_ADMIN_PASSWORD: 'hunter2' })
  expect(said?.split('\n').length).toBe(4)
  expect(said).not.toContain('hunter2')
})

test('an unattended set-up is whole or not at all', () => {
  const whole = {
    LOGGIA_PORTAL_NAME: 'Acme',
    LOGGIA_ADMIN_NAME: 'Anna',
    LOGGIA_ADMIN_EMAIL: 'anna@example.com',
    LOGGIA_ADMIN_PASSWORD: ' long enough ',
  }
  expect(readSettings(whole, cwd).setup).toEqual({
    portalName: 'Acme',
    name: 'Anna',
    email: 'anna@example.com',
    password: ' long enough ',
  })
  const { LOGGIA_ADMIN_PASSWORD: _, ...partly } = whole
  expect(complaint(partly)).toMatch(/also give LOGGIA_ADMIN_PASSWORD;/)
  expect(complaint({ ...whole, LOGGIA_ADMIN_EMAIL: 'anna' })).toMatch(/^LOGGIA_ADMIN_EMAIL must be one e-mail address/)
})

test('the sender of letters may have a name', () => {
  const from = (text: string) => readSettings({ LOGGIA_MAIL_FROM: text }, cwd).mailFrom
  expect(from('"Acme, portal" <portal@example.com>')).toEqual({ name: 'Acme, portal', address: 'portal@example.com' })
  expect(from('portal@example.com')).toEqual({ address: 'portal@example.com' })
})

test('letters come in by SMTP or from a mailbox, to reply addresses of one form', () => {
  const mailIn = (text: string) => readSettings({ MAIL_IN: text }, cwd).mailIn
  expect(readSettings({}, cwd).mailIn).toBeUndefined()
  expect(mailIn('smtp://[::]?domain=In.Example.com&cert=/c.pem&key=/k.pem')).toEqual({
    by: 'smtp',
    host: '::',
    port: 25,
    tls: { cert: '/c.pem', key: '/k.pem' },
    reply: { local: 'reply', domain: 'in.example.com' },
  })
  const box = {
    by: 'imap',
    host: 'imap.example.com',
    port: 993,
    secure: true,
    user: 'replies@example.com',
    password: 'a:b',
  }
  const reply = { local: 'replies', domain: 'example.com' }
  expect(mailIn('imaps://replies%40example.com:a%3Ab@imap.example.com')).toEqual({ ...box, mailbox: 'INBOX', reply })
  expect(mailIn('imap://kim:p@imap.example.com:1143/INBOX/Portal?address=kim@example.com')).toMatchObject({
    port: 1143,
    secure: false,
    mailbox: 'INBOX/Portal',
    reply: { local: 'kim', domain: 'example.com' },
  })
})
