import { api } from '#ui/api.ts'
import type { searchContract } from '../contract.ts'

/** The call that looks for words in feeds. */
export const searching = api<typeof searchContract>('feed')
