import { and, eq, inArray, ne } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import { when } from '#events/when.ts'
import { members } from '#features/groups/server/tables.ts'
import { notify } from '#features/notices/server/door.ts'
import { requestDecided, requestMade } from '../events.ts'
import { answerLetter, requestLetter } from './jobs.ts'
import { requests } from './tables.ts'

/** A letter to each who may decide, and one with the answer to whoever asked. Who may read it is asked when it is written. */
export const requestsNotices = [
  when(requestMade, async (told, tx, platform) => {
    const { aboutId } = told
    const [row] = await tx.select().from(requests).where(eq(requests.id, aboutId))
    if (!row) return
    const keepers = await tx
      .select({ personId: members.personId })
      .from(members)
      .innerJoin(people, and(eq(people.id, members.personId), eq(people.kind, 'employee')))
      .where(
        and(
          eq(members.groupId, row.groupId),
          inArray(members.role, ['owner', 'moderator']),
          ne(members.personId, row.personId),
        ),
      )
    for (const { personId } of keepers) await platform.jobs.queue(tx, requestLetter, { requestId: aboutId, personId })
    await notify(tx, platform, told, {
      happened: 'asked',
      about: { kind: 'group', id: row.groupId },
      to: keepers.map(({ personId }) => personId),
    })
  }),
  when(requestDecided, async ({ aboutId, data }, tx, platform) => {
    if (data.state !== 'withdrawn') await platform.jobs.queue(tx, answerLetter, { requestId: aboutId })
  }),
]
