import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { passwordLength } from './contract.ts'
import { parseAddress } from './mail/addresses.ts'
import { mailInVariable, type MailIn } from './mail/incoming/settings.ts'
import { isPrivateKey } from './push/keys.ts'
import { smsGateway, smsVariables, type SmsGateway } from './sms/settings.ts'

/** How much the log says, from most to least. */
export type LogLevel = (typeof logLevels)[number]

/** Who letters come from. */
export interface Sender {
  name?: string
  address: string
}

/** The first administrator and the name of the portal, given beforehand instead of on the set-up page. */
export interface UnattendedSetup {
  portalName: string
  name: string
  email: string
  password: string
}

/** All that the person who runs Loggia can choose from outside. */
export interface Settings {
  /** Absolute path of the folder in which everything is kept. */
  dataFolder: string
  /** 0 lets the system choose; then `url` says 0 too, unless it was given. */
  port: number
  host: string
  /** The address people type; letters link to it. */
  url: URL
  https: boolean
  /** Without it the embedded PostgreSQL is used. */
  databaseUrl?: string
  /** Without it letters are kept in the outbox folder. */
  smtpUrl?: string
  mailFrom: Sender
  /** Seconds that letters about what was said wait before they go to people from outside: until then their author can take them back. */
  letterHold: number
  /** Without it nobody answers letters by letter. */
  mailIn?: MailIn
  /** Without it text messages are kept in the outbox folder. */
  sms?: SmsGateway
  /** Two letters: the country of phone numbers that are typed without one. */
  country?: string
  /** Without it the key by which push services know the portal follows from the same seed as all secrets. */
  vapidPrivateKey?: string
  /** Lets a push service on this machine be used, without TLS. Nothing outside says it: tests do, which run one. */
  pushNearby?: boolean
  /** Bytes that one attached file may have. */
  largestFile: number
  demo: boolean
  setup?: UnattendedSetup
  logLevel: LogLevel
}

