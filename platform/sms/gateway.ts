import type { SmsGateway } from './settings.ts'
/** One text message: a number in E.164, and what it says. */
export interface TextMessage {
  to: string
  text: string
}

/** The gateway did not take a message. The sentence holds neither the secret nor the address, nor what the message says. */
export class GatewayError extends Error {
  override name = 'GatewayError'
}

const timeout = 15_000

/** Hands a text message to an HTTP gateway; rejects with a `GatewayError` unless it answers with 2xx. Never follows elsewhere. */
export async function sendThroughGateway(gateway: SmsGateway, message: TextMessage): Promise<void> {
  const values = { phone: message.to, text: message.text, secret: gateway.secret ?? '' }
  const answer = await fetch(filled(gateway.url, values, encodeURIComponent), {
    method: gateway.method,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    headers: {
      ...(gateway.authorization ? { authorization: filled(gateway.authorization, values, String) } : {}),
      ...(gateway.body ? { 'content-type': 'application/json' } : {}),
    },
    ...(gateway.body ? { body: JSON.stringify(filledDeep(JSON.parse(gateway.body), values)) } : {}),
  }).catch((error: unknown) => {
    throw new GatewayError(reasonOf(error))
  })
  await answer.body?.cancel()
  if (answer.status >= 300 && answer.status < 400)
    throw new GatewayError(
      'The SMS gateway wants to lead elsewhere; it is not followed. Put its last address into SMS_URL.',
    )
  if (!answer.ok) throw new GatewayError(`The SMS gateway answered with status ${answer.status}.`)
}

type Values = Record<'phone' | 'text' | 'secret', string>

const filled = (template: string, values: Values, written: (value: string) => string): string =>
  template.replace(/\{(phone|text|secret)\}/g, (_, name: keyof Values) => written(values[name]))

/** Fills the words of a JSON body after it was read: nothing in a message can end one. */
function filledDeep(part: unknown, values: Values): unknown {
  if (typeof part === 'string') return filled(part, values, String)
  if (Array.isArray(part)) return part.map((each) => filledDeep(each, values))
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filledDeep(value, values)]))
}

/** What went wrong on the way, without the address: secrets stand in it. */
function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `The SMS gateway did not answer within ${timeout / 1000} seconds.`
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return `The SMS gateway could not be reached${code}.`
}
