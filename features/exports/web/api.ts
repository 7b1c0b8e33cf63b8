import { api } from '#ui/api.ts'
import type { exportsContract } from '../contract.ts'

/** The calls of records and copies. */
export const exports = api<typeof exportsContract>('exports')
