import type { peopleContract } from '#features/people/contract.ts'
import { api } from '#ui/api.ts'
import type { tasksContract } from '../contract.ts'

/** The calls of tasks. */
export const tasks = api<typeof tasksContract>('tasks')

/** Who can be responsible where there is no group is asked of the directory. */
export const people = api<typeof peopleContract>('people')
