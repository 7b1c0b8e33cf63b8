import { connect } from 'node:net'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createServer } from 'node:tls'
import hoodiecrow from 'hoodiecrow-imap'
import { afterEach, expect, test, vi } from 'vitest'
import { localhostCertificate, trustLocalhost } from '#tests/certificate/localhost.ts'
import { openLog } from '../../log.ts'
import { openMailbox } from './mailbox.ts'
import { newSecret } from './reply-address.ts'
import type { ByImap } from './settings.ts'
import type { Arriving, Incoming, Taking } from './taking.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const [known, other] = [newSecret(), newSecret()]
const letter = (to: string, says: string, more = '') =>
  `Return-Path: <kim@acme.example>\r\nDelivered-To: replies@acme.example\r\n${more}From: kim@acme.example\r\nTo: "x"\r\n <${to}>\r\nSubject: ${says}\r\n\r\n${says}\r\n`

async function openServer(raws: string[]) {
  const storage = { INBOX: { messages: raws.map((raw) => ({ raw })) } }
  const server = hoodiecrow({ plugins: ['ID', 'IDLE', 'LITERALPLUS'], storage })
  await new Promise<void>((ready) => server.listen(0, ready))
  closing.push(() => new Promise((closed) => server.close(closed)))
  const address = server.server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    server,
    port,
    isRead: () => server.getMailbox('INBOX').messages.map(({ flags }) => flags.includes('\\Seen')),
  }
}

/** The same server behind TLS from the first byte, as mailboxes of others are reached. */
async function encrypted(port: number): Promise<number> {
  const server = createServer(localhostCertificate, (socket) => {
    const behind = connect(port, '127.0.0.1')
    pipeline(socket, behind, socket, () => undefined)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => new Promise((closed) => server.close(() => closed())))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** Reads the mailbox into `taken`; the first `fails` letters are not put down. */
function read(port: number, { password = 'testpass', fails = 0, secure = false } = {}) {
  const said: string[] = []
  const taken: (Omit<Arriving, 'raw'> & { says: string })[] = []
  let failing = fails
  const taking: Taking = {
    expects: (secret) => Promise.resolve(secret === known ? 'now' : 'never'),
    async take({ raw, ...arriving }) {
      const says = /\r\n\r\n(.*)\r\n/.exec(await text(raw))?.[1] ?? ''
      if (failing-- > 0) throw new Error('The disk is full.')
      taken.push({ ...arriving, says })
    },
  }
  const options: ByImap = {
    by: 'imap',
    host: '127.0.0.1',
    port,
    secure,
    user: 'testuser',
    password,
    mailbox: 'INBOX',
    reply: { local: 'replies', domain: 'acme.example' },
  }
  const incoming: Incoming = openMailbox(
    options,
    openLog('debug', { write: (line: string) => said.push(line) }),
    taking,
  )
  closing.push(() => incoming.stop())
  return { taken, said }
}

test('answers in a mailbox are taken, those that wait and those that come; each is marked as read, and others too', async () => {
  const { server, port, isRead } = await openServer([
    letter(`replies+${known.toUpperCase()}@Acme.example`, 'One'),
    letter(`replies+${other}@acme.example`, 'Not ours'),
    letter('replies@acme.example', 'An advertisement', 'X-Original-To: someone@acme.example\r\n'),
  ])
  const { taken } = read(port)
  await vi.waitFor(() => expect(isRead()).toEqual([true, true, true]), { timeout: 10_000 })
  expect(taken).toEqual([{ secret: known, from: 'kim@acme.example', says: 'One' }])
  server.appendMessage('INBOX', [], false, letter(`replies+${known}@acme.example`, 'Two').replace(/<kim.*?>/, '<>'))
  await vi.waitFor(() => expect(isRead()).toEqual([true, true, true, true]), { timeout: 10_000 })
  expect(taken.at(-1)).toEqual({ secret: known, from: '', says: 'Two' })
})

test('one that could not be put down is not marked, and is taken when the mailbox is opened again', async () => {
  const { port, isRead } = await openServer([letter(`replies+${known}@acme.example`, 'One')])
  const { taken } = read(port, { fails: 1 })
  await vi.waitFor(() => expect(taken.map(({ says }) => says)).toEqual(['One']), { timeout: 15_000 })
  await vi.waitFor(() => expect(isRead()).toEqual([true]), { timeout: 5000 })
})

test('a mailbox that does not open is said, without its password', async () => {
  const { port } = await openServer([])
  const { said } = read(port, { password: 'hunter2' })
  await vi.waitFor(() => expect(said.join('')).toContain('could not be read'), { timeout: 10_000 })
  expect(said.join('')).not.toContain('hunter2')
})

test('a mailbox is read over TLS from a server that one trusts, and never from another', async () => {
  const { port, isRead } = await openServer([letter(`replies+${known}@acme.example`, 'One')])
  const tls = await encrypted(port)
  const stranger = read(tls, { secure: true, password: 'hunter2' })
  await vi.waitFor(() => expect(stranger.said.join('')).toMatch(/self-signed certificate/), { timeout: 10_000 })
  expect(isRead()).toEqual([false])
  const distrust = trustLocalhost()
  closing.push(() => Promise.resolve(distrust()))
  const { taken } = read(tls, { secure: true })
  await vi.waitFor(() => expect(isRead()).toEqual([true]), { timeout: 10_000 })
  expect(taken.map(({ says }) => says)).toEqual(['One'])
})
