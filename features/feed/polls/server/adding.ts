import { sql } from 'drizzle-orm'
import { invalid } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { NewPoll } from '../contract.ts'
import { pollOptions, polls } from './tables.ts'

/** What a post with a poll says where its writer wrote nothing else, so that search, notices and letters have words. */
export const wordsOf = (poll: NewPoll | undefined): string | undefined => poll?.question

/** Puts a poll below a post that was just made, as whoever wrote it. One brought in from the past may be over already. */
export async function addPoll(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id: postId, spaceId, audienceId }: Placed & { id: string },
  asked: NewPoll | undefined,
  fromPast = false,
): Promise<void> {
  if (!asked) return
  const { question, options, several = false, anonymous = false, endsAt } = asked
  if (new Set(options.map((option) => option.toLowerCase())).size < options.length)
    throw invalid('poll', 'Two options of the poll are the same. Change one of them.')
  if (endsAt && !fromPast && !(await isAhead(tx, endsAt)))
    throw invalid('poll', 'The poll would be over before anybody could vote. Choose a later time.')
  const place = { postId, spaceId, audienceId }
  await tx.insert(polls).values({
    ...place,
    authorId: me.id,
    question,
    several,
    anonymous,
    endsAt: endsAt ? new Date(endsAt) : null,
  })
  await tx.insert(pollOptions).values(options.map((text, position) => ({ ...place, position, text })))
}

async function isAhead(tx: Tx, moment: string): Promise<boolean> {
  const { rows } = await tx.execute<{ ahead: boolean }>(sql`select ${moment}::timestamptz > now() as ahead`)
  return rows[0]?.ahead ?? false
}
