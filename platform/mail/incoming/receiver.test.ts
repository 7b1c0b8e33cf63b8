import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { certificateFiles, localhostCertificate } from '#tests/certificate/localhost.ts'
import { openLog } from '../../log.ts'
import { openReceiver } from './receiver.ts'
import { newSecret } from './reply-address.ts'
import type { Incoming } from './taking.ts'

const secret = newSecret()
const to = `reply+${secret}@in.acme.example`
const outcomes: string[] = []
let said = ''
let incoming: Incoming
beforeAll(async () => {
  incoming = await openReceiver(
    { by: 'smtp', host: '127.0.0.1', port: 0, reply: { local: 'reply', domain: 'in.acme.example' } },
    openLog('trace', { write: (line: string) => (said += line) }),
    {
      expects: (asked) => Promise.resolve(asked === secret ? 'now' : 'never'),
      async take({ raw }) {
        outcomes.push(await text(raw).catch((error: Error) => `broke off: ${error.message}`))
        if (outcomes.at(-1)?.includes('disk')) throw new Error('The disk is full.')
      },
    },
  )
})
afterAll(() => incoming.stop())

/** A conversation with the server: says a line, answers what it says to that. */
async function talk(): Promise<{ socket: Socket; say: (line: string) => Promise<string>; hello: string }> {
  const socket = connect(incoming.port ?? 0, '127.0.0.1')
  socket.setEncoding('utf8')
  const heard = () =>
    new Promise<string>((resolve) => {
      let answer = ''
      const hear = (piece: string): void => {
        answer += piece
        if (!/^\d{3} .*\r\n$/m.test(answer)) return
        socket.off('data', hear)
        resolve(answer)
      }
      socket.on('data', hear)
    })
  const hello = await heard()
  const say = (line: string): Promise<string> => {
    const answer = heard()
    socket.write(`${line}\r\n`)
    return answer
  }
  return { socket, say, hello }
}

test('it says how large a letter may be, offers neither sign-in nor a key that everybody knows, and tells of nobody', async () => {
  const { socket, say } = await talk()
  const offers = await say('EHLO mail.acme.example')
  expect(offers).toContain('SIZE 26214400')
  expect(offers).not.toMatch(/STARTTLS|AUTH|VRFY|EXPN|XCLIENT/)
  for (const line of [`VRFY ${to}`, `EXPN ${to}`, 'HELP', 'AUTH PLAIN', 'STARTTLS', 'XCLIENT ADDR=127.0.0.1'])
    expect(await say(line), line).toMatch(/^5[05]\d /)
  expect(await say('MAIL FROM:<kim@acme.example> SIZE=30000000')).toMatch(/^552 /)
  socket.destroy()
})

test('one letter has one recipient; whoever hangs up in the middle has sent none, and what could not be put down is asked for again', async () => {
  const { socket, say } = await talk()
  await say('EHLO mail.acme.example')
  await say('MAIL FROM:<kim@acme.example>')
  const refusals = [`reply+${newSecret()}@in.acme.example`, 'anna@acme.example', 'postmaster@in.acme.example']
  const answers: string[] = []
  for (const one of refusals) answers.push(await say(`RCPT TO:<${one}>`))
  expect(new Set(answers)).toEqual(new Set(['550 No such address here\r\n']))
  expect(await say(`RCPT TO:<${to}>`)).toMatch(/^250 /)
  expect(await say(`RCPT TO:<x${to}>`)).toMatch(/^452 /)
  expect(await say('DATA')).toMatch(/^354 /)
  expect(await say('Subject: x\r\n\r\nThe disk\r\n.')).toMatch(/^451 /)
  await say('MAIL FROM:<>')
  await say(`RCPT TO:<${to}>`)
  await say('DATA')
  socket.write('Subject: x\r\n\r\nHalf of it')
  socket.end(() => socket.destroy())
  await vi.waitFor(() => expect(outcomes).toHaveLength(2))
  expect(outcomes[1]).toMatch(/^broke off/)
  expect(said).toContain('could not be taken')
  expect(said.toLowerCase()).not.toContain(secret)
})

test('from one network come only so many at once', async () => {
  const many = await Promise.all(Array.from({ length: 10 }, talk))
  expect(many.filter(({ hello }) => hello.startsWith('421 '))).toHaveLength(2)
  for (const { socket } of many) socket.destroy()
})

test('with a certificate it offers encryption with that one, and takes a letter over it', async () => {
  const taken: string[] = []
  const secured = await openReceiver(
    {
      by: 'smtp',
      host: '127.0.0.1',
      port: 0,
      tls: certificateFiles,
      reply: { local: 'reply', domain: 'in.acme.example' },
    },
    openLog('fatal'),
    { expects: () => Promise.resolve('now'), take: async ({ raw }) => void taken.push(await text(raw)) },
  )
  const send = (ca?: string) =>
    createTransport({ host: '127.0.0.1', port: secured.port ?? 0, requireTLS: true, tls: ca ? { ca } : {} }).sendMail({
      from: 'kim@acme.example',
      to,
      text: 'Encrypted on its way',
    })
  try {
    await expect(send()).rejects.toThrow('self-signed certificate')
    await send(localhostCertificate.cert)
    expect(taken.join('')).toContain('Encrypted on its way')
  } finally {
    await secured.stop()
  }
})
