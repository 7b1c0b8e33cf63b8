import { api } from '#ui/api.ts'
import type { noticesContract } from '../contract.ts'
import type { lettersContract } from '../letters/contract.ts'

/** The calls of notices. */
export const notices = api<typeof noticesContract & typeof lettersContract>('notices')
