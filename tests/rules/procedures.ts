import { randomUUID } from 'node:crypto'
import type { AnyContractRouter } from '@orpc/contract'
import { call, type AnyProcedure, type AnyRouter } from '@orpc/server'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { RequestContext } from '#access/procedures.ts'
import { realAddress } from '#access/phones.ts'
import { signIns } from '#access/sign-in-tables.ts'
import { contract, router } from '#app/router.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { outwardError } from '#platform/http/errors.ts'
import type { TestPortal } from '../portal.ts'
import { samplePassword } from '../template.ts'
import { placesIn, shapeOf, type Place, type Shape } from './inputs.ts'

/** One procedure of the contract, with what it takes. */
export interface Procedure {
  name: string
  method: string
  route: string
  shape: Shape | null
  places: Place[]
  answers: AnyProcedure
}

interface Described {
  '~orpc': { route: { method?: string; path?: string }; inputSchema?: z.ZodType }
}

/** Every procedure of the contract, whichever features there are. */
export const everyProcedure: Procedure[] = read(contract, router, [])

/** Procedures by the section that answers them, in their order. */
export const bySection = (procedures: Procedure[]): [string, Procedure[]][] => [
  ...Map.groupBy(procedures, ({ name }) => name.split('.')[0] ?? ''),
]

function read(asked: AnyContractRouter, answering: AnyRouter, path: string[]): Procedure[] {
  if (isDescribed(asked)) {
    const { '~orpc': described }: Described = asked
    const { route } = described
    const shape = shapeOf(described.inputSchema)
    const address = route.path ?? ''
    return [
      {
        name: path.join('.'),
        method: route.method ?? 'POST',
        route: address,
        shape,
        places: placesIn(shape, address),
        answers: answering as AnyProcedure,
      },
    ]
  }
  return Object.entries(asked).flatMap(([key, part]) =>
    read(part, (answering as Record<string, AnyRouter>)[key] as AnyRouter, [...path, key]),
  )
}

function isDescribed(asked: object): asked is Described {
  return '~orpc' in asked
}

/** Somebody, or nobody, who asks; `cookie` is theirs over HTTP. */
export interface Caller {
  personId: string | null
  cookie: string
  context: RequestContext
}

/** One of the cast, signed in with a session of their own. */
export async function signIn({ platform, sessions, ...portal }: TestPortal, key: PersonKey): Promise<Caller> {
  const personId = portal.person(key)
  const [known] = await portal.keep((tx) => tx.select().from(signIns).where(eq(signIns.id, personId)))
  const email = realAddress(known?.email ?? '')
  // Whoever has a number alone comes by a code to it; what that code opens is this.
  const cookies = await (email
    ? sessions.signIn(email, samplePassword, new Headers())
    : sessions.enter(personId, { secondFactor: false }, new Headers()))
  if (!cookies) throw new Error(`${key} cannot sign in.`)
  const cookie = cookies.map((one) => one.split(';')[0] ?? '').join('; ')
  const headers = new Headers({ cookie })
  const me = await sessions.whoIs(headers)
  return {
    personId,
    cookie,
    context: { ...nobodyIn({ platform, sessions }), headers, whoIs: () => Promise.resolve(me) },
  }
}

/** Nobody, who asks all the same. */
export const nobody = (portal: TestPortal): Caller => ({ personId: null, cookie: '', context: nobodyIn(portal) })

const nobodyIn = ({ platform, sessions }: Pick<RequestContext, 'platform' | 'sessions'>): RequestContext => ({
  platform,
  sessions,
  requestId: randomUUID(),
  headers: new Headers(),
  setCookies: () => undefined,
  whoIs: () => Promise.resolve(null),
})

/** What came back: the answer or the refusal as the outside gets it, and all of it as one text. */
export interface Answer {
  done: boolean
  value: unknown
  text: string
}

/** Asks a procedure in this process. */
export async function ask({ context }: Caller, { answers }: Procedure, input: unknown): Promise<Answer> {
  try {
    const value = await plain(await call(answers, input, { context }))
    return { done: true, value, text: JSON.stringify(value) ?? '' }
  } catch (error) {
    const value = outwardError(error, context.platform.log, 'the request').toJSON()
    return { done: false, value, text: JSON.stringify(value) }
  }
}

/** An answer with the content of its files in it. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return `${value.type} ${Buffer.from(await value.arrayBuffer()).toString('latin1')}`
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  const parts = Object.entries(value).map(async ([key, part]) => [key, await plain(part)] as const)
  return Object.fromEntries(await Promise.all(parts))
}
