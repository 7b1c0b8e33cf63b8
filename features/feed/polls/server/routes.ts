import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { pollsContract } from '../contract.ts'
import { endPoll, getPoll, setVote, voteFor } from './actions.ts'
import { castBallot } from './keeper.ts'
import { listVotes } from './voters.ts'

const polls = implement(pollsContract).$context<RequestContext>().use(signedIn())

export const pollsRoutes = {
  vote: polls.vote.handler(async ({ input, context: { tx, me, platform } }) => {
    const vote = await voteFor(tx, me, input.id, input.options)
    await (vote.anonymous ? castBallot(platform.database, me, vote) : setVote(tx, me, vote))
    return getPoll(tx, input.id)
  }),
  votes: polls.votes.handler(({ input, context: { tx } }) => listVotes(tx, input)),
  endPoll: polls.endPoll.handler(({ input, context: { tx } }) => endPoll(tx, input.id)),
}
