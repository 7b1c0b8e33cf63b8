import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, language, line, listOf, newPassword, page } from '#platform/contract.ts'

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

const keptLetter = z.object({ id: z.string(), at: z.date(), to: z.string(), subject: z.string() })
const letterId = z.string().max(40)

/** What a browser or a program may ask about the portal itself. */
export const portalContract = {
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
  sample: oc
    .route({ method: 'GET', path: '/portal/sample', tags, summary: 'How far the sample company has come' })
    .output(sampleState),
  mail: oc
    .route({ method: 'GET', path: '/portal/mail', tags, summary: 'Letters kept here because no mail server is set' })
    .input(z.strictObject(page))
    .output(listOf(keptLetter).extend({ delivery: z.enum(['kept', 'sent']), from: z.string() })),
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
