import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, line, listOf, page, person } from '#platform/contract.ts'
import { companiesContract } from './companies/contract.ts'
import { departmentsContract } from './departments/contract.ts'
import { fieldsContract, filled } from './fields/contract.ts'
import { movingContract } from './moving/contract.ts'
import { presenceContract } from './presence/contract.ts'

export { fieldValues } from './fields/contract.ts'

const tags = ['People']

/** Bytes a photo may have. */
export const photoLimit = 5_000_000

/** A department by name. To people from outside there are none. */
const named = z.object({ id, name: z.string() })

/** Somebody in the directory or in Contacts. How to reach them stands there only for those who may know it. */
const listed = person.extend({
  position: z.string(),
  department: named.optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
})
export type Listed = z.infer<typeof listed>

/** A person's page. */
const profile = listed.extend({
  about: z.string(),
  interests: z.string(),
  /** Beside `phone`, which is the one at work; for those who may know it. */
  mobile: z.string().optional(),
  /** Of people from outside; its name stands in `company`. */
  companyId: id.optional(),
  /** Which company they say is theirs while none is assigned; for themselves and for administrators. */
  saidCompany: z.string().optional(),
  language: z.enum(['en', 'ru', 'pl']),
  /** IANA name. */
  timeZone: z.string(),
  manager: person.optional(),
  /** The portal's own fields, as far as the reader may know them. */
  fields: z.array(filled),
  /** Only for administrators. */
  dismissedAt: z.date().nullable().optional(),
  /** Only for administrators: whether this person is one, and has a second factor. */
  rights: z.object({ administrator: z.boolean(), secondFactor: z.boolean() }).optional(),
})
export type Profile = z.infer<typeof profile>

/** Somebody as the administrator sees them: who they are and whether they come, nothing of what they write. */
const administered = person.extend({
  position: z.string(),
  email: z.string(),
  administrator: z.boolean(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
  dismissedAt: z.date().nullable(),
})
export type Administered = z.infer<typeof administered>

// The cursor holds a name, so it is longer than an id.
const byName = { ...page, after: z.string().max(1000).optional(), search: z.string().trim().max(100).optional() }

/** What a browser or a program may ask about people. */
export const peopleContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/people',
      tags,
      summary: 'The directory; for people from outside, those they meet in groups',
    })
    .input(
      z.strictObject({
        ...byName,
        kind: z.enum(['employee', 'external']).optional(),
        departmentId: id.optional(),
        companyId: id.optional(),
        /** Only those who have the portal open. */
        online: z.boolean().optional(),
      }),
    )
    .output(listOf(listed)),
  administration: oc
    .route({ method: 'GET', path: '/people/administration', tags, summary: 'Everybody, for administrators' })
    .input(z.strictObject({ ...byName, show: z.enum(['employees', 'externals', 'dismissed']).default('employees') }))
    .output(listOf(administered)),
  get: oc
    .route({ method: 'GET', path: '/people/{id}', tags, summary: 'One person' })
    .input(z.strictObject({ id }))
    .output(profile),
  photo: oc
    .route({
      method: 'GET',
      path: '/people/{id}/photo',
      tags,
      summary: 'The photo of a person',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id, v: z.string().max(80).optional() }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  setPhoto: oc
    .route({
      method: 'POST',
      path: '/me/photo',
      tags,
      summary: 'Give oneself a photo: PNG, JPEG or WebP, at most 5 MB',
    })
    .input(z.strictObject({ photo: z.file() }))
    .output(person),
  removePhoto: oc.route({ method: 'DELETE', path: '/me/photo', tags, summary: 'Take one’s photo away' }).output(person),
  change: oc
    .route({
      method: 'PATCH',
      path: '/people/{id}',
      tags,
      summary:
        'Say what a person is called, does, and where they belong: to a company, or to a department and a manager; for administrators',
    })
    .input(
      z.strictObject({
        id,
        name: line(100).optional(),
        position: z.string().trim().max(120).optional(),
        companyId: id.nullish(),
        departmentId: id.nullish(),
        managerId: id.nullish(),
      }),
    )
    .output(profile),
  companies: companiesContract,
  departments: departmentsContract,
  fields: fieldsContract,
  presence: presenceContract,
  ...movingContract,
}
