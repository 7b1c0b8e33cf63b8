import { z } from 'zod'
import { kind } from '#events/kind.ts'

const titled = z.object({ title: z.string() })

/** A task was set. */
export const taskCreated = kind('tasks.created', 'task', titled.extend({ responsibleId: z.uuid() }))
/** What a task says changed, or who is responsible (`responsibleId` is then the new one), or until when (`until` is then true). */
export const taskChanged = kind(
  'tasks.changed',
  'task',
  titled.extend({ responsibleId: z.uuid().optional(), until: z.boolean().optional() }),
)
/** A task is done. */
export const taskCompleted = kind('tasks.completed', 'task', titled)
/** A task that was done is open again. */
export const taskReopened = kind('tasks.reopened', 'task', titled)
