import { and, eq, inArray } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { threads } from '#features/comments/server/tables.ts'
import { memberLeft } from '#features/groups/events.ts'
import { personDismissed } from '#features/people/events.ts'
import { replyAddresses } from './tables.ts'

/** Letters of somebody who went lead nowhere, also when that person comes back. */
export const repliesReactions = [
  when(personDismissed, async ({ aboutId }, tx) => {
    await tx.delete(replyAddresses).where(eq(replyAddresses.personId, aboutId))
  }),
  when(memberLeft, async ({ spaceId, data }, tx) => {
    const there = tx.select({ id: threads.id }).from(threads).where(eq(threads.spaceId, spaceId))
    await tx
      .delete(replyAddresses)
      .where(and(eq(replyAddresses.personId, data.personId), inArray(replyAddresses.threadId, there)))
  }),
]
