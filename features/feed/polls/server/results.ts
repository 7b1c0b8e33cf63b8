import { asc, count, countDistinct, sql } from 'drizzle-orm'
import { me, seated } from '#access/rules.ts'
import { toolOpen } from '#access/tools.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Poll } from '../contract.ts'
import { pollOptions, polls, pollTurnouts, pollVotes } from './tables.ts'

/** Fewer votes without names than these are shown to nobody: whoever knows one of them would know the others. */
const leastBallots = 3

/** The polls of some posts, as the person asking reads them: whatever is counted is counted under their rules. Posts without one are missing. */
export async function pollsOf(tx: Tx, postIds: string[]): Promise<Map<string, Poll>> {
  const rows = await tx
    .select({
      postId: polls.postId,
      question: polls.question,
      several: polls.several,
      anonymous: polls.anonymous,
      endsAt: polls.endsAt,
      ended: sql<boolean>`not ${open}`,
      mayVote: sql<boolean>`${open} and ${mayWrite}`,
      mayEnd: sql<boolean>`${open} and ${mayEnd}`,
    })
    .from(polls)
    .where(among(polls.postId, postIds))
  if (rows.length === 0) return new Map()
  const asked = rows.map(({ postId }) => postId)
  const options = await tx
    .select()
    .from(pollOptions)
    .where(among(pollOptions.postId, asked))
    .orderBy(asc(pollOptions.postId), asc(pollOptions.position))
  const tallies = new Map([...(await named(tx, idsOf(rows, false))), ...(await unnamed(tx, idsOf(rows, true)))])
  return new Map(
    rows.map(({ postId, mayVote, mayEnd: end, ...poll }) => {
      const { voters = 0, voted = false, votes, mine } = tallies.get(postId) ?? {}
      const hidden = poll.anonymous && voters < leastBallots
      const own = options.filter((option) => option.postId === postId)
      return [
        postId,
        {
          ...poll,
          options: own.map(({ id, text, position }) => ({
            id,
            text,
            votes: hidden ? null : (votes?.(id, position) ?? 0),
            mine: mine?.(id) ?? false,
          })),
          voters,
          voted,
          may: { vote: mayVote && !(poll.anonymous && voted), end },
        },
      ]
    }),
  )
}

/** What was voted in one poll. */
interface Tally {
  voters: number
  voted: boolean
  votes: (optionId: string, position: number) => number
  mine?: (optionId: string) => boolean
}

const open = sql`(${polls.endsAt} is null or ${polls.endsAt} > now())`
/** Where the poll stands, or where whoever asks speaks in that group. */
const mayWrite = sql`case when ${seated(polls, 'comment')} then true else exists (
  select 1 from members m where m.space_id = ${polls.spaceId} and m.person_id = ${me}
    and ${seated({ spaceId: sql`m.space_id`, audienceId: sql`m.audience_id` }, 'comment')}) end`
const mayEnd = sql`case when ${polls.authorId} = ${me} then ${seated(polls, 'edit')} else ${seated(polls, 'manage')} end and ${toolOpen(polls, 'feed', 'change')}`

const idsOf = (rows: { postId: string; anonymous: boolean }[], anonymous: boolean): string[] =>
  rows.flatMap((row) => (row.anonymous === anonymous ? [row.postId] : []))

async function named(tx: Tx, postIds: string[]): Promise<[string, Tally][]> {
  if (postIds.length === 0) return []
  const rows = await tx
    .select({
      postId: pollVotes.postId,
      optionId: pollVotes.optionId,
      votes: count(),
      mine: sql<boolean>`bool_or(${pollVotes.authorId} = ${me})`,
    })
    .from(pollVotes)
    .where(among(pollVotes.postId, postIds))
    .groupBy(pollVotes.postId, pollVotes.optionId)
  const people = await tx
    .select({ postId: pollVotes.postId, voters: countDistinct(pollVotes.authorId) })
    .from(pollVotes)
    .where(among(pollVotes.postId, postIds))
    .groupBy(pollVotes.postId)
  const byOption = new Map(rows.map((row) => [row.optionId, row]))
  return people.map(({ postId, voters }) => [
    postId,
    {
      voters,
      voted: rows.some((row) => row.postId === postId && row.mine),
      votes: (optionId) => byOption.get(optionId)?.votes ?? 0,
      mine: (optionId) => byOption.get(optionId)?.mine ?? false,
    },
  ])
}

async function unnamed(tx: Tx, postIds: string[]): Promise<[string, Tally][]> {
  if (postIds.length === 0) return []
  // First how many voted, then how many chose each option.
  const { rows } = await tx.execute<{ postId: string; sums: number[] }>(sql`
    select s.post_id as "postId", array_agg(s.votes order by s.n) as sums from (
      select b.post_id, u.n, sum(u.votes)::int as votes
      from poll_boxes b, unnest(b.ballots || b.counts) with ordinality u(votes, n)
      where ${among(sql`b.post_id`, postIds)} group by b.post_id, u.n
    ) s group by s.post_id`)
  const mine = await tx
    .select({ postId: pollTurnouts.postId })
    .from(pollTurnouts)
    .where(among(pollTurnouts.postId, postIds))
  const voted = new Set(mine.map(({ postId }) => postId))
  const boxes = new Map(rows.map(({ postId, sums }) => [postId, sums]))
  return postIds.map((postId) => {
    const [voters = 0, ...votes] = boxes.get(postId) ?? []
    return [postId, { voters, voted: voted.has(postId), votes: (_, position) => votes[position] ?? 0 }]
  })
}
