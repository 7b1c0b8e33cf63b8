import { sql } from 'drizzle-orm'
import { me } from '#access/rules.ts'
import type { Entry, Part, Reading } from '#features/exports/server/door.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { label, say } from '#ui/words/catalogue.ts'
import type { Post } from '../../contract.ts'
import { pollsWords } from '../words.ts'
import { pollVotes } from './tables.ts'

/** What an archive says of a poll: how it was answered. */
type PollFacts = (post: Pick<Post, 'poll'>) => Pick<Entry, 'facts'>

/** The polls of a page of posts as an archive says them: in the record of a group with the names of those who voted by name. */
export async function factsOfPolls(tx: Tx, posts: Post[], { group, me: reader, former }: Reading): Promise<PollFacts> {
  const words = say(pollsWords, reader.language)
  const asked = group ? posts.flatMap(({ id, poll }) => (poll && !poll.anonymous ? [id] : [])) : []
  const chose = new Map<string, string[]>()
  if (group && asked.length > 0) {
    const rows = await tx
      .select({ optionId: pollVotes.optionId, authorId: pollVotes.authorId })
      .from(pollVotes)
      .where(among(pollVotes.postId, asked))
      .orderBy(pollVotes.id)
    const room = await roomIn(tx, group.spaceId)
    const named = await namesIn(
      tx,
      [room],
      rows.map(({ authorId }) => authorId),
    )
    for (const { optionId, authorId } of rows)
      chose.set(optionId, [...(chose.get(optionId) ?? []), named(authorId, room)?.name ?? former])
  }
  return ({ poll }) => {
    if (!poll) return {}
    const hidden = poll.ended ? words.fewAtEnd : words.few
    const answers = poll.options.map(({ id, text, votes, mine }): [string, string] => {
      const names = chose.get(id) ?? (mine ? [words.yours] : [])
      return [
        text,
        votes === null ? hidden : [words.votes(votes), ...(names.length > 0 ? [names.join(', ')] : [])].join(': '),
      ]
    })
    return {
      facts: [
        [words.poll, poll.question],
        ...answers,
        ...(poll.endsAt ? [[poll.ended ? words.ended : words.ends, poll.endsAt] satisfies [string, Date]] : []),
      ],
    }
  }
}

/** So many votes to a page: they are short. */
const inPage = 500

/** Votes by name, and polls without names in which somebody took part, of which no more is known. Those whose polls they still read. */
const mine = sql`
  select v.id as key, p.post_id as "postId", p.question, o.text as answer, v.created_at as at
  from poll_votes v join polls p on p.post_id = v.post_id join poll_options o on o.id = v.option_id where v.person_id = ${me}
  union all
  select t.post_id, p.post_id, p.question, null, null from poll_turnouts t join polls p on p.post_id = t.post_id where t.person_id = ${me}`

/** What somebody voted. */
export const ownVotes: Part = {
  name: 'votes',
  title: label(pollsWords, (words) => words.ownVotes),
  async count(tx) {
    const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${mine}) x`)
    return rows[0]?.n ?? 0
  },
  async page(tx, { me: reader }, after) {
    const words = say(pollsWords, reader.language)
    const { rows } = await tx.execute<{
      key: string
      postId: string
      question: string
      answer: string | null
      at: string | null
    }>(
      sql`select * from (${mine}) x where ${after ? sql`x.key < ${after}` : sql`true`} order by x.key desc limit ${inPage + 1}`,
    )
    const items = rows.slice(0, inPage).map(({ postId, question, answer, at }) => ({
      at: at === null ? null : new Date(at),
      title: question,
      text: answer ?? words.hasVoted,
      data: { postId, question, answer, votedAt: at },
    }))
    return { items, next: rows.length > inPage ? (rows[inPage - 1]?.key ?? null) : null }
  },
}
