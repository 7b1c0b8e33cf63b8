import { and, eq } from 'drizzle-orm'
import { shown, type Shown } from '#events/shown.ts'
import { memberJoined } from '../events.ts'
import { members } from './tables.ts'

/** What of groups stands in their feeds (FEED-3): who came. It is told where whoever came stands, so to whoever knows of them (GRP-7). */
export const groupsShown: Shown[] = [
  shown(memberJoined, {
    noun: 'person',
    thing: ({ data }) => data.personId,
    async at(tx, { spaceId, data }) {
      const here = and(eq(members.spaceId, spaceId), eq(members.personId, data.personId))
      const [member] = await tx.select({ since: members.since }).from(members).where(here)
      return member?.since ?? null
    },
  }),
]
