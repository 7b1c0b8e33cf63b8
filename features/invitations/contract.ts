import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, line, listOf, page, person } from '#platform/contract.ts'

const tags = ['Invitations']
const language = z.enum(['en', 'ru', 'pl'])
const emails = z.array(z.string().max(320)).min(1).max(50)
const note = z.string().trim().max(1000)
const token = z.string().max(200)

/** Somebody asked in who has not come yet. Without a group: asked to work here. */
export const invitation = z.object({
  id,
  groupId: id.nullable(),
  /** Null where the reader may not know the group. */
  groupName: z.string().nullable(),
  email: z.string(),
  company: z.string().nullable(),
  language,
  note: z.string(),
  /** Null where the reader may not know who it was. */
  invitedBy: person.nullable(),
  sentAt: z.date(),
  expiresAt: z.date(),
  state: z.enum(['pending', 'expired']),
})
export type Invitation = z.infer<typeof invitation>

const sent = z.object({ items: z.array(invitation) })

/** What the page behind the letter's link says before anybody has come in. */
const look = z.object({
  /** Null for somebody who is asked to work here. */
  group: z.object({ name: z.string() }).nullable(),
  invitedBy: z.object({ name: z.string() }),
  portal: z.string(),
  email: z.string(),
  language,
  expiresAt: z.date(),
  /** What happens next: choose a password, sign in first, join with one click, or a polite no. */
  next: z.enum(['register', 'signIn', 'join', 'refused']),
  refusal: z.enum(['EMPLOYEES_ARE_ADDED', 'ALREADY_HERE', 'ACCOUNT_CLOSED']).nullable(),
})

export type Look = z.infer<typeof look>

/** What a browser or a program may ask about invitations. */
export const invitationsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/invitations',
      tags,
      summary: 'Who was invited into a group and has not come yet',
    })
    .input(z.strictObject({ id, ...page }))
    .output(listOf(invitation)),
  invite: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/invitations',
      tags,
      summary: 'Invite people into an external group',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        id,
        emails,
        note: note.optional(),
        language: language.optional(),
        company: line(120).optional(),
      }),
    )
    .output(sent),
  companyOf: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/invitations/company',
      tags,
      summary: 'The company that an address belongs to, as far as one may know',
    })
    .input(z.strictObject({ id, email: z.string().max(320) }))
    .output(z.object({ company: z.string().nullable() })),
  listEmployees: oc
    .route({
      method: 'GET',
      path: '/invitations/employees',
      tags,
      summary: 'Who was asked to work here and has not come yet',
    })
    .input(z.strictObject(page))
    .output(listOf(invitation)),
  inviteEmployees: oc
    .route({ method: 'POST', path: '/invitations/employees', tags, summary: 'Invite employees', successStatus: 201 })
    .input(z.strictObject({ emails, note: note.optional(), language: language.optional() }))
    .output(sent),
  listAll: oc
    .route({
      method: 'GET',
      path: '/invitations',
      tags,
      summary: 'Every open invitation into the groups of the portal',
    })
    .input(z.strictObject(page))
    .output(listOf(invitation)),
  resend: oc
    .route({
      method: 'POST',
      path: '/invitations/{id}/resend',
      tags,
      summary: 'Send the letter anew; the link of the one before dies',
    })
    .input(z.strictObject({ id }))
    .output(invitation),
  withdraw: oc
    .route({ method: 'DELETE', path: '/invitations/{id}', tags, summary: 'Take an invitation back' })
    .input(z.strictObject({ id }))
    .output(done),
  look: oc
    .route({
      method: 'GET',
      path: '/invitations/look',
      tags,
      summary: 'What an invitation is, for whoever holds its letter',
    })
    .input(z.strictObject({ token }))
    .output(look),
  redeem: oc
    .route({ method: 'POST', path: '/invitations/redeem', tags, summary: 'Come in through an invitation' })
    .input(
      z.strictObject({
        token,
        name: line(120).optional(),
        password: z.string().min(10).max(128).optional(),
        language: language.optional(),
      }),
    )
    .output(person.extend({ groupId: id.nullable() })),
}
