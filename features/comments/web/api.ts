import { api } from '#ui/api.ts'
import type { commentsContract } from '../contract.ts'

/** The calls of comments. */
export const comments = api<typeof commentsContract>('comments')
