import { api } from '#ui/api.ts'
import type { noticesContract } from '../contract.ts'

/** The calls of notices. */
export const notices = api<typeof noticesContract>('notices')
