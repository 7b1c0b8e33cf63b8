import { ImapFlow } from 'imapflow'
import type { Log } from '../../log.ts'
import { secretsIn } from './reply-address.ts'
import type { ByImap } from './settings.ts'
import { sized } from './sized.ts'
import { largestLetter, LetterTooLarge, type Incoming, type Taking } from './taking.ts'

const seconds = 1000
/** How long is waited before the mailbox is opened again; each time twice as long, until it was open. */
const pauses = { first: 2 * seconds, longest: 300 * seconds }
/** Also without being told of anything it is looked for new letters. */
const looksEvery = 240 * seconds
/** A letter that names more reply addresses than these is no answer. */
const mostSecrets = 3
/** Headers in which the mail server says whom a letter came to; behind them those in which its writer does. */
const recipients = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc']

/** Fetches letters from a mailbox: those in it, and each that comes. One is marked as read after it was put down, and not before. */
export function openMailbox(options: ByImap, log: Log, taking: Taking): Incoming {
  const stopping = new AbortController()
  const fetching = (async () => {
    let pause = pauses.first
    while (!stopping.signal.aborted) {
      try {
        await stayOpen(options, log, taking, stopping.signal, () => (pause = pauses.first))
      } catch (error) {
        log.warn({ error: said(error), host: options.host }, 'the mailbox could not be read; it is tried again')
      }
      await sleep(pause, stopping.signal)
      pause = Math.min(pause * 2, pauses.longest)
    }
  })()
  return {
    port: null,
    async stop() {
      stopping.abort()
      await fetching
    },
  }
}

/** One connection, until it ends. */
async function stayOpen(
  options: ByImap,
  log: Log,
  taking: Taking,
  stop: AbortSignal,
  isOpen: () => void,
): Promise<void> {
  const client = new ImapFlow({
    host: options.host,
    port: options.port,
    secure: options.secure,
    // Nobody reads the password on its way, but on this very machine.
    doSTARTTLS: options.secure ? undefined : !isHere(options.host),
    auth: { user: options.user, pass: options.password },
    logger: false,
    autoIdleDelay: seconds,
    maxIdleTime: looksEvery,
    maxLiteralSize: 2 * largestLetter,
    maxResponseSize: 3 * largestLetter,
  })
  const close = (): void => client.close()
  stop.addEventListener('abort', close)
  const closed = new Promise<void>((resolve) => client.once('close', resolve))
  const failures: Error[] = []
  client.on('error', (error) => failures.push(error))
  try {
    await client.connect()
    await client.mailboxOpen(options.mailbox)
    isOpen()
    log.info({ host: options.host, mailbox: options.mailbox }, 'answers are read from a mailbox')
    await untilClosed(client, closed, () => readNew(client, options, log, taking))
    if (failures[0] && !stop.aborted) throw failures[0]
  } finally {
    stop.removeEventListener('abort', close)
    client.close()
  }
}

/** Reads now, and again whenever something came meanwhile or it is time. What fails ends the connection; the next one begins anew. */
async function untilClosed(client: ImapFlow, closed: Promise<void>, read: () => Promise<void>): Promise<void> {
  let news = Promise.withResolvers<void>()
  const wake = (): void => news.resolve()
  client.on('exists', wake)
  const timer = setInterval(wake, looksEvery)
  try {
    while (client.usable) {
      news = Promise.withResolvers<void>()
      await read()
      await Promise.race([news.promise, closed])
    }
  } finally {
    clearInterval(timer)
  }
}

async function readNew(client: ImapFlow, options: ByImap, log: Log, taking: Taking): Promise<void> {
  const found = await client.search({ seen: false }, { uid: true })
  let failed = 0
  for (const uid of found || []) {
    try {
      if (await takeOne(client, String(uid), options, log, taking))
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    } catch (error) {
      if (!client.usable) throw error
      failed++
      log.warn({ error: said(error), uid }, 'a letter in the mailbox could not be taken; it is tried again')
    }
  }
  if (failed > 0) throw new Error(`${failed} letters in the mailbox could not be taken.`)
}

/** Whether the letter is done with: put down, or nothing that concerns us. */
async function takeOne(client: ImapFlow, uid: string, { reply }: ByImap, log: Log, taking: Taking): Promise<boolean> {
  const one = await client.fetchOne(uid, { size: true, headers: [...recipients, 'return-path'] }, { uid: true })
  if (!one) return true
  const headers = (one.headers?.toString('latin1') ?? '').replace(/\r?\n[ \t]+/g, ' ')
  const secrets = secretsIn(reply, headers).slice(0, mostSecrets)
  if ((one.size ?? 0) > largestLetter) {
    log.warn({ uid, size: one.size }, 'a letter in the mailbox is larger than 25 MB and was left there')
    return true
  }
  for (const secret of secrets) {
    const when = await taking.expects(secret)
    if (when === 'later') return false
    if (when === 'never') continue
    const { content } = await client.download(uid, undefined, { uid: true })
    // It was taken out of the mailbox meanwhile.
    if (!content) return true
    try {
      await taking.take({ secret, from: returnPath(headers), raw: sized(content) })
    } catch (error) {
      content.resume()
      if (!(error instanceof LetterTooLarge)) throw error
    }
  }
  return true
}

/** Whom the server that took the letter in wrote down as the sender of its envelope. */
const returnPath = (headers: string): string | null => /^return-path:\s*<?([^<>\s]*)>?\s*$/im.exec(headers)?.[1] ?? null

const isHere = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** What an error says; the object of some carries what was sent to the server. */
const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const sleep = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, time)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
