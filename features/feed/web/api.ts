import type { groupsContract } from '#features/groups/contract.ts'
import type { peopleContract } from '#features/people/contract.ts'
import { api } from '#ui/api.ts'
import type { addressingContract } from '../addressing/contract.ts'
import type { draftsContract } from '../drafts/contract.ts'
import type { feedContract } from '../contract.ts'

/** The calls of the feed. */
export const feed = api<typeof feedContract & typeof addressingContract & typeof draftsContract>('feed')

/** The calls of groups: the feed asks which one a person is in. */
export const groups = api<typeof groupsContract>('groups')

/** The calls of people: a post may be addressed to a department. */
export const people = api<typeof peopleContract>('people')
