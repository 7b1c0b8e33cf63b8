import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import { circleMembers, people } from '#access/tables.ts'
import { members } from '#features/groups/server/tables.ts'
import { among } from '#platform/database/among.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { mostAtOnce, tellSome, type Telling } from './tell-some.ts'
import { followings, notices } from './tables.ts'

/** Tells those of whom there were too many for one transaction. */
export const tellMore: Job<Telling> = {
  name: 'notices.tell',
  run: (telling, platform) => asKeeper(platform.database, (tx) => tellSome(tx, platform, telling)),
}

/** Something in a group, for all who are told of it there. */
export type TellingGroup = Omit<Telling, 'to'> & Placed & { groupId: string; after?: string }

/**
 * Tells those who are told of what is new in a group: people from outside unless they muted it, those who work here if they follow it. Each piece is
 * a transaction that also queues the next, so that a kill loses and repeats nothing.
 */
export const tellGroup: Job<TellingGroup> = {
  name: 'notices.tell-group',
  run: ({ groupId, after, ...telling }, platform) =>
    asKeeper(platform.database, async (tx) => {
      const follows = and(eq(followings.personId, members.personId), eq(followings.aboutId, groupId))
      const some = await tx
        .select({ id: members.personId })
        .from(members)
        .innerJoin(people, eq(people.id, members.personId))
        .leftJoin(followings, follows)
        .where(
          and(
            eq(members.groupId, groupId),
            after ? gt(members.personId, after) : undefined,
            // Whoever muted the group is told of nothing that is said to it together with others either.
            or(and(eq(people.kind, 'external'), isNull(followings.mutedAt)), isNotNull(followings.followedAt)),
          ),
        )
        .orderBy(members.personId)
        .limit(mostAtOnce)
      const to = some.map(({ id }) => id)
      await tellSome(tx, platform, { ...telling, to: to.filter((id) => id !== telling.actorId) })
      if (to.length === mostAtOnce)
        await platform.jobs.queue(tx, tellGroup, { ...telling, groupId, after: to.at(-1) ?? '' })
    }),
}

/** Something for all who are in some circles: departments, everyone who works here. */
export type TellingCircles = Omit<Telling, 'to'> & { circleIds: string[]; after?: string }

/** Tells those who are in circles, piece by piece as in a group. */
export const tellCircles: Job<TellingCircles> = {
  name: 'notices.tell-circles',
  run: ({ circleIds, after, ...telling }, platform) =>
    asKeeper(platform.database, async (tx) => {
      const some = await tx
        .selectDistinct({ id: circleMembers.personId })
        .from(circleMembers)
        .where(and(among(circleMembers.circleId, circleIds), after ? gt(circleMembers.personId, after) : undefined))
        .orderBy(circleMembers.personId)
        .limit(mostAtOnce)
      const to = some.map(({ id }) => id)
      await tellSome(tx, platform, { ...telling, to: to.filter((id) => id !== telling.actorId) })
      if (to.length === mostAtOnce)
        await platform.jobs.queue(tx, tellCircles, { ...telling, circleIds, after: to.at(-1) ?? '' })
    }),
}

/** What was told so long ago is not looked for in the list any more. */
const keptFor = sql`interval '90 days'`

/** Takes notices away that are old. */
export const forgetNotices: Job = {
  name: 'notices.forget',
  cron: '20 3 * * *',
  async run(_data, { database }) {
    await asKeeper(database, (tx) => tx.delete(notices).where(sql`${notices.at} < now() - ${keptFor}`))
  },
}
