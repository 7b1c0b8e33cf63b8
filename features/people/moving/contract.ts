import { oc } from '@orpc/contract'
import { z } from 'zod'
import { done, id, person } from '#platform/contract.ts'

const tags = ['People']
const kind = z.enum(['employee', 'external'])
const reason = z.string().trim().max(500).default('')

/** What somebody sees, in numbers. */
const sight = z.object({
  people: z.number(),
  /** Groups they are in, and those of them in which they read what only the team reads. */
  groups: z.number(),
  teams: z.number(),
  /** Groups that they find and can join. */
  foundGroups: z.number(),
  /** Open tasks. */
  tasks: z.number(),
})

/** What of it the administrator reads, and the first ten by name: of a group they are not in they may read neither. */
const named = z.object({ readable: z.number(), first: z.array(z.object({ id, name: z.string() })) })

/** What needs an heir. */
const needs = { tasks: z.number(), groups: z.number(), named: z.object({ tasks: named, groups: named }) }

/** Invitations they sent, and people from outside they answer for. */
const answers = { invitations: z.number(), externals: z.number() }

/** Departments they head, by name, and people whose manager they are. */
const leading = { leads: z.array(z.string()), reports: z.number() }

/** Whether the first from outside in a group finds what was written there before (GRP-3). */
const from = z.enum(['now', 'everything'])
export type From = z.infer<typeof from>

/** External groups in which nobody from outside is yet, and what of their past stays with the team unless somebody says “everything”. */
const first = z.object({
  groups: z.number(),
  named,
  past: z.object({ posts: z.number(), comments: z.number(), tasks: z.number() }),
})

/** What a move would change, counted by doing it and taking it back. */
const movePreview = z.object({
  kind,
  before: sight,
  after: sight,
  /** Must be above nothing for an heir to be asked for. */
  needsHeir: z.object(needs),
  ...answers,
  /** What of the company's structure ends with it. */
  leaves: z.object({
    department: z.string().nullable(),
    manager: z.string().nullable(),
    ...leading,
    administrator: z.boolean(),
    company: z.string().nullable(),
  }),
  /** What undoing a move gives back, of the company's structure and beyond. */
  returns: z.object({
    department: z.string().nullable(),
    manager: z.string().nullable(),
    ...leading,
    administrator: z.boolean(),
    /** Open tasks, and groups they own again. */
    tasks: z.number(),
    groups: z.number(),
  }),
  /** Null where they are the first from outside in no group. */
  first: first.nullable(),
  sessions: z.number(),
  tokens: z.number(),
})
export type MovePreview = z.infer<typeof movePreview>
export type NeedsHeir = MovePreview['needsHeir']

const dismissPreview = z.object({
  ...needs,
  ...leading,
  ...answers,
  sessions: z.number(),
  tokens: z.number(),
})
export type DismissPreview = z.infer<typeof dismissPreview>

const standing = z.enum(['employee', 'external', 'administrator', 'dismissed', 'freed'])

/** One change of somebody's standing, for administrators. */
const move = z.object({
  id,
  from: standing,
  to: standing,
  at: z.date(),
  by: person.nullable(),
  heir: person.nullable(),
  reason: z.string(),
  undoneAt: z.date().nullable(),
  /** Until when it can be undone; null when it cannot. */
  undoableUntil: z.date().nullable(),
})
export type Move = z.infer<typeof move>

/** What an administrator may ask about who becomes what, who goes and who comes back. */
export const movingContract = {
  previewMove: oc
    .route({ method: 'POST', path: '/people/{id}/move/preview', tags, summary: 'What a move would open or close' })
    .input(z.strictObject({ id, kind }))
    .output(movePreview),
  move: oc
    .route({ method: 'POST', path: '/people/{id}/move', tags, summary: 'Make somebody an employee, or an external' })
    .input(
      z.strictObject({
        id,
        kind,
        heirId: id.optional(),
        companyId: id.optional(),
        /** Where they become the first from outside in a group: what is written there stays with the team, unless “everything” is said. */
        from: from.default('now'),
        reason,
      }),
    )
    .output(done),
  previewUndoMove: oc
    .route({
      method: 'POST',
      path: '/people/{id}/move/undo/preview',
      tags,
      summary: 'What undoing a move would open, close and give back',
    })
    .input(z.strictObject({ id }))
    .output(movePreview),
  undoMove: oc
    .route({
      method: 'POST',
      path: '/people/{id}/move/undo',
      tags,
      summary: 'Take back that somebody was made external, within 30 days',
    })
    .input(z.strictObject({ id }))
    .output(done),
  moves: oc
    .route({ method: 'GET', path: '/people/{id}/moves', tags, summary: 'When somebody became what, and by whom' })
    .input(z.strictObject({ id }))
    .output(z.object({ items: z.array(move) })),
  previewDismissal: oc
    .route({
      method: 'POST',
      path: '/people/{id}/dismiss/preview',
      tags,
      summary: 'What ends and what needs an heir when somebody is dismissed',
    })
    .input(z.strictObject({ id }))
    .output(dismissPreview),
  dismiss: oc
    .route({
      method: 'POST',
      path: '/people/{id}/dismiss',
      tags,
      summary: 'Dismiss a person: their access ends at once; an heir takes over what is open',
    })
    .input(z.strictObject({ id, heirId: id.optional(), reason }))
    .output(done),
  rehire: oc
    .route({
      method: 'POST',
      path: '/people/{id}/rehire',
      tags,
      summary: 'Let a dismissed person in again; with a new address where theirs was freed',
    })
    .input(z.strictObject({ id, email: z.string().max(1000).optional() }))
    .output(done),
  makeAdministrator: oc
    .route({
      method: 'POST',
      path: '/people/{id}/administrator',
      tags,
      summary: 'Make an employee a System administrator',
    })
    .input(z.strictObject({ id }))
    .output(done),
  endAdministrator: oc
    .route({
      method: 'DELETE',
      path: '/people/{id}/administrator',
      tags,
      summary: 'Take the rights of a System administrator away; the last one stays',
    })
    .input(z.strictObject({ id }))
    .output(done),
  resetSecondFactor: oc
    .route({
      method: 'DELETE',
      path: '/people/{id}/second-factor',
      tags,
      summary: 'Take away the second factor that somebody has lost: they are signed out everywhere and asked anew',
    })
    .input(z.strictObject({ id }))
    .output(done),
  freeAddress: oc
    .route({
      method: 'POST',
      path: '/people/{id}/free-address',
      tags,
      summary:
        'Free the address, and the number to sign in with, of somebody dismissed: whoever has it next is somebody new',
    })
    .input(z.strictObject({ id }))
    .output(done),
  handOver: oc
    .route({
      method: 'POST',
      path: '/people/{id}/hand-over',
      tags,
      summary: 'Give what somebody dismissed has open to a colleague',
    })
    .input(z.strictObject({ id, heirId: id }))
    .output(done),
}
