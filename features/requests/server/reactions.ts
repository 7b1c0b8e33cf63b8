import { and, eq } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { memberJoined } from '#features/groups/events.ts'
import { settle } from './deciding.ts'
import { requests } from './tables.ts'

/** Whoever comes in by another way, added by a keeper or invited anew, waits no more. */
export const requestsReactions = [
  when(memberJoined, async ({ aboutId, actorId, at, data }, tx) => {
    const [row] = await tx
      .select()
      .from(requests)
      .where(and(eq(requests.groupId, aboutId), eq(requests.personId, data.personId), eq(requests.state, 'pending')))
      .for('update')
    if (row) await settle(tx, row, { state: 'approved', by: actorId, at })
  }),
]
