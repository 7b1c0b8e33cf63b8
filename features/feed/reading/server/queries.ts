import type { Me } from '#access/signed-in.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { hidesTasks, marksOf } from '../../marks/server/queries.ts'
import { entriesIn, isTold, toldOf } from '../../entries/server/queries.ts'
import { whereNamed } from '../../addressing/server/queries.ts'
import { postsIn } from '../../server/queries.ts'
import { posts } from '../../server/tables.ts'
import type { FeedItem } from '../contract.ts'
import { lookedFor, ofKind, type Filters } from './filters.ts'
import { firstMet, foremost, standing, walkFeed, type Activity } from './shelves.ts'

interface Asked extends Filters {
  limit: number
  after?: string | undefined
  group?: string | undefined
  /** Left out, it is as they have set it. */
  hide?: 'tasks' | 'nothing' | undefined
}

/** Rows walked more than a page needs, since several of them make one entry. */
const extra = 15
/** How often more are walked to fill a page that many rows of one entry leave short; then it stays short. */
const mostWalks = 8

/** A page of the feed, newest activity first. What happened several times in a row is one entry. */
export async function readFeed(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { limit, after, group, hide, ...filters }: Asked,
): Promise<{ items: FeedItem[]; next: string | null }> {
  const spaceId = group && (await groupRow(tx, group)).spaceId
  const beside = group ? whereNamed(group) : undefined
  const ids = lookedFor(filters, { spaceId, beside })
  if (ids) {
    const rows = await standing(tx, ids, { limit: limit + 1, after, spaceId, beside })
    const page = rows.slice(0, limit).map((row) => [row])
    return { items: await itemsIn(tx, me, page), next: rows.length > limit ? (page.at(-1)?.[0]?.rose ?? null) : null }
  }
  const where = ofKind(filters, hide ? hide === 'tasks' : await hidesTasks(tx))
  const pieces: Activity[][] = []
  const most = limit + extra
  // From the top of all that one reads; in a group a post may stand higher up where it is addressed to others too.
  const met = after || group ? null : new Set<string>()
  let from = after
  for (let walks = 0; walks < mostWalks; walks++) {
    const walked = await walkFeed(tx, { where, limit: most, after: from, spaceId, beside })
    for (const row of await toldOf(tx, met ? firstMet(walked, met) : await foremost(tx, walked))) {
      const open = pieces.at(-1)
      if (open && isTold(open, row)) open.push(row)
      else if (pieces.length < limit) pieces.push([row])
      else return { items: await itemsIn(tx, me, pieces), next: open?.at(-1)?.rose ?? null }
    }
    if (walked.length < most) return { items: await itemsIn(tx, me, pieces), next: null }
    from = walked.at(-1)?.rose
  }
  return { items: await itemsIn(tx, me, pieces), next: from ?? null }
}

async function itemsIn(tx: Tx, me: Pick<Me, 'id'>, pieces: Activity[][]): Promise<FeedItem[]> {
  const rows = await tx
    .select()
    .from(posts)
    .where(
      among(
        posts.id,
        pieces.flatMap(([row]) => row?.postId ?? []),
      ),
    )
  const said = new Map((await postsIn(tx, rows)).map((post) => [post.id, post]))
  const byId = new Map(rows.map((post) => [post.id, post]))
  const standing = pieces.flatMap(([row]) => {
    const post = byId.get(row?.postId ?? '')
    return row && post ? [{ ...post, rose: row.rose, actorId: row.actorId }] : []
  })
  const marks = await marksOf(tx, standing)
  const entries = await entriesIn(
    tx,
    pieces.filter(([row]) => !row?.postId),
  )
  return pieces.flatMap((piece) => {
    const [row] = piece
    if (!row) return []
    const { rose: id, actorId } = row
    const post = said.get(row.postId ?? '') ?? null
    const entry = entries.get(id) ?? null
    return post || entry
      ? [
          {
            id,
            key: row.postId ?? piece.at(-1)?.eventId ?? id,
            mine: actorId === me.id,
            post,
            entry,
            marks: marks.get(row.postId ?? '') ?? null,
          },
        ]
      : []
  })
}
