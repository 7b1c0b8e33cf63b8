import { api } from '#ui/api.ts'
import type { appreciationsContract } from '../contract.ts'

/** The calls of appreciations. */
export const appreciations = api<typeof appreciationsContract>('feed')
