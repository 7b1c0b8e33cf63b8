import type { groupsContract } from '#features/groups/contract.ts'
import { api } from '#ui/api.ts'
import type { feedContract } from '../contract.ts'

/** The calls of the feed. */
export const feed = api<typeof feedContract>('feed')

/** The calls of groups: the feed asks which one a person is in. */
export const groups = api<typeof groupsContract>('groups')
