import { api } from '#ui/api.ts'
import type { pollsContract } from '../contract.ts'

/** The calls of polls. */
export const polls = api<typeof pollsContract>('feed')
