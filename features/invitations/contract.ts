import { oc } from '@orpc/contract'
import { z } from 'zod'
import { day, done, id, line, listOf, page, person } from '#platform/contract.ts'
import { from } from '#features/groups/contract.ts'
import { addingContract } from './adding/contract.ts'
import { linkContract } from './link/contract.ts'
import { listContract } from './list/contract.ts'
import { invitation } from './invitation/contract.ts'

export type Invitation = z.infer<typeof invitation>

const tags = ['Invitations']
const language = z.enum(['en', 'ru', 'pl'])
const emails = z.array(z.string().max(320)).min(1).max(500)
const note = z.string().trim().max(1000)
const token = z.string().max(200)

const domains = z.array(z.string().trim().min(1).max(253)).max(500)
const whoInvites = z.enum(['group', 'employees', 'administrators'])
const ordinaryMembers = z.enum(['lobby', 'refuse'])

/** The rules of the portal about who comes in from outside (INV-9). */
const invitationRules = z.object({
  /** Whether anybody new comes in from outside. Whoever is in already stays. */
  externals: z.boolean(),
  /** Who invites people from outside, beyond what each group says: whoever the group lets, employees alone, administrators alone. */
  whoInvites,
  /** What becomes of the invitation of a member whom the group does not let invite. */
  ordinaryMembersInvite: ordinaryMembers,
  /** Whether people are invited by mobile number. Domains say nothing of those. */
  phones: z.boolean(),
  /** With none, every domain. A domain covers what stands below it; a denied one is denied even if it is allowed. */
  allowedDomains: z.array(z.string()),
  deniedDomains: z.array(z.string()),
  /** How many letters one person sends in 24 hours; null is as many as they like. Administrators are not counted. */
  dailyLimit: z.number().nullable(),
  /** How long a letter is good. */
  days: z.number(),
  /** Whether an administrator looks at each invitation before its letter goes. */
  approval: z.boolean(),
  /** Whether whoever invites must say what for. */
  purpose: z.boolean(),
  /** At most so many days ahead whoever invites must say the last day; null asks for none. */
  mostDays: z.number().nullable(),
})
export type InvitationRules = z.infer<typeof invitationRules>

const sent = z.object({ items: z.array(invitation) })

/** How much somebody finds in a group who comes in, by the rules that will hold for them. */
const waiting = z.object({ posts: z.number(), tasks: z.number(), people: z.number() })
export type Waiting = z.infer<typeof waiting>

/** How one invites into a group, and what whoever comes will find. */
const terms = z.object({
  /** Through the lobby: a keeper of the group answers whoever comes. */
  way: z.enum(['directly', 'lobby', 'refused']),
  /** Whether one must say what they are let in for, and the last day, at most so many days ahead (null: need not). */
  purpose: z.boolean(),
  mostDays: z.number().nullable(),
  /** The rule that refuses. */
  refusal: z.string().nullable(),
  /** Whether one may add people without their registering. */
  adds: z.boolean(),
  /** Whether one may make links into the group. */
  links: z.boolean(),
  /** Whether one may invite somebody as a moderator. */
  moderators: z.boolean(),
  /** Whether one chooses what the first from outside finds of what is here (GRP-3). */
  first: z.boolean(),
  /** What somebody new finds who belongs to no company, if the first may read what was written before. */
  waiting,
  /** Whether somebody whose company is here finds what was said to it, too. Said to those who work here. */
  ofCompany: z.boolean(),
})
export type Terms = z.infer<typeof terms>

