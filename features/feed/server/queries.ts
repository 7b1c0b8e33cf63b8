import { eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { me, seated } from '#access/rules.ts'
import { listShelves } from '#access/shelves.ts'
import { audiences } from '#access/tables.ts'
import { toolOpen } from '#access/tools.ts'
import type { LaneName } from '#features/comments/contract.ts'
import { commentCounts, reactionsTo, type Target } from '#features/comments/server/door.ts'
import { groupRow, keptApart, laneNames, namesIn, type Room } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { addresseesOf, shownTo, whereNamed } from '../addressing/server/queries.ts'
import { attachmentsOf, peopleIn, showWriting } from '#features/writing/server/door.ts'
import { among } from '#platform/database/among.ts'
import { tableOf } from '#platform/database/table-of.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announcementsOf } from '../announcements/server/queries.ts'
import { appreciationsOf } from '../appreciations/server/queries.ts'
import { calendarEventsOf } from '../calendar-events/server/queries.ts'
import { tagsOf } from '../tags/server/tagging.ts'
import type { Post } from '../contract.ts'
import { pollsOf } from '../polls/server/results.ts'
import { posts } from './tables.ts'

type PostRow = typeof posts.$inferSelect

/** The row of a post that the person asking may read. */
export async function postRow(tx: Tx, id: string): Promise<PostRow> {
  const [row] = await tx.select().from(posts).where(eq(posts.id, id))
  return found(row)
}

/** Whether a post is there for the person asking. */
export async function isPost(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, id))
  return rows.length > 0
}

/** A post as what is reacted to. */
export async function postTarget(tx: Tx, id: string): Promise<Target> {
  const { spaceId, audienceId } = await postRow(tx, id)
  return { threadId: id, spaceId, audienceId, commentId: null }
}

/** One post as it is answered. */
export async function getPost(tx: Tx, id: string): Promise<Post> {
  const [answer] = await postsIn(tx, [await postRow(tx, id)])
  return found(answer)
}

/** Posts newest first: of one group, with what is addressed to it together with others; or of all that the person asking reads. */
export async function listPosts(
  tx: Tx,
  query: { limit: number; after?: string | undefined; group?: string | undefined },
) {
  const { limit, after, group } = query
  // A group has a space of its own. Naming the group too would make PostgreSQL join two indexes and sort, in place of walking one.
  const of = group ? { spaceId: (await groupRow(tx, group)).spaceId, beside: whereNamed(group) } : {}
  const rows = await listShelves(tx, posts, { tool: 'feed', ...of, ...(after ? { after } : {}), limit: limit + 1 })
  const items = await postsIn(tx, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
}

/** A page of rows as it is answered. Each thing counted or named is asked once for the whole page, under the rules of the reader. */
export async function postsIn(tx: Tx, rows: PostRow[]): Promise<Post[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const reactions = await reactionsTo(tx, ids)
  const said = await commentCounts(tx, ids)
  const may = await mayWith(tx, rows)
  const polls = await pollsOf(tx, ids)
  const announcements = await announcementsOf(tx, ids)
  const appreciations = await appreciationsOf(tx, ids)
  const calendarEvents = await calendarEventsOf(tx, ids)
  const places = await placesOf(
    tx,
    rows.map((row) => row.audienceId),
  )
  const addressed = await addresseesOf(
    tx,
    rows.flatMap(({ groupId, audienceId }) => (groupId ? [] : [audienceId])),
  )
  const named = await namesIn(
    tx,
    [...places.values()].map(({ room }) => room),
    [
      ...rows.map((row) => row.authorId),
      ...peopleIn(rows),
      ...appreciations.people,
      ...addressed.flatMap(({ personId }) => personId ?? []),
    ],
  )
  const shown = await showWriting(tx, rows, named)
  const files = await attachmentsOf(tx, rows)
  const tags = await tagsOf(tx, ids)
  return rows.flatMap((row) => {
    const { id, audienceId, authorId, createdAt, editedAt } = row
    const found = places.get(audienceId)
    if (!found) return []
    const { room, ...place } = found
    return [
      {
        id,
        ...place,
        to: shownTo(addressed, row, (personId) => named(personId, room)),
        author: named(authorId, room),
        ...shown(row, room),
        attachments: files(row.attachments),
        tags: tags.get(id) ?? [],
        createdAt,
        editedAt,
        may: may.get(id) ?? { edit: false, delete: false },
        reactions: reactions.get(id) ?? [],
        comments: said.get(id) ?? 0,
        poll: polls.get(id) ?? null,
        announcement: announcements.get(id) ?? null,
        appreciation: appreciations.shown(id, named, room),
        calendarEvent: calendarEvents.get(id) ?? null,
      },
    ]
  })
}

/** What the person asking may do with posts that they read: their own they change, and delete, as does whoever manages the group. */
async function mayWith(tx: Tx, rows: PostRow[]): Promise<Map<string, Post['may']>> {
  const at = { spaceId: sql`p.space_id`, audienceId: sql`p.audience_id` }
  const mine = sql`p.author_id = ${me}`
  const open = toolOpen(at, 'feed', 'change')
  const { rows: found } = await tx.execute<Post['may'] & { id: string }>(sql`
    select p.id, ${mine} and ${seated(at, 'edit')} and ${open} as edit,
      case when ${mine} then ${seated(at, 'edit')} else ${seated(at, 'manage')} end and ${open} as delete
    from ${tableOf('p', {
      id: rows.map((row) => row.id),
      space_id: rows.map((row) => row.spaceId),
      audience_id: rows.map((row) => row.audienceId),
      author_id: rows.map((row) => row.authorId),
    })}`)
  return new Map(found.map(({ id, ...may }) => [id, may]))
}

/** The group of each audience, and for whom in it that is; null for what is addressed. A group has a space of its own, so the audience tells both. */
export async function placesOf(
  tx: Tx,
  audienceIds: string[],
): Promise<Map<string, Pick<Post, 'group' | 'audience' | 'lane'> & { room: Room }>> {
  const rows = await tx
    .select({
      audienceId: audiences.id,
      kind: audiences.kind,
      id: groups.id,
      name: groups.name,
      externalSince: groups.externalSince,
      isolation: groups.isolation,
      archivedAt: groups.archivedAt,
      spaceId: audiences.spaceId,
      apart: sql<boolean>`coalesce(${keptApart}, false)`,
    })
    .from(audiences)
    .leftJoin(groups, eq(groups.spaceId, audiences.spaceId))
    .where(among(audiences.id, audienceIds))
  const inLanes = rows.flatMap(({ audienceId, kind }) => (kind === 'lane' ? [audienceId] : []))
  const lanes = inLanes.length > 0 ? await laneNames(tx, inLanes) : new Map<string, LaneName>()
  return new Map(
    rows.map(({ audienceId, kind, id, name, externalSince, isolation, archivedAt, ...room }) => {
      const lane = lanes.get(audienceId) ?? null
      const group =
        id === null || name === null
          ? null
          : {
              id,
              name,
              external: externalSince !== null,
              voice: isolation === 'voice',
              archived: archivedAt !== null,
            }
      const known = { ...room, ...(group ? {} : { addressed: true }) }
      return [audienceId, { group, audience: lane ? 'lane' : kind === 'team' ? 'team' : 'everyone', lane, room: known }]
    }),
  )
}
