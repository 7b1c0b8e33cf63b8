import { eq } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import { when, type Reaction } from '#events/when.ts'
import { companyChanged } from '#features/people/events.ts'
import { changeLanes } from './isolation/change-lane.ts'

/** What groups do when something happens elsewhere. */
export const groupsReactions: Reaction[] = [
  when(companyChanged, async ({ aboutId }, tx) => {
    const [person] = await tx.select({ kind: people.kind }).from(people).where(eq(people.id, aboutId))
    if (person?.kind === 'external') await changeLanes(tx, aboutId)
  }),
]
