import type { TestPortal } from '../portal.ts'
import { fill, missing } from './inputs.ts'
import { something, twin, type Outsider } from './outsider.ts'
import { everyProcedure, type Procedure } from './procedures.ts'

/** What a request is called, and how it is sent. */
interface Request {
  path: string
  method: string
  body?: string
}

/** Asks over the wire, as REST and as our own pages do: status, headers and bytes must be those that an id nobody has gets. */
export async function findWireFaults(
  portal: TestPortal,
  who: Outsider,
): Promise<{ faults: string[]; asked: Set<string> }> {
  const faults: string[] = []
  const asked = new Set<string>()
  for (const procedure of everyProcedure) {
    for (const place of procedure.places) {
      // Where nothing of a noun is hidden, the id of something else that is.
      const real = [place.noun, 'groups'].flatMap((noun) => who.hidden.get(noun) ?? [])[0]
      if (real === undefined) continue
      asked.add(procedure.name)
      for (const ways of [asRest, asPages]) {
        const answerTo = async (id: string): Promise<string> => {
          const input = fill(procedure.shape, procedure.route, {
            full: false,
            pick: 0,
            text: 'Something',
            idFor: (other) => (other.key === place.key ? id : other.required ? something(who.seen, other) : undefined),
          })
          return (await send(portal, who.caller.cookie, ways(procedure, input ?? {}))).replaceAll(id, '<id>')
        }
        const [got, expected] = [await answerTo(real), await answerTo(place.key === 'after' ? twin(real) : missing)]
        if (got.startsWith('429')) faults.push(`${procedure.name} was not answered: too many requests at once.`)
        if (got !== expected)
          faults.push(
            `${procedure.name} (${ways.name}) tells ${place.key} ${real} from a missing one: ${got} / ${expected}`,
          )
      }
    }
  }
  return { faults, asked }
}

/** As REST: what the address does not take goes into the query or the body. */
function asRest({ route, method }: Procedure, input: Record<string, unknown>): Request {
  const rest = new Map(Object.entries(input))
  const path = route.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest.get(key))
    rest.delete(key)
    return encodeURIComponent(value)
  })
  if (method === 'GET') {
    const query = new URLSearchParams([...rest].map(([key, value]): [string, string] => [key, String(value)]))
    return { path: `/api/v1${path}${rest.size ? `?${query.toString()}` : ''}`, method }
  }
  return { path: `/api/v1${path}`, method, body: JSON.stringify(Object.fromEntries(rest)) }
}

function asPages({ name }: Procedure, input: Record<string, unknown>): Request {
  return { path: `/rpc/${name.replaceAll('.', '/')}`, method: 'POST', body: JSON.stringify({ json: input }) }
}

/** Headers that differ from one answer to the next without saying anything. */
const changing = /^(x-request-id|date|x-ratelimit-.*|connection|keep-alive)$/

let sent = 0

/** Another address for each request, as a proxy on this machine would say it: one address alone may not ask so much in a minute. */
const from = (): string => `10.${(++sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`

/** An answer whole: status, headers, bytes. */
export async function send(portal: TestPortal, cookie: string, { path, method, body }: Request): Promise<string> {
  const answer = await fetch(portal.url + path, {
    method,
    redirect: 'manual',
    headers: {
      cookie,
      'x-forwarded-for': from(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const headers = [...answer.headers]
    .filter(([name]) => !changing.test(name))
    .map(([name, value]) => `${name}: ${value.replaceAll(/'nonce-[^']*'/g, "'nonce'")}`)
  return [answer.status, ...headers, Buffer.from(await answer.arrayBuffer()).toString('latin1')].join('\n')
}
