import { z } from 'zod'
import { id } from '#platform/contract.ts'

/** Those from outside who are kept apart from others: a company or a person (GRP-7). */
export const laneName = z.object({ id, name: z.string() })
export type LaneName = z.infer<typeof laneName>
