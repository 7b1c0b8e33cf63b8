import { and, eq, isNull } from 'drizzle-orm'
import { listShelves } from '#access/shelves.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { filesFact } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { label, say, type Language } from '#ui/words/catalogue.ts'
import { uiWords } from '#ui/words.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { shownText } from './mentions.ts'
import { commentsBelow } from './queries.ts'
import { comments } from './tables.ts'

/** Everything that is said below the things of a page, the first words first. */
export async function entriesBelow(
  tx: Tx,
  things: { id: string; comments: number }[],
  language: Language,
): Promise<(id: string) => Entry[]> {
  const said = await commentsBelow(
    tx,
    things.flatMap(({ id, comments: count }) => (count > 0 ? [id] : [])),
  )
  return (id) => (said.get(id) ?? []).map((comment) => entryOf(comment, language))
}

const entryOf = (comment: Comment, language: Language): Entry => ({
  at: comment.createdAt,
  author: comment.author,
  text: comment.text,
  marks: comment.apart ? marksOf(comment.apart, language) : [],
  facts: filesFact(comment.attachments, language),
  data: comment,
})

/** For whom among those who read a group something is, as screens mark it. */
export function marksOf(
  { audience, lane }: { audience: string; lane: { name: string } | null },
  language: Language,
): string[] {
  const words = say(uiWords, language)
  if (lane) return [words.lane.mark({ name: lane.name })]
  return audience === 'team' ? [words.teamOnly.mark] : []
}

const mine = (reading: Reading) =>
  and(eq(comments.authorId, reading.me.id), isNull(comments.deletedAt), inPeriod(comments.createdAt, reading))

/** What somebody wrote below other things, as far as they still read it. */
export const ownComments: Part = {
  name: 'comments',
  title: label(commentsWords, (words) => words.title),
  count: (tx, reading) => tx.$count(comments, mine(reading)),
  async page(tx, reading, after) {
    const where = mine(reading)
    const rows = await listShelves(tx, comments, {
      limit: limit + 1,
      ...(where ? { where } : {}),
      ...(after ? { after } : {}),
    })
    const author = (await namedPeople(tx, [reading.me.id])).get(reading.me.id) ?? null
    const items = rows.slice(0, limit).map(({ id, threadId, text: kept, createdAt }) => {
      // Names of others belong to the place where they were said.
      const { text } = shownText(kept, () => null)
      return { at: createdAt, author, text, data: { id, threadId, text, createdAt } }
    })
    return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
  },
}
