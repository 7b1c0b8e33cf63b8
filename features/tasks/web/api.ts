import { api } from '#ui/api.ts'
import type { tasksContract } from '../contract.ts'

/** The calls of tasks. */
export const tasks = api<typeof tasksContract>('tasks')
