import { api } from '#ui/api.ts'
import type { repliesContract } from '../contract.ts'

/** What the browser asks about letters that come in. */
export const replies = api<typeof repliesContract>('replies')
