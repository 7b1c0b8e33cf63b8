import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Address } from './addresses.ts'
import { ownHeader } from './incoming/machine.ts'
import { renderLetter, type Letter, type RenderedLetter } from './letter.ts'
import { keepInOutbox } from './outbox.ts'
import { attached } from './pictures.ts'

/** One letter to one reader. */
export interface Message {
  to: Address
  /** The reader's name, shown beside the address. */
  name?: string
  subject: string
  letter: Letter | RenderedLetter
  replyTo?: Address
  /** Further headers by name, such as In-Reply-To; not those that say from whom and to whom. */
  headers?: Record<string, string>
  /** With its angle brackets; lets answers be matched. */
  messageId?: string
}

/** How many letters go out side by side: as many as the mail server is asked for connections. */
export const lettersAtOnce = 3

/** How letters leave the building. */
export interface Mail {
  /** Resolves when the mail server, or the outbox, has taken the letter; rejects when it has not. */
  send(message: Message): Promise<void>
  close(): Promise<void>
}

type MailSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataFolder'>

const seconds = 1000

/** Opens the way out: the mail server of SMTP_URL or, without one, the outbox folder. */
export function openMail({ settings, log }: { settings: MailSettings; log: Log }): Mail {
  return settings.smtpUrl ? smtpMail(settings.smtpUrl, settings, log) : outboxMail(settings, log)
}

function smtpMail(url: string, settings: MailSettings, log: Log): Mail {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: lettersAtOnce,
    connectionTimeout: 15 * seconds,
    greetingTimeout: 15 * seconds,
    socketTimeout: 60 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.on('error', (error) => log.warn({ err: error }, 'the connection to the mail server failed'))
  return {
    async send(message) {
      const { messageId } = await transport.sendMail(compose(message, settings))
      log.info({ messageId, domain: message.to.domain }, 'letter sent')
    },
    async close() {
      transport.close()
    },
  }
}

function outboxMail(settings: MailSettings, log: Log): Mail {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message) {
      const { message: raw, messageId } = await transport.sendMail(compose(message, settings))
      if (!Buffer.isBuffer(raw)) throw new Error('nodemailer did not answer with the finished letter')
      await keepInOutbox(join(settings.dataFolder, 'outbox'), raw)
      log.info({ messageId, domain: message.to.domain }, 'letter kept in the outbox')
    },
    async close() {},
  }
}

/** Addresses go in as objects, which nodemailer does not parse: one reader can never become two. */
function compose(message: Message, settings: MailSettings): SendMailOptions {
  const { to, replyTo, letter } = message
  // In the portal's name, never in that of whoever made it write.
  const brand = 'brand' in letter ? letter.brand.name : ''
  const from = { name: oneLine(settings.mailFrom.name ?? brand), address: settings.mailFrom.address }
  const { html, text, pictures } = 'html' in letter ? letter : renderLetter(letter)
  return {
    from,
    to: { name: oneLine(message.name ?? ''), address: to.text },
    envelope: { from: { address: from.address }, to: { address: to.text } },
    replyTo: replyTo && { name: '', address: replyTo.text },
    subject: oneLine(message.subject),
    messageId: message.messageId && checkedMessageId(message.messageId),
    // By the first other machines know that nobody reads an answer of theirs, by the second we know our own.
    headers: { 'Auto-Submitted': 'auto-generated', [ownHeader]: 'letter', ...checkedHeaders(message.headers ?? {}) },
    text,
    html,
    ...(pictures ? { attachments: attached(pictures) } : {}),
  }
}

/** Names and subjects come from people: whatever could end a header line becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

const ourOwn =
  /^(from|to|cc|bcc|sender|reply-to|return-path|subject|date|message-id|mime-version|received|content-.*)$/i

function checkedHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name of Object.keys(headers)) {
    if (!/^[a-z][a-z0-9-]*$/i.test(name) || ourOwn.test(name))
      throw new RangeError(`No letter may set the header ${name}`)
  }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]))
}

function checkedMessageId(id: string): string {
  if (!/^<[\w.+-]+@[\w.-]+>$/.test(id)) throw new RangeError('A message id is written <name@domain>')
  return id
}
