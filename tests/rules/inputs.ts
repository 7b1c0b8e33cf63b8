import { crc32, deflateSync } from 'node:zlib'
import type { z } from 'zod'
import { toJSONSchema } from 'zod'

/** What zod says of an input, as far as inputs here go. */
export interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
  $ref?: string
  $defs?: Record<string, Shape>
  enum?: (string | number)[]
  const?: string
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  minimum?: number
}

/** A place in an input where the id of something goes: its name, and the noun (a table) that fits there as far as names tell. */
export interface Place {
  key: string
  noun: string
  required: boolean
}

/** How one input is filled: with or without what may be left out, which of several words is picked, what stands where. */
export interface Filling {
  full: boolean
  pick: number
  text: string
  /** What goes into a place for an id; undefined leaves it out where that is allowed. */
  idFor: (place: Place) => string | undefined
}

/** The shape of what a procedure takes; null when it takes nothing. */
export function shapeOf(input: z.ZodType | undefined): Shape | null {
  if (!input) return null
  const shape = toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
  return linked(shape, shape.$defs ?? {})
}

/** What may stand within itself, as a list in a list, is said once and named elsewhere: here the shape itself stands in each such place. */
function linked(shape: Shape, named: Record<string, Shape>): Shape {
  const place = (part: Shape): Shape => named[part.$ref?.replace('#/$defs/', '') ?? ''] ?? part
  const seen = new Set<Shape>()
  const link = (part: Shape): void => {
    if (seen.has(part)) return
    seen.add(part)
    if (part.items) part.items = place(part.items)
    for (const [key, inside] of Object.entries(part.properties ?? {})) (part.properties ??= {})[key] = place(inside)
    for (const choices of [part.anyOf, part.oneOf]) choices?.forEach((one, at) => (choices[at] = place(one)))
    ;[part.items, ...Object.values(part.properties ?? {}), ...(part.anyOf ?? []), ...(part.oneOf ?? [])].forEach(
      (inside) => inside && link(inside),
    )
  }
  link(shape)
  return shape
}

/** Where ids go in an input. `route` is its address: in `/groups/{id}/members` the id is one of `groups`. */
export function placesIn(shape: Shape | null, route: string): Place[] {
  return Object.entries(shape?.properties ?? {})
    .filter(([key, part]) => isId(key, part))
    .map(([key]) => ({ key, noun: nounOf(key, route), required: shape?.required?.includes(key) ?? false }))
}

/** All ways worth trying to fill an input: only what must be there with each word that it must have; everything, with each word in turn. */
export function fillingsOf(shape: Shape | null): Pick<Filling, 'full' | 'pick'>[] {
  const parts = Object.entries(shape?.properties ?? {})
  const words = (some: typeof parts) => Math.max(1, ...some.map(([, part]) => part.enum?.length ?? 1))
  const least = words(parts.filter(([key]) => shape?.required?.includes(key)))
  const most = parts.length > (shape?.required?.length ?? 0) ? words(parts) : 0
  return [
    ...Array.from({ length: least }, (_, pick) => ({ full: false, pick })),
    ...Array.from({ length: most }, (_, pick) => ({ full: true, pick })),
  ]
}

/** A valid input. */
export function fill(shape: Shape | null, route: string, filling: Filling): Record<string, unknown> | undefined {
  if (!shape) return undefined
  const places = new Map(placesIn(shape, route).map((place) => [place.key, place]))
  const parts = Object.entries(shape.properties ?? {}).flatMap(([key, part]): [string, unknown][] => {
    const place = places.get(key)
    const id = place && filling.idFor(place)
    if (id !== undefined) return [[key, id]]
    const required = shape.required?.includes(key) ?? false
    if (!required && (place || !filling.full)) return []
    return [[key, valueOf(key, part, filling)]]
  })
  return Object.fromEntries(parts)
}

function valueOf(key: string, part: Shape, filling: Filling): unknown {
  if (part.const !== undefined) return part.const
  if (part.enum) return part.enum[filling.pick % part.enum.length]
  const [choice] = part.anyOf ?? part.oneOf ?? []
  if (choice) return valueOf(key, choice, filling)
  const type = Array.isArray(part.type) ? part.type.at(-1) : part.type
  if (type === 'boolean') return filling.pick % 2 === 1
  if (type === 'integer' || type === 'number') return Math.max(part.minimum ?? 0, 20)
  // Which of several things there may be is asked of each place for one id.
  if (type === 'array' && part.items?.format === 'uuid' && !part.minItems) return []
  if (type === 'array')
    return Array.from({ length: part.minItems ?? 1 }, (_, at) =>
      valueOf(key, part.items ?? {}, at > 0 ? { ...filling, text: `${at} ${filling.text}` } : filling),
    )
  if (type === 'object') return fill(part, '', filling)
  if (part.format === 'binary') return picture(filling.text)
  return textOf(key, part, filling.text)
}

function textOf(key: string, { format, pattern, minLength = 0, maxLength = 1000 }: Shape, text: string): string {
  if (format === 'date-time') return '2031-05-04T10:00:00Z'
  if (format === 'date') return '2031-05-04'
  if (format === 'uuid') return missing
  if (pattern?.startsWith('^#')) return '#23685a'
  if (key === 'timeZone') return 'Europe/Warsaw'
  const written = key.startsWith('email') && !text.includes('@') ? `${text.toLowerCase()}@nowhere.example` : text
  return written.padEnd(minLength, 'x').slice(0, maxLength)
}

/** An id that nothing has. */
export const missing = '0198c0de-0000-7000-8000-0123456789ab'

/** The smallest PNG picture, with a text beside what it shows. */
export const picture = (text: string): File => {
  const parts = [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('tEXt', Buffer.from(`Comment\0${text}`)),
    chunk('IDAT', deflateSync(Buffer.from([0, 42]))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new File([Buffer.concat(parts)], 'photo.png', { type: 'image/png' })
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

const isId = (key: string, part: Shape): boolean =>
  [part, ...(part.anyOf ?? [])].some(({ format }) => format === 'uuid') ||
  (part.type === 'string' && /^(id|after)$|Id$/.test(key))

/** Words for a person in the names of places. */
const somebody = /^(person|responsible|owner|author|creator|manager|head|heir|sponsor)$/

function nounOf(key: string, route: string): string {
  if (key === 'after') return /\/(\w+)$/.exec(route)?.[1] ?? ''
  if (key === 'id') return (/\/([\w-]+)\/\{id\}/.exec(route)?.[1] ?? '').replaceAll('-', '_')
  const noun = key.replace(/Id$/, '')
  return somebody.test(noun) ? 'people' : `${noun}s`.replace(/ys$/, 'ies')
}
