import { api } from '#ui/api.ts'
import type { marksContract } from '../contract.ts'

/** The calls of what one keeps of feeds for oneself. */
export const keeping = api<typeof marksContract>('feed')
