import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, person } from '#platform/contract.ts'

const tags = ['Exports']

/** A day, as `2026-11-28`: of whoever the record is for, where they are. */
const day = z.iso.date()

/** A record of a group, or a copy of one's own data: being made, ready for some days, or failed. */
const exported = z.object({
  id,
  of: z.enum(['group', 'person']),
  group: z.object({ id, name: z.string() }).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  askedAt: z.date(),
  /** Who gave it; null when one asked for it oneself, or may not know who it was. */
  by: person.nullable(),
  /** For whom it is, and from whose eyes it was written. */
  reader: person.nullable(),
  /** Whether it is for the person asking: nobody else opens it, not even who gave it. */
  mine: z.boolean(),
  /** How far it is, 0 to 100; null until that is counted. */
  percent: z.number().int().nullable(),
  finishedAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  /** When the file is removed. */
  expiresAt: z.date().nullable(),
  /** Bytes; told to whom it is for. */
  size: z.number().int().nullable(),
})
export type Exported = z.infer<typeof exported>

const asked = z.object({ id })

/** What a browser or a program may ask about records of groups and copies of one's own data. */
export const exportsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/exports',
      tags,
      summary: 'Records and copies made for one or by one, newest first',
    })
    .input(z.strictObject({ groupId: id.optional() }))
    .output(z.object({ items: z.array(exported) })),
  get: oc
    .route({ method: 'GET', path: '/exports/{id}', tags, summary: 'How far a record or a copy is' })
    .input(z.strictObject({ id }))
    .output(exported),
  download: oc
    .route({
      method: 'GET',
      path: '/exports/{id}/file',
      tags,
      summary: 'The archive: pages to read without the portal, and the same as JSON',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  ofGroup: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/record',
      tags,
      summary: 'Make the record of a group, for oneself or for somebody from outside who is in it',
      successStatus: 202,
    })
    .input(z.strictObject({ id, personId: id.optional(), from: day.nullish(), to: day.nullish() }))
    .output(asked),
  ofMe: oc
    .route({ method: 'POST', path: '/me/record', tags, summary: 'Make a copy of one’s own data', successStatus: 202 })
    .output(asked),
}
