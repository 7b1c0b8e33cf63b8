import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, person } from '#platform/contract.ts'
import { actsContract } from './acts/contract.ts'
import { externalsContract } from './externals/contract.ts'

/** What one can ask about. */
export const recordKind = z.enum(['group', 'post', 'task'])
export type RecordKind = z.infer<typeof recordKind>

/** People who may read a record for one reason; `more` is how many of them are not named here. Where there is one `voice`, those who work here are no one by name. */
const readersByReason = z.object({
  because: z.string(),
  level: z.enum(['view', 'comment', 'edit', 'manage']),
  people: z.array(person),
  more: z.number().int(),
})
export type ReadersByReason = z.infer<typeof readersByReason>

/** What a browser or a program may ask about who can see what. */
export const oversightContract = {
  whoCanSee: oc
    .route({
      method: 'GET',
      path: '/who-can-see/{kind}/{id}',
      tags: ['Oversight'],
      summary: 'Who can see a record, by reason',
    })
    .input(z.strictObject({ kind: recordKind, id }))
    .output(z.object({ items: z.array(readersByReason), voice: z.boolean() })),
  externals: externalsContract,
  acts: actsContract,
}
