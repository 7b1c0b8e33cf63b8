import { z } from 'zod'
import { parseAddress } from '../addresses.ts'

/** How reply addresses are written: `reply+SECRET@in.acme.example`. */
export interface ReplyForm {
  local: string
  domain: string
}

/** Letters are brought here, as to any mail server. */
export interface BySmtp {
  by: 'smtp'
  host: string
  /** 0 lets the system choose. */
  port: number
  /** Paths of a certificate and its key; without them nothing is encrypted on the way in. */
  tls?: { cert: string; key: string }
  reply: ReplyForm
}

/** Letters are fetched from a mailbox of somebody else's server. */
export interface ByImap {
  by: 'imap'
  host: string
  port: number
  /** TLS from the first byte; else by STARTTLS, which is insisted on but for this very machine. */
  secure: boolean
  user: string
  password: string
  mailbox: string
  reply: ReplyForm
}

/** The way in for letters that answer ours. */
export type MailIn = BySmtp | ByImap

const sentence =
  'MAIL_IN must look like smtp://0.0.0.0:2525?domain=in.example.com or imaps://user:password@imap.example.com/INBOX?address=replies@example.com.'

/** What the person who runs Loggia says of it. */
export const mailInVariable = z
  .string()
  .transform((text, problems) => {
    const url = URL.parse(text)
    const read = url && (url.protocol === 'smtp:' ? bySmtp(url) : byImap(url))
    if (read) return read
    problems.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })
  .optional()

function bySmtp(url: URL): MailIn | null {
  const domain = url.searchParams.get('domain') ?? ''
  const address = parseAddress(`reply@${domain}`)
  const [cert, key] = [url.searchParams.get('cert'), url.searchParams.get('key')]
  if (!url.hostname || !address || url.username || url.password || (cert === null) !== (key === null)) return null
  return {
    by: 'smtp',
    host: bare(url.hostname),
    port: Number(url.port || 25),
    ...(cert && key ? { tls: { cert, key } } : {}),
    reply: { local: 'reply', domain: address.domain },
  }
}

function byImap(url: URL): MailIn | null {
  const secure = url.protocol === 'imaps:'
  const [user, password] = [decoded(url.username), decoded(url.password)]
  const address = parseAddress(url.searchParams.get('address') ?? user)
  if ((!secure && url.protocol !== 'imap:') || !url.hostname || !user || !password) return null
  // What stands behind the plus of a reply address needs room: 64 characters are all there are (RFC 5321).
  if (!address || address.local.includes('+') || address.local.length > 30) return null
  return {
    by: 'imap',
    host: bare(url.hostname),
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    user,
    password,
    mailbox: decoded(url.pathname.slice(1)) || 'INBOX',
    reply: { local: address.local, domain: address.domain },
  }
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