/** A setting that cannot be used; the message is one sentence for each, saying what to put, and never repeats a secret. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const word = (sentence: string) => z.string().refine((text) => isPlain(text), sentence)
const address = (sentence: string, protocols: string[]) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? '') && hasPlace(text), sentence)

const letterHoldSentence = 'LOGGIA_LETTER_HOLD must be a number of seconds from 0 to 3600, for example 120.'

const variables = z
  .object({
    LOGGIA_DATA: z.string().default('./data'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535, for example 3000.')
      .transform(Number)
      .refine((port) => port <= 65535, 'PORT must be a number from 0 to 65535, for example 3000.')
      .default(3000),
    HOST: z
      .string()
      .regex(
        /^[a-z0-9.:_-]+$/i,
        'HOST must be a host name or an IP address to listen on, for example 0.0.0.0 or 127.0.0.1.',
      )
      .default('0.0.0.0'),
    LOGGIA_URL: z
      .string()
      .refine(
        isOrigin,
        'LOGGIA_URL must be the address people open, without a path, for example https://portal.example.com.',
      )
      .optional(),
    DATABASE_URL: address('DATABASE_URL must look like postgres://user:password@host:5432/database.', [
      'postgres:',
      'postgresql:',
    ]).optional(),
    SMTP_URL: address('SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465.', [
      'smtp:',
      'smtps:',
    ]).optional(),
    LOGGIA_MAIL_FROM: z
      .string()
      .transform(readSender)
      .refine(
        (sender) => sender !== undefined,
        'LOGGIA_MAIL_FROM must be one address, for example portal@example.com or Acme portal <portal@example.com>.',
      )
      .optional(),
    LOGGIA_LETTER_HOLD: z
      .string()
      .regex(/^\d{1,4}$/, letterHoldSentence)
      .transform(Number)
      .refine((seconds) => seconds <= 3600, letterHoldSentence)
      .default(120),
    MAIL_IN: mailInVariable,
    LOGGIA_LARGEST_FILE: z
      .string()
      .regex(
        /^[1-9]\d{0,4}$/,
        'LOGGIA_LARGEST_FILE must be a whole number of megabytes from 1 to 10000, for example 100.',
      )
      .transform(Number)
      .refine(
        (size) => size <= 10_000,
        'LOGGIA_LARGEST_FILE must be a whole number of megabytes from 1 to 10000, for example 100.',
      )
      .default(100),
    ...smsVariables,
    VAPID_PRIVATE_KEY: z
      .string()
      .refine(
        isPrivateKey,
        'VAPID_PRIVATE_KEY must be a private key on the curve P-256: 32 bytes in base64url, 43 letters without an = at the end.',
      )
      .optional(),
    LOGGIA_DEMO: z
      .enum(['1', 'true', 'yes', '0', 'false', 'no'], 'LOGGIA_DEMO must be 1 for a sample company, or be left out.')
      .transform((text) => ['1', 'true', 'yes'].includes(text))
      .default(false),
    LOGGIA_PORTAL_NAME: word('LOGGIA_PORTAL_NAME must be a name of at most 100 characters on one line.').optional(),
    LOGGIA_ADMIN_NAME: word(
      'LOGGIA_ADMIN_NAME must be the name of a person, at most 100 characters on one line.',
    ).optional(),
    LOGGIA_ADMIN_EMAIL: z
      .string()
      .refine(
        (text) => parseAddress(text) !== undefined,
        'LOGGIA_ADMIN_EMAIL must be one e-mail address, for example anna@example.com.',
      )
      .optional(),
    LOGGIA_ADMIN_PASSWORD: z
      .string()
      .min(passwordLength.min, `LOGGIA_ADMIN_PASSWORD must have at least ${passwordLength.min} characters.`)
      .max(passwordLength.max, `LOGGIA_ADMIN_PASSWORD must have at most ${passwordLength.max} characters.`)
      .optional(),
    LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).default('info'),
  })
  .superRefine((given, problems) => {
    const missing = setupVariables.filter((name) => given[name] === undefined)
    if (missing.length === 0 || missing.length === setupVariables.length) return
    const sentence = `To set up without the set-up page, also give ${missing.join(', ')}; to use the page, leave all of ${setupVariables.join(', ')} out.`
    problems.addIssue({ code: 'custom', message: sentence })
  })

const setupVariables = [
  'LOGGIA_PORTAL_NAME',
  'LOGGIA_ADMIN_NAME',
  'LOGGIA_ADMIN_EMAIL',
  'LOGGIA_ADMIN_PASSWORD',
] as const

/** Reads the settings from the environment and, below it, from `.env` in the given folder; throws SettingsError. */
export function readSettings(env: Record<string, string | undefined>, cwd: string): Settings {
  const given = { ...withoutEmpty(readEnvFile(cwd)), ...withoutEmpty(env) }
  const read = variables.safeParse(given)
  if (!read.success) throw new SettingsError(read.error.issues.map((issue) => issue.message).join('\n'))
  const v = read.data
  const url = new URL(v.LOGGIA_URL ?? `http://localhost:${v.PORT}`)
  return {
    dataFolder: resolve(cwd, v.LOGGIA_DATA),
    port: v.PORT,
    host: v.HOST,
    url,
    https: url.protocol === 'https:',
    databaseUrl: v.DATABASE_URL,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.LOGGIA_MAIL_FROM ?? { address: `loggia@${mailDomain(url)}` },
    letterHold: v.LOGGIA_LETTER_HOLD,
    mailIn: v.MAIL_IN,
    sms: smsGateway(v),
    country: v.LOGGIA_COUNTRY,
    vapidPrivateKey: v.VAPID_PRIVATE_KEY,
    largestFile: v.LOGGIA_LARGEST_FILE * 1_000_000,
    demo: v.LOGGIA_DEMO,
    setup: unattendedSetup(v),
    logLevel: v.LOG_LEVEL,
  }
}

function unattendedSetup(v: z.infer<typeof variables>): UnattendedSetup | undefined {
  const { LOGGIA_PORTAL_NAME: portalName, LOGGIA_ADMIN_NAME: name } = v
  const { LOGGIA_ADMIN_EMAIL: email, LOGGIA_ADMIN_PASSWORD: password } = v
  return portalName && name && email && password ? { portalName, name, email, password } : undefined
}

function readEnvFile(cwd: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(join(cwd, '.env'), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new SettingsError(`The file ${join(cwd, '.env')} cannot be read; make it readable or remove it.`)
  }
}

/** `SMTP_URL=` in a file means "none", as in every other program; only in a password do outer spaces mean something. */
function withoutEmpty(env: Record<string, string | undefined>): Record<string, string> {
  const filled = Object.entries(env).flatMap(([name, value = '']) => {
    const meant = name.endsWith('PASSWORD') ? value : value.trim()
    return meant ? [[name, meant] as const] : []
  })
  return Object.fromEntries(filled)
}

function isPlain(text: string): boolean {
  return text.length <= 100 && !/\p{Cc}/u.test(text)
}

/** A mail server always has a host; a database may instead be found by `?host=/a/socket/folder`. */
function hasPlace(text: string): boolean {
  const url = URL.parse(text)
  return Boolean(url?.hostname || url?.searchParams.get('host'))
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username && !password
}

function readSender(text: string): Sender | undefined {
  const [, name, bracketed] = /^"?([^"<>\p{Cc}]{0,100}?)"?\s*<([^<>]+)>$/u.exec(text) ?? []
  const address = parseAddress(bracketed ?? text)
  return address && { name: name || undefined, address: address.text }
}

function mailDomain(url: URL): string {
  return isIP(url.hostname) || url.hostname.startsWith('[') ? 'localhost' : url.hostname
}
