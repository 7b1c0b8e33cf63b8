import { z } from 'zod'

/** An id in an address or a body. */
export const id = z.uuid()

/** A page of a list: at most `limit` items (50 unless told), beginning after the cursor that the page before gave as `next`. */
export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
}

/** A list as it is answered: `next` is the cursor of the following page, null when this is the last. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** A moment on the way in: ISO 8601 with zone. */
export const moment = z.iso.datetime({ offset: true })

/** A day without a time, as `2027-05-03`: the last one of something, wherever whoever reads it is. */
export const day = z.iso.date()

/** A person wherever one is named. Null where the reader may not know who it was. */
export const person = z.object({
  id,
  name: z.string(),
  kind: z.enum(['employee', 'external']),
  company: z.string().optional(),
  photo: z.string().optional(),
})
export type Person = z.infer<typeof person>

/** An answer with nothing to say but that it is done. */
export const done = z.object({})

/** One line a person types: trimmed, not empty. */
export const line = (most: number) => z.string().trim().min(1).max(most)

/** How long a password is. NIST SP 800-63B asks for 8 characters at least and for room for a sentence. */
export const passwordLength = { min: 10, max: 128 }

/** A password somebody chooses. */
export const newPassword = z.string().min(passwordLength.min).max(passwordLength.max)

/** The languages a person or the portal can speak. */
export const language = z.enum(['en', 'ru', 'pl'])
