import { sql } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { peopleMentioned, shownText } from '#features/comments/server/door.ts'
import { comments } from '#features/comments/server/tables.ts'
import { namesIn } from '#features/groups/server/door.ts'
import { peopleIn, showWriting } from '#features/writing/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { placesOf } from '../../server/queries.ts'
import { posts } from '../../server/tables.ts'
import { beginning } from '../../server/titles.ts'
import type { FoundPiece } from '../contract.ts'
import { all, findCandidates, type Sought } from './candidates.ts'
import { excerptOf, wordsIn } from './typed.ts'

/** A page of posts and comments in which all of these words stand, the newest first. */
export async function search(
  tx: Tx,
  me: Pick<Me, 'kind'>,
  { limit, words: typed, ...where }: Omit<Sought, 'words'> & { limit: number; words: string },
): Promise<{ items: FoundPiece[]; next: string | null }> {
  const words = wordsIn(typed)
  if (words.length === 0) return { items: [], next: null }
  const standing: Standing[] = []
  let after = where.after
  let most = limit + 1
  // What was kept of words and does not stand any more takes no place on a page: where the page ends must not tell that somebody said it.
  do {
    const ids = await findCandidates(tx, me, { ...where, after, words }, most)
    standing.push(...(await stillStanding(tx, ids, words)))
    after = ids.length === most ? ids.at(-1) : undefined
    most *= 2
  } while (after && standing.length <= limit)
  const page = standing.slice(0, limit)
  return { items: await piecesOf(tx, page), next: standing.length > limit ? (page.at(-1)?.id ?? null) : null }
}

interface Standing extends Record<string, unknown> {
  id: string
  postId: string
  commentId: string | null
  /** The words of it that were found, as they are written there. */
  found: string[]
}

/** What was found as it is answered, in the order given. Each thing is asked once for the whole page. */
async function piecesOf(tx: Tx, standing: Standing[]): Promise<FoundPiece[]> {
  if (standing.length === 0) return []
  const said = await tx
    .select()
    .from(comments)
    .where(
      among(
        comments.id,
        standing.flatMap(({ commentId }) => commentId ?? []),
      ),
    )
  const above = await tx
    .select()
    .from(posts)
    .where(
      among(
        posts.id,
        standing.map(({ postId }) => postId),
      ),
    )
  const rows = [...above, ...said]
  const places = await placesOf(
    tx,
    rows.map(({ audienceId }) => audienceId),
  )
  const named = await namesIn(
    tx,
    [...places.values()].map(({ room }) => room),
    [...rows.map(({ authorId }) => authorId), ...peopleIn(above), ...peopleMentioned(said)],
  )
  const shown = await showWriting(tx, above, named)
  const commentOf = new Map(said.map((row) => [row.id, row]))
  const postOf = new Map(above.map((row) => [row.id, row]))
  return standing.flatMap(({ id, postId, commentId, found }) => {
    const post = postOf.get(postId)
    const comment = commentId ? commentOf.get(commentId) : undefined
    const row = commentId ? comment : post
    const place = row && places.get(row.audienceId)
    if (!post || !row || !place) return []
    const { room, ...where } = place
    const postText = shown(post, room).text
    const text = comment ? shownText(comment.text, (person) => named(person, room)).text : postText
    return [
      {
        id,
        postId,
        commentId,
        ...where,
        author: named(row.authorId, room),
        createdAt: row.createdAt,
        excerpt: excerptOf(text, found),
        below: comment ? beginning(postText) : null,
      },
    ]
  })
}

/**
 * Those that the person asking reads and in which the words still stand, in the order given. What is kept of words may be older than what was said last: so
 * the text itself is asked, which the rules let the reader read.
 */
async function stillStanding(tx: Tx, ids: string[], words: string[]): Promise<Standing[]> {
  if (ids.length === 0) return []
  const any = sql`access.asked_words(${sql.param(words)}::text[], '', '|')`
  const { rows } = await tx.execute<Standing>(sql`
    select x.id, x.post_id as "postId", x.comment_id as "commentId", array(
      select distinct mark[1] from unnest('{pg_catalog.simple,pg_catalog.russian}'::regconfig[]) language,
        regexp_matches(ts_headline(language, access.plain_words(x.text), ${any}, 'HighlightAll=true, StartSel=<, StopSel=>'), '<([^>]*)>', 'g') mark
    ) as found from (
      select w.id, w.post_id, w.comment_id, coalesce(c.text, p.text) as text, place
      from unnest(${sql.param(ids)}::uuid[]) with ordinality asked(id, place) join post_words w on w.id = asked.id
      left join posts p on p.id = w.said_in_post left join comments c on c.id = w.comment_id and c.deleted_at is null
    ) x where access.words_of(x.text) @@ ${all(words)} order by x.place`)
  return rows
}
