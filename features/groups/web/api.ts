import type { peopleContract } from '#features/people/contract.ts'
import { api } from '#ui/api.ts'
import type { groupsContract } from '../contract.ts'

/** The calls of groups. */
export const groups = api<typeof groupsContract>('groups')

/** Whom one can bring in is asked of the directory. */
export const people = api<typeof peopleContract>('people')
