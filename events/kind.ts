import type { z } from 'zod'

/** A kind of thing that can happen: past tense, its feature first (`tasks.completed`), with the shape of what is told. */
export interface Kind<Name extends string = string, Data = unknown> {
  name: Name
  /** The noun the event is about, as in addresses of records: task, post. */
  about: string
  data: z.ZodType<Data>
}

/** Declares a kind of event; used in a feature's events.ts. */
export const kind = <Name extends `${string}.${string}`, Data>(
  name: Name,
  about: string,
  data: z.ZodType<Data>,
): Kind<Name, Data> => ({ name, about, data })
