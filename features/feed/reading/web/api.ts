import { api } from '#ui/api.ts'
import type { readingContract } from '../contract.ts'

/** The calls of the feed as it is read. */
export const reading = api<typeof readingContract>('feed')
