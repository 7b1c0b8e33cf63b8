import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import { networkOf } from './network.ts'
import { fileTooLarge, takesFile } from './uploads.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Allows this answer's own scripts and styles under the content security policy. */
    nonce: string
  }
}

/** Bytes a request may carry: a form, and a form with a picture. */
const bodyLimit = { plain: 1_000_000, multipart: 10_000_000 }
/** Requests a minute from one network address, and how many of them may try a secret. */
const requestsAMinute = { all: 1_200, secrets: 20 }
// With slashes at the end, which lead to the same procedures.
const triesASecret =
  /\/(session|session\/(link|redeem|phone|phone\/redeem|proof|second-factor|passkey)|email\/confirm|me\/phone\/confirm|me\/second-factor\/confirm|password\/\w+|invitations\/redeem|room-links\/ask|setup)\/*$|\/rpc\/(account\/(signIn|signInByCode|signInByPasskey|sendLink|sendCode|sendReset|followLink|resetPassword|changePassword|prove|showSecondFactor|confirmEmail|confirmPhone|confirmSecondFactor)|invitations\/(redeem|askByLink)|portal\/setUp)\/*$/

/** The HTTP server with everything that holds for every answer: headers, limits, origin, request ids. Routes are added by others. */
export async function openHttp(settings: Settings, log: Log): Promise<FastifyInstance> {
  const http: FastifyInstance = fastify({
    logger: false,
    trustProxy: 'loopback',
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimit.multipart,
  })
  http.decorateRequest('nonce', '')
  http.addHook('onRequest', (request, reply, next) => {
    request.nonce = randomBytes(16).toString('base64')
    reply.headers({ ...headersOfEveryAnswer(request.nonce, settings), 'x-request-id': request.id })
    const refusal = refusalOf(request, settings)
    if (refusal) void reply.code(refusal.status).send({ code: refusal.code, message: refusal.message })
    else next()
  })
  await http.register(rateLimit, {
    timeWindow: 60_000,
    // Files of the client are the same for everybody and tell nothing.
    allowList: (request) => request.method === 'GET' && request.url.startsWith('/assets/'),
    max: (_request, key) => (key.endsWith(' secret') ? requestsAMinute.secrets : requestsAMinute.all),
    keyGenerator: (request) => `${networkOf(request.ip)}${isTry(request) ? ' secret' : ''}`,
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error(`Too many requests. Try again in ${Math.ceil(ttl / 1000)} seconds.`), {
        statusCode: 429,
        code: 'TOO_MANY_REQUESTS',
      }),
  })
  http.addHook('onResponse', (request, reply, next) => {
    log.info(
      {
        id: request.id,
        method: request.method,
        url: request.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
    next()
  })
  http.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply: FastifyReply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) log.error({ error, id: request.id }, 'a request failed')
    void reply.code(status).send(
      status === 500
        ? {
            code: 'INTERNAL_SERVER_ERROR',
            message: `Something went wrong here. Say this number to your administrator: ${request.id}`,
          }
        : { code: error.code ?? 'BAD_REQUEST', message: error.message },
    )
  })
  return http
}

const isTry = (request: FastifyRequest): boolean =>
  request.method === 'POST' && triesASecret.test(request.url.split('?')[0] ?? '')

function headersOfEveryAnswer(nonce: string, settings: Settings): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // React sets style attributes through the DOM, which no policy holds; written into HTML they stay refused.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // A kept letter is shown in a frame of its own, under a policy of its own.
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
    'cache-control': 'no-store',
    ...(settings.https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

type Refusal = { status: number; code: string; message: string }

function refusalOf(request: FastifyRequest, settings: Settings): Refusal | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (!isFromHere(request.headers, settings))
    return { status: 403, code: 'FOREIGN_ORIGIN', message: 'This request came from another site.' }
  const length = request.headers['content-length']
  if (length === undefined && request.headers['transfer-encoding'] !== undefined)
    return { status: 411, code: 'LENGTH_REQUIRED', message: 'Say how long the body is (Content-Length).' }
  if (takesFile(request)) return Number(length ?? 0) > settings.largestFile ? fileTooLarge(settings) : null
  const limit = request.headers['content-type']?.startsWith('multipart/') ? bodyLimit.multipart : bodyLimit.plain
  if (Number(length ?? 0) > limit)
    return { status: 413, code: 'PAYLOAD_TOO_LARGE', message: `At most ${limit} bytes can be sent here.` }
  return null
}

/** A browser names the page that asks; programs name none, and carry no cookie of a browser. */
export function isFromHere(headers: IncomingHttpHeaders, settings: Settings): boolean {
  const { origin, host } = headers
  if (origin === undefined) return !['cross-site', 'same-site'].includes(headers['sec-fetch-site'] ?? '')
  if (origin === settings.url.origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
