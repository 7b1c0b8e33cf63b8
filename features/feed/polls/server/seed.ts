import { eq } from 'drizzle-orm'
import { asPerson } from '#access/signed-in.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import type { NewPoll } from '../contract.ts'
import { getPoll, setVote, voteFor } from './actions.ts'
import { castBallot } from './keeper.ts'
import { polls } from './tables.ts'

/** A poll of the sample, with who chose which of its options, by their places. */
export interface SeedPoll {
  question: string
  options: string[]
  several?: true
  anonymous?: true
  /** Days from today; negative is in the past. */
  endsInDays?: number
  votes: { by: string; chose: number[] }[]
}

const day = 86_400_000
const endOf = (inDays: number): Date => new Date(Date.now() + inDays * day)

/** The same as it is asked for. One that is over by now is voted in first. */
export const askedIn = (sample: SeedPoll | undefined): NewPoll | undefined =>
  sample && {
    question: sample.question,
    options: sample.options,
    several: sample.several ?? false,
    anonymous: sample.anonymous ?? false,
    ...((sample.endsInDays ?? 0) > 0 ? { endsAt: endOf(sample.endsInDays ?? 0).toISOString() } : {}),
  }

/** Votes as they would who are said to, one after the other; then the poll gets its end. */
export async function seedVotes(
  platform: Platform,
  id: string,
  { votes, endsInDays }: SeedPoll,
  person: (key: string) => string,
): Promise<void> {
  const { database } = platform
  for (const { by, chose } of votes) {
    const me = { id: person(by) }
    const vote = await asPerson(database, me.id, async (tx) => {
      const { options } = await getPoll(tx, id)
      const chosen = options.flatMap((option, place) => (chose.includes(place) ? [option.id] : []))
      const asked = await voteFor(tx, me, id, chosen)
      if (!asked.anonymous) await setVote(tx, me, asked)
      return asked
    })
    if (vote.anonymous) await castBallot(database, me, vote)
  }
  if (endsInDays === undefined || endsInDays > 0) return
  const endsAt = endOf(endsInDays)
  await asKeeper(database, (tx) => tx.update(polls).set({ endsAt }).where(eq(polls.postId, id)))
}
