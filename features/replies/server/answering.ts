import { ORPCError } from '@orpc/server'
import { and, eq, isNull } from 'drizzle-orm'
import { found, notFound } from '#access/errors.ts'
import { asPerson } from '#access/signed-in.ts'
import { waitsInLobby } from '#access/spaces.ts'
import { audiences } from '#access/tables.ts'
import { personOf } from '#access/who.ts'
import { addComment } from '#features/comments/server/door.ts'
import { comments, threads } from '#features/comments/server/tables.ts'
import { laneNames, type Addressed } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AttachedFile } from '#platform/mail/incoming/parse.ts'
import type { Platform } from '#platform/platform.ts'
import { takeBack, takeOver, withLeft } from './attaching.ts'
import { lettersIn, type Refusal, type replyAddresses } from './tables.ts'

interface Answering {
  letterId: string
  address: typeof replyAddresses.$inferSelect
  text: string
  files: AttachedFile[]
}

/**
 * Comments as whoever wrote the letter, under all rules that hold for them, and notes in the same transaction that this letter was taken:
 * broken off and done again it is one comment. Answers why not, where the rules say no.
 */
export async function answer(
  platform: Platform,
  { letterId, address, text, files }: Answering,
): Promise<Refusal | null> {
  const me = await personOf(platform, address.personId, null)
  if (!me) return 'ended'
  if (me.lacksSecondFactor) return 'secondFactor'
  const brought: string[] = []
  try {
    await asPerson(platform.database, me.id, async (tx) => {
      const taken = await tx
        .update(lettersIn)
        .set({ takenAt: new Date() })
        .where(and(eq(lettersIn.id, letterId), isNull(lettersIn.takenAt)))
        .returning({ id: lettersIn.id })
      if (taken.length === 0) return
      // Whoever waits in the lobby meets nothing that they could answer.
      if (me.kind === 'external' && (await waitsInLobby(tx))) throw notFound()
      const to = await addressedAs(tx, address)
      const { attachmentIds, left } = await takeOver(tx, platform, me, files)
      brought.push(...attachmentIds)
      // A letter is asked nothing: what of it does not reach everybody stays as it is written.
      const said = { text: withLeft(text, left, me), attachmentIds, unread: true }
      const { id } = await addComment(tx, me, address.threadId, { ...said, ...to })
      await mustBeNoWider(tx, id, address.audienceId)
    })
    return null
  } catch (error) {
    await takeBack(platform, brought)
    if (error instanceof ORPCError && error.status < 500) return 'noRight'
    throw error
  }
}

/** For whom an answer is: those for whom the words were that the letter brought. */
async function addressedAs(tx: Tx, { threadId, audienceId }: Answering['address']): Promise<Addressed> {
  const [thread] = await tx.select({ audienceId: threads.audienceId }).from(threads).where(eq(threads.id, threadId))
  if (found(thread).audienceId === audienceId) return {}
  const kind = await kindOf(tx, audienceId)
  if (kind === 'team') return { audience: 'team' }
  // Those who are kept apart know of no lanes: what they say goes to theirs by itself.
  return kind === 'lane' && (await laneNames(tx, [audienceId])).has(audienceId) ? { laneId: audienceId } : {}
}

/** What was said to the team or in one lane is not answered to more, however the group has changed meanwhile (GRP-7, GRP-8). */
async function mustBeNoWider(tx: Tx, commentId: string, audienceId: string): Promise<void> {
  const kind = await kindOf(tx, audienceId)
  if (kind !== 'team' && kind !== 'lane') return
  const [comment] = await tx
    .select({ audienceId: comments.audienceId })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (found(comment).audienceId !== audienceId) throw notFound()
}

/** Whoever does not sit in an audience any more answers nothing in it. */
async function kindOf(tx: Tx, audienceId: string) {
  const [audience] = await tx.select({ kind: audiences.kind }).from(audiences).where(eq(audiences.id, audienceId))
  return found(audience).kind
}
