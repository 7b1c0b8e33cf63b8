import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  comment,
  commentAbout,
  commentFor,
  commentList,
  commentsPage,
  commentText,
  laneName,
} from '#features/comments/contract.ts'
import { id, line, listOf, moment, page, person } from '#platform/contract.ts'

const tags = ['Tasks']

/** For whom a task in a group is set: all who are in the group, or only those of them who work here. */
export const audience = z.enum(['everyone', 'team'])

/** A task as a list or a page shows it. `audience` is `named` when it stands in no group: then its creator and its responsible see it. */
const task = z.object({
  id,
  title: z.string(),
  description: z.string(),
  group: z
    .object({ id, name: z.string(), external: z.boolean(), voice: z.boolean(), archived: z.boolean() })
    .nullable(),
  /** `lane` is told to those who work here: the team and those kept apart in `lane` see it. To them it is everyone. */
  audience: z.enum(['everyone', 'team', 'lane', 'named']),
  lane: laneName.nullable(),
  creator: person.nullable(),
  responsible: person.nullable(),
  deadline: z.date().nullable(),
  completedAt: z.date().nullable(),
  completedBy: person.nullable(),
  createdAt: z.date(),
  /** How many comments there are. */
  comments: z.number().int(),
  may: z.object({ change: z.boolean() }),
})
export type Task = z.infer<typeof task>

const yesOrNo = z.stringbool().or(z.boolean()).default(false)

const listed = z.strictObject({
  ...page,
  group: id.optional(),
  state: z.enum(['open', 'completed', 'all']).default('all'),
  /** Only those that the person asking is responsible for. */
  mine: yesOrNo,
  /** Only those that the person asking has set. */
  setByMe: yesOrNo,
  /** `deadline` is the nearest first, and after all others those without one. */
  sort: z.enum(['newest', 'deadline']).default('newest'),
})
export type ListedTasks = z.output<typeof listed>

const description = z.string().trim().max(20_000)

const created = z.strictObject({
  title: line(300),
  description: description.default(''),
  groupId: id.nullish(),
  responsibleId: id,
  deadline: moment.nullish(),
  audience: audience.default('everyone'),
  laneId: id.optional(),
})
export type CreatedTask = z.output<typeof created>

const changed = z.strictObject({
  id,
  title: line(300).optional(),
  description: description.optional(),
  responsibleId: id.optional(),
  deadline: moment.nullish(),
})
export type ChangedTask = z.output<typeof changed>

/** What a browser or a program may ask about tasks. */
export const tasksContract = {
  list: oc
    .route({ method: 'GET', path: '/tasks', tags, summary: 'Tasks that one sees, newest or nearest first' })
    .input(listed)
    .output(listOf(task)),
  count: oc
    .route({
      method: 'GET',
      path: '/tasks/count',
      tags,
      summary: 'How many open tasks one is responsible for, and how many of them are late',
    })
    .input(z.strictObject({}).optional())
    .output(z.object({ open: z.number().int(), overdue: z.number().int() })),
  create: oc
    .route({ method: 'POST', path: '/tasks', tags, summary: 'Set a task', successStatus: 201 })
    .input(created)
    .output(task),
  get: oc
    .route({ method: 'GET', path: '/tasks/{id}', tags, summary: 'One task' })
    .input(z.strictObject({ id }))
    .output(task),
  change: oc
    .route({
      method: 'PATCH',
      path: '/tasks/{id}',
      tags,
      summary: 'Change what a task says, who is responsible, or until when',
    })
    .input(changed)
    .output(task),
  complete: oc
    .route({
      method: 'POST',
      path: '/tasks/{id}/complete',
      tags,
      summary: 'Complete a task; once it is, nothing happens',
    })
    .input(z.strictObject({ id }))
    .output(task),
  reopen: oc
    .route({
      method: 'POST',
      path: '/tasks/{id}/reopen',
      tags,
      summary: 'Open a completed task again; while it is open, nothing happens',
    })
    .input(z.strictObject({ id }))
    .output(task),
  comments: oc
    .route({ method: 'GET', path: '/tasks/{id}/comments', tags, summary: 'What is said below a task' })
    .input(z.strictObject({ id, ...commentsPage }))
    .output(commentList),
  comment: oc
    .route({ method: 'POST', path: '/tasks/{id}/comments', tags, summary: 'Comment on a task', successStatus: 201 })
    .input(z.strictObject({ id, text: commentText, ...commentFor, ...commentAbout }))
    .output(comment),
}
