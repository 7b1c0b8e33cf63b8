import { and, eq, sql } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { placeBelow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { pollEnded, voted } from '../../events.ts'
import { postRow } from '../../server/queries.ts'
import type { Poll } from '../contract.ts'
import { pollsOf } from './results.ts'
import { polls, pollVotes } from './tables.ts'

type Voter = Pick<Me, 'id'>

/** A vote as it may be cast: where it stands, and for what. */
export interface Vote extends Placed {
  id: string
  several: boolean
  anonymous: boolean
  options: string[]
}

/** A poll as the person asking reads it. */
export async function getPoll(tx: Tx, id: string): Promise<Poll> {
  await postRow(tx, id)
  return found((await pollsOf(tx, [id])).get(id))
}

/** What somebody wants to vote, held to the poll: as long as it goes on, by whoever may write there, for options of it, and no more than it takes. */
export async function voteFor(tx: Tx, me: Voter, id: string, options: string[]): Promise<Vote> {
  const post = await postRow(tx, id)
  const poll = await getPoll(tx, id)
  if (poll.ended) throw refused('POLL_ENDED', 'This poll has ended. Nobody votes in it any more.')
  const { spaceId, audienceId } = await placeBelow(tx, me, post)
  const { several, anonymous } = poll
  if (anonymous && poll.voted)
    throw refused('VOTE_IS_FINAL', 'You have voted. Nobody can find an anonymous vote again, so it stays as it is.')
  const known = new Set(poll.options.map((option) => option.id))
  const chosen = [...new Set(options)]
  if (chosen.some((option) => !known.has(option))) throw invalid('options', 'Choose among the options of this poll.')
  if (!several && chosen.length > 1) throw invalid('options', 'This poll takes one answer. Choose one.')
  if (anonymous && chosen.length === 0) throw invalid('options', 'Choose an answer first.')
  return { id, spaceId, audienceId, several, anonymous, options: chosen }
}

/** Votes by name, in place of what one voted before. */
export async function setVote(tx: Tx, me: Voter, { id, options, several, ...place }: Vote): Promise<void> {
  // What one person does in two windows is done one after the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`poll ${id} ${me.id}`}, 0))`)
  const { spaceId, audienceId } = place
  const mine = and(eq(pollVotes.postId, id), eq(pollVotes.authorId, me.id))
  const other = sql`${pollVotes.optionId} <> all (${sql.param(options)}::uuid[])`
  const taken = await tx.delete(pollVotes).where(and(mine, other)).returning({ id: pollVotes.id })
  const rows = options.map((optionId) => ({ postId: id, spaceId, audienceId, optionId, authorId: me.id, several }))
  const given =
    rows.length > 0 ? await tx.insert(pollVotes).values(rows).onConflictDoNothing().returning({ id: pollVotes.id }) : []
  // Counted once, whatever one sees of it: what somebody voted with the company that they were with before stays there.
  if ((await tx.$count(pollVotes, mine)) < options.length)
    throw refused('VOTED_BEFORE', 'You voted here for the company that you were with before. That vote stays.')
  if (taken.length + given.length > 0) await tell(tx, voted, { about: { id, spaceId, audienceId }, data: {} })
}

/** Ends a poll before its time. Ending one that is over is fine. */
export async function endPoll(tx: Tx, id: string): Promise<Poll> {
  const { spaceId, audienceId } = await postRow(tx, id)
  const poll = await getPoll(tx, id)
  if (poll.ended) return poll
  const ended = await tx
    .update(polls)
    .set({ endsAt: sql`now()` })
    .where(eq(polls.postId, id))
    .returning({ id: polls.postId })
  if (ended.length === 0)
    throw refused('NOT_YOURS_TO_END', 'Only whoever asked, and whoever manages the group, ends a poll.')
  await tell(tx, pollEnded, { about: { id, spaceId, audienceId }, data: {} })
  return getPoll(tx, id)
}
