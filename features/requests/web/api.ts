import { api } from '#ui/api.ts'
import type { requestsContract } from '../contract.ts'

/** The calls of requests. */
export const requests = api<typeof requestsContract>('requests')
