import { api } from '#ui/api.ts'
import type { oversightContract } from '../contract.ts'

/** The calls of oversight. */
export const oversight = api<typeof oversightContract>('oversight')
