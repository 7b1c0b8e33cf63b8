import { and, eq } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { memberLeft } from '#features/groups/events.ts'
import { drafts } from './tables.ts'

/** Whoever leaves a group has begun nothing there any more: coming back they begin anew. */
export const writingReactions = [
  when(memberLeft, async ({ spaceId, data }, tx) => {
    await tx.delete(drafts).where(and(eq(drafts.authorId, data.personId), eq(drafts.spaceId, spaceId)))
  }),
]
