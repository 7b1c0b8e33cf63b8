import { eq, getTableColumns } from 'drizzle-orm'
import { when, type Reaction } from '#events/when.ts'
import { notify, notifyGroup, type Things } from '#features/notices/server/door.ts'
import { firstMentioned, peopleIn, type Written } from '#features/writing/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { tellAddressees } from '../addressing/server/notices.ts'
import { tellAnnouncement } from '../announcements/server/notices.ts'
import { tellAppreciated } from '../appreciations/server/notices.ts'
import { queueReminder } from '../calendar-events/server/notices.ts'
import { calendarEvents } from '../calendar-events/server/tables.ts'
import { edited, posted } from '../events.ts'
import { posts, postVersions } from './tables.ts'
import { titlesOf } from './titles.ts'
import { writtenOf } from './written.ts'

/** Of a new post are told whom it mentions, and those who are told of what is new in its group. */
export const feedNotices: Reaction[] = [
  when(posted, async (told, tx, platform) => {
    const [post] = await tx.select().from(posts).where(eq(posts.id, told.aboutId))
    if (!post) return
    // Whoever is appreciated or named is told of that, and not of the post once more.
    await tellAppreciated(tx, platform, told, post)
    await queueReminder(tx, platform, told)
    const mentioned = firstMentioned(await saidIn(tx, post), null, (said) => peopleIn([said]))
    await notify(tx, platform, told, { happened: 'mentioned', to: mentioned, since: post.createdAt })
    const announced = await tellAnnouncement(tx, platform, told, post)
    if (announced) return
    if (post.groupId === null) await tellAddressees(tx, platform, told, post)
    else await notifyGroup(tx, platform, told, { happened: 'posted', groupId: post.groupId, since: post.createdAt })
  }),
  // Whoever is first mentioned by an edit is told of that; those who stood there before know it.
  when(edited, async (told, tx, platform) => {
    const [post] = await tx.select().from(posts).where(eq(posts.id, told.aboutId))
    if (!post) return
    const to = firstMentioned(await saidIn(tx, post), told.data.versionId, (said) => peopleIn([said]))
    await notify(tx, platform, told, { happened: 'mentioned', to })
  }),
]

/** All that a post has said, the first words first. */
async function saidIn(tx: Tx, post: Written & { id: string }): Promise<(Written & { id: string })[]> {
  const versions = await tx.select().from(postVersions).where(eq(postVersions.postId, post.id)).orderBy(postVersions.id)
  return [...versions, post]
}

/** Posts, for notices: one is called by what it invites to, or by its title. */
export const postsThings: Things = {
  kind: 'post',
  async look(tx, ids) {
    const rows = await tx
      .select({ ...getTableColumns(posts), invites: calendarEvents.title })
      .from(posts)
      .leftJoin(calendarEvents, eq(calendarEvents.postId, posts.id))
      .where(among(posts.id, ids))
    const titles = await titlesOf(tx, rows)
    return rows.map(({ id, spaceId, audienceId, invites }) => ({
      id,
      spaceId,
      audienceId,
      title: invites ?? titles(id),
      path: `/posts/${id}`,
    }))
  },
  async partakers(tx, id) {
    const [post] = await tx.select({ authorId: posts.authorId }).from(posts).where(eq(posts.id, id))
    return post ? [post.authorId] : []
  },
  write: writtenOf,
}
