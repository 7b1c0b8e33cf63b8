import { api } from '#ui/api.ts'
import type { accountContract } from '../contract.ts'

/** What the browser asks about one's own account. */
export const account = api<typeof accountContract>('account')
