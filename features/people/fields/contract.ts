import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id } from '#platform/contract.ts'

const tags = ['Profile fields']

const name = z.string().trim().max(60)
const names = z.object({ en: z.string(), ru: z.string(), pl: z.string() })
const kind = z.enum(['text', 'date', 'choice', 'link'])
const askedOf = z.enum(['everyone', 'employees', 'externals'])

/** A field that this portal's profiles have beside the usual ones. */
const field = z.object({
  id,
  /** In each language; where one is empty, another is shown. */
  names,
  kind,
  choices: z.array(z.string()),
  askedOf,
  shownToExternals: z.boolean(),
})
export type Field = z.infer<typeof field>

/** What somebody wrote into one. */
export const filled = z.object({ id, names, kind, value: z.string() })
export type FilledField = z.infer<typeof filled>

const own = field.extend({ value: z.string() })
export type OwnField = z.infer<typeof own>

/** What is written into fields; an empty value takes away what was there. */
export const fieldValues = z.array(z.strictObject({ fieldId: id, value: z.string().trim().max(500) })).max(100)

const about = {
  nameEn: name.default(''),
  nameRu: name.default(''),
  namePl: name.default(''),
  choices: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  askedOf: askedOf.default('everyone'),
  shownToExternals: z.boolean().default(false),
}

/** What a browser or a program may ask about the portal's own fields. */
export const fieldsContract = {
  list: oc
    .route({ method: 'GET', path: '/profile-fields', tags, summary: 'The portal’s own fields, for administrators' })
    .output(z.object({ items: z.array(field) })),
  create: oc
    .route({ method: 'POST', path: '/profile-fields', tags, summary: 'Add a field to profiles', successStatus: 201 })
    .input(z.strictObject({ ...about, kind }))
    .output(field),
  change: oc
    .route({ method: 'PATCH', path: '/profile-fields/{id}', tags, summary: 'Change a field; its kind stays' })
    .input(z.strictObject({ id, ...about }))
    .output(field),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/profile-fields/{id}',
      tags,
      summary: 'Remove a field and what was written in it',
    })
    .input(z.strictObject({ id }))
    .output(done),
  ofExternals: oc
    .route({
      method: 'GET',
      path: '/profile-fields/of-externals',
      tags,
      summary: 'The fields asked of people from outside, for whoever adds them',
    })
    .output(z.object({ items: z.array(field) })),
  mine: oc
    .route({ method: 'GET', path: '/me/fields', tags, summary: 'The fields asked of oneself, with what one wrote' })
    .output(z.object({ items: z.array(own) })),
  write: oc
    .route({ method: 'PUT', path: '/me/fields', tags, summary: 'Fill one’s fields; an empty value takes it away' })
    .input(z.strictObject({ values: fieldValues }))
    .output(z.object({ items: z.array(own) })),
}
