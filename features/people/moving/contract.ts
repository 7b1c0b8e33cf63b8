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

/** What needs an heir; numbers, since an administrator reads no group they are not in. */
const needs = { tasks: z.number(), groups: z.number() }

/** What a move would change, counted by doing it and taking it back. */
const movePreview = z.object({
  kind,
  before: sight,
  after: sight,
  /** Must be above nothing for an heir to be asked for. */
  needsHeir: z.object(needs),
  /** What of the company's structure ends with it. */
  leaves: z.object({
    department: z.string().nullable(),
    manager: z.string().nullable(),
    /** Departments they head, and people whose manager they are. */
    heads: z.number(),
    reports: z.number(),
    administrator: z.boolean(),
    company: z.string().nullable(),
  }),
  sessions: z.number(),
  tokens: z.number(),
})
export type MovePreview = z.infer<typeof movePreview>

const dismissPreview = z.object({ ...needs, invitations: z.number(), sessions: z.number(), tokens: z.number() })
export type DismissPreview = z.infer<typeof dismissPreview>

/** One change of somebody's standing, for administrators. */
const move = z.object({
  id,
  from: z.enum(['employee', 'external', 'dismissed']),
  to: z.enum(['employee', 'external', 'dismissed']),
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
    .input(z.strictObject({ id, kind, heirId: id.optional(), companyId: id.optional(), reason }))
    .output(done),
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
    .route({ method: 'POST', path: '/people/{id}/rehire', tags, summary: 'Let a dismissed person in again' })
    .input(z.strictObject({ id }))
    .output(done),
}