/** What the page behind the letter's link says before anybody has come in. */
const look = z.object({
  /** Null for somebody who is asked to work here. */
  group: z.object({ name: z.string() }).nullable(),
  invitedBy: person.omit({ id: true, photo: true }),
  /** Null where nothing is promised: to work here, through the lobby, and to whoever is turned away. */
  waiting: waiting.nullable(),
  portal: z.string(),
  email: z.string(),
  /** What they are called, as far as somebody said. */
  name: z.string(),
  language,
  expiresAt: z.date(),
  /** What happens next: choose a password, sign in first, join with one click, come in with one click, or a polite no. */
  next: z.enum(['register', 'signIn', 'join', 'enter', 'refused']),
  /** Somebody signs in first, and somebody else is signed in in this browser. */
  otherAccount: z.boolean(),
  /** Whoever comes waits for the answer of the group's keepers. */
  lobby: z.boolean(),
  refusal: z
    .enum([
      'EMPLOYEES_ARE_ADDED',
      'ALREADY_HERE',
      'ACCOUNT_CLOSED',
      'LICENCE_FULL',
      'EXTERNALS_SWITCHED_OFF',
      'INVITING_LIMITED',
      'LINK_SAYS_TOO_LITTLE',
      'DOMAIN_NOT_ALLOWED',
      'PHONES_SWITCHED_OFF',
    ])
    .nullable(),
})

export type Look = z.infer<typeof look>

/** What a browser or a program may ask about invitations. */
export const invitationsContract = {
  ...addingContract,
  ...linkContract,
  ...listContract,
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
      description:
        '`from` says what the first person from outside finds of what was written before: `everything`, or what is written from `now` on. Left out it is now, unless that was chosen before (at the opening, while nothing was written since, or with a letter or link that is on its way). With nothing written, or somebody from outside there, it changes nothing.',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        id,
        emails,
        note: note.optional(),
        language: language.optional(),
        company: line(120).optional(),
        role: z.enum(['moderator', 'member']).optional(),
        accessUntil: day.optional(),
        purpose: z.string().trim().max(500).optional(),
        from: from.optional(),
      }),
    )
    .output(sent),
  terms: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/invitations/terms',
      tags,
      summary: 'How one invites into a group, and what whoever comes will find',
    })
    .input(z.strictObject({ id }))
    .output(terms),
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
    .input(z.strictObject({ ...page, state: z.enum(['waiting']).optional() }))
    .output(listOf(invitation)),
  approve: oc
    .route({
      method: 'POST',
      path: '/invitations/{id}/approve',
      tags,
      summary: 'Let the letter of an invitation go that waits for an administrator',
    })
    .input(z.strictObject({ id }))
    .output(invitation),
  rules: oc
    .route({
      method: 'GET',
      path: '/settings/invitations',
      tags,
      summary: 'The portal’s rules about inviting people from outside',
    })
    .output(invitationRules),
  changeRules: oc
    .route({ method: 'PATCH', path: '/settings/invitations', tags, summary: 'Change the rules about inviting' })
    .input(
      z.strictObject({
        externals: z.boolean().optional(),
        whoInvites: whoInvites.optional(),
        ordinaryMembersInvite: ordinaryMembers.optional(),
        phones: z.boolean().optional(),
        allowedDomains: domains.optional(),
        deniedDomains: domains.optional(),
        dailyLimit: z.number().int().min(1).max(100_000).nullable().optional(),
        days: z.number().int().min(1).max(90).optional(),
        approval: z.boolean().optional(),
        purpose: z.boolean().optional(),
        mostDays: z.number().int().min(1).max(3650).nullable().optional(),
      }),
    )
    .output(invitationRules),
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
    .route({
      method: 'DELETE',
      path: '/invitations/{id}',
      tags,
      summary:
        'Take an invitation back; one that waits for an administrator is declined by them so, and its inviter told',
    })
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
    .route({
      method: 'POST',
      path: '/invitations/redeem',
      tags,
      summary: 'Come in through an invitation',
      description:
        'Somebody new says their name and, if they wish, a password. Without one they sign in by a link to their address, a code to their number or a passkey.',
    })
    .input(
      z.strictObject({
        token,
        name: line(120).optional(),
        password: z.string().min(10).max(128).optional(),
        language: language.optional(),
      }),
    )
    .output(person.extend({ groupId: id.nullable(), waiting: z.boolean() })),
}
