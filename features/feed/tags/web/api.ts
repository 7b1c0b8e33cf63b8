import { api } from '#ui/api.ts'
import type { tagsContract } from '../contract.ts'

/** The calls about tags. */
export const tagged = api<typeof tagsContract>('feed')
