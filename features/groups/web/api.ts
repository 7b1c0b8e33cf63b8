import { api } from '#ui/api.ts'
import type { groupsContract } from '../contract.ts'

/** The calls of groups. */
export const groups = api<typeof groupsContract>('groups')
