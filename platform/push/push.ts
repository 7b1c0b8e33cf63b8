import http from 'node:http'
import https from 'node:https'
import webPush from 'web-push'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { PushKeys } from './keys.ts'
import { isPushPlace, LeadsInside, outsideOnly } from './places.ts'

/** Where the push service of a browser takes messages for it, and the keys that only that browser reads them with (RFC 8291). */
export interface PushPlace {
  endpoint: string
  p256dh: string
  auth: string
}

/** What goes to a browser. Its service reads how it is to be handed on, and not what it says. */
export interface PushMessage {
  payload: string
  /** Of several that wait under one topic a service hands on the last. At most 32 letters of base64url. */
  topic: string
  urgency: 'low' | 'normal' | 'high'
  /** Seconds for which it is worth keeping. */
  ttl: number
}

/** How messages leave for browsers. */
export interface Push {
  /** What browsers subscribe with. */
  publicKey: string
  /** Whether an address can be one of a push service. */
  takes(endpoint: string): boolean
  /** `gone` is a browser that is not there any more; rejects with a `PushError` where it is worth trying again. */
  send(to: PushPlace, message: PushMessage): Promise<'sent' | 'gone' | 'refused'>
}

/** A push service did not take a message now. The sentence names the service alone: the rest of its address is a secret. */
class PushError extends Error {
  override name = 'PushError'
}

type PushSettings = Pick<Settings, 'url' | 'https' | 'mailFrom' | 'pushNearby'>

const timeout = 15_000
const agents = { keepAlive: true, maxSockets: 8, maxFreeSockets: 2 }

/** Opens the way to push services, which know the portal by these keys. */
export function openPush({ settings, keys, log }: { settings: PushSettings; keys: PushKeys; log: Log }): Push {
  const way = { outside: new https.Agent(agents), nearby: new http.Agent() }
  const takes = (endpoint: string): boolean => isPushPlace(endpoint) || isNearby(settings, endpoint)
  return {
    publicKey: keys.publicKey,
    takes,
    async send({ endpoint, ...readBy }, { payload, topic, urgency, ttl }) {
      if (!takes(endpoint)) return 'gone'
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: readBy }, payload, {
        vapidDetails: { subject: subjectOf(settings), ...keys },
        contentEncoding: 'aes128gcm',
        TTL: ttl,
        urgency,
        topic,
      })
      const service = new URL(endpoint).host
      const status = await post(endpoint, {
        headers,
        body,
        ...(isNearby(settings, endpoint) ? { agent: way.nearby } : { agent: way.outside, lookup: outsideOnly }),
      }).catch((error: unknown) => {
        if (error instanceof LeadsInside) return 'inside' as const
        throw new PushError(`${service} could not be reached (${reasonOf(error)}).`)
      })
      if (status === 'inside' || status === 404 || status === 410) return 'gone'
      if (status >= 200 && status < 300) return 'sent'
      if (status === 429 || status >= 500) throw new PushError(`${service} answered with status ${status}.`)
      log.warn({ service, status }, 'a push service refused a message')
      return 'refused'
    },
  }
}

/** Push services want to know whom to write to when something is wrong: the portal, or its mail where it has no address that they would take. */
const subjectOf = (settings: PushSettings): string =>
  settings.https ? settings.url.origin : `mailto:${settings.mailFrom.address}`

/** Tests run a push service on this machine. */
const isNearby = (settings: PushSettings, endpoint: string): boolean =>
  settings.pushNearby === true && URL.parse(endpoint)?.hostname === '127.0.0.1'

type Posting = Pick<http.RequestOptions, 'headers' | 'lookup' | 'agent'> & { body: Buffer | null }

/** The status that the service answers with. What else it says is not read, and where it leads not followed. */
function post(endpoint: string, { body, ...options }: Posting): Promise<number> {
  return new Promise((resolve, reject) => {
    const { request } = endpoint.startsWith('https:') ? https : http
    const signal = AbortSignal.timeout(timeout)
    const sending = request(endpoint, { method: 'POST', signal, ...options }, (answer) => {
      resolve(answer.statusCode ?? 0)
      // A short answer leaves the connection for the next message; nobody waits for a long one.
      if (Number(answer.headers['content-length'] ?? Infinity) > 16_384) answer.destroy()
      else answer.resume()
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown'
