import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, language, line, listOf, newPassword, page } from '#platform/contract.ts'
import { installingContract } from './installing/contract.ts'
import { smsContract } from './sms/contract.ts'

const tags = ['Portal']

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)

/** What the portal shows of itself to anybody. */
export const face = z.object({ name: z.string(), brandColour: z.string(), language, ready: z.boolean() })

/** What administrators can set about the portal as a whole. */
const portalSettings = z.object({ name: z.string(), brandColour: z.string(), language })

/** What can be tried out as somebody of the sample company. */
const sampleRole = z.enum(['administrator', 'groupOwner', 'employee', 'external'])

/** How far the sample company has come into the portal, and whom of it one can sign in as. */
export const sampleState = z.object({
  state: z.enum(['none', 'waiting', 'filling', 'done', 'failed']),
  /** Steps done, of how many. */
  done: z.number(),
  of: z.number(),
  password: z.string().nullable(),
  people: z.array(z.object({ name: z.string(), email: z.string(), role: sampleRole, company: z.string().optional() })),
})
export type SampleState = z.infer<typeof sampleState>

/** How many people the licence lets in (ROLE-4). */
const licencePolicy = z.object({
  /** Null is as many as come. */
  mostPeople: z.number().nullable(),
  /** People from outside: not counted, counted among the people, or with a limit of their own. */
  externals: z.enum(['free', 'counted', 'capped']),
  mostExternals: z.number().nullable(),
})
export type LicencePolicy = z.infer<typeof licencePolicy>

const places = z.object({ used: z.number(), most: z.number() })

const licence = z.object({
  /** Places for people from outside, for those who invite them; null where nothing limits them. */
  forExternals: places.nullable(),
  /** Places for employees, for administrators, who invite them; null where nothing limits them, and for others. */
  forEmployees: places.nullable(),
  /** All of it, for administrators. */
  policy: licencePolicy.extend({ employeesHere: z.number(), externalsHere: z.number() }).nullable(),
})
export type Licence = z.infer<typeof licence>

const most = z.number().int().min(1).max(1_000_000).nullable().optional()
const licenceChanges = z.strictObject({
  mostPeople: most,
  externals: z.enum(['free', 'counted', 'capped']).optional(),
  mostExternals: most,
})
export type LicenceChanges = z.infer<typeof licenceChanges>

const keptLetter = z.object({
  id: z.string(),
  kind: z.enum(['letter', 'message']),
  at: z.date(),
  to: z.string(),
  subject: z.string(),
})
const letterId = z.string().max(40)

/** What a browser or a program may ask about the portal itself. */
export const portalContract = {
  ...smsContract,
  ...installingContract,
  face: oc
    .route({ method: 'GET', path: '/portal', tags, summary: 'What the portal shows of itself to anybody' })
    .output(face),
  setUp: oc
    .route({ method: 'POST', path: '/setup', tags, summary: 'Set up an empty portal with its first administrator' })
    .input(
      z.strictObject({
        code: z.string().trim().max(40),
        portal: line(100),
        name: line(100),
        email: z.string().trim().min(1).max(320),
        password: newPassword,
        language: language.default('en'),
        sample: z.boolean().default(false),
      }),
    )
    .output(done),
  settings: oc
    .route({ method: 'GET', path: '/portal/settings', tags, summary: 'The portal’s settings' })
    .output(portalSettings),
  changeSettings: oc
    .route({ method: 'PATCH', path: '/portal/settings', tags, summary: 'Change the portal’s name, colour or language' })
    .input(
      z.strictObject({ name: line(100).optional(), brandColour: colour.optional(), language: language.optional() }),
    )
    .output(portalSettings),
  licence: oc
    .route({
      method: 'GET',
      path: '/licence',
      tags,
      summary: 'How many places are used and left, for whoever may invite',
    })
    .output(licence),
  changeLicence: oc
    .route({ method: 'PATCH', path: '/licence', tags, summary: 'Change how many people there may be' })
    .input(licenceChanges)
    .output(licence),
  sample: oc
    .route({ method: 'GET', path: '/portal/sample', tags, summary: 'How far the sample company has come' })
    .output(sampleState),
  mail: oc
    .route({
      method: 'GET',
      path: '/portal/mail',
      tags,
      summary: 'Letters and text messages kept here because no mail server or gateway is set',
    })
    .input(z.strictObject(page))
    .output(
      listOf(keptLetter).extend({
        delivery: z.enum(['kept', 'sent']),
        from: z.string(),
        messages: z.enum(['kept', 'sent']),
      }),
    ),
  letter: oc
    .route({ method: 'GET', path: '/portal/mail/{id}', tags, summary: 'One kept letter' })
    .input(z.strictObject({ id: letterId }))
    .output(keptLetter.extend({ text: z.string() })),
  letterPage: oc
    .route({
      method: 'GET',
      path: '/portal/mail/{id}/page',
      tags,
      summary: 'One kept letter as the reader’s mail program shows it',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id: letterId }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
}
