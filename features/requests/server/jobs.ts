import { ORPCError } from '@orpc/server'
import { eq } from 'drizzle-orm'
import { readerOf, write } from '#access/reaching.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { getGroup } from '#features/groups/server/door.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import { answerLetterOf, requestLetterOf } from './letter.ts'
import { getRequest } from './queries.ts'
import { requests } from './tables.ts'

/** Tells somebody who may decide that there is a request, if it still waits and they still may. */
export const requestLetter: Job<{ requestId: string; personId: string }> = {
  name: 'requests.letter',
  atOnce: lettersAtOnce,
  async run({ requestId, personId }, platform) {
    const { database, settings } = platform
    const reader = await asKeeper(database, (tx) => readerOf(tx, personId))
    if (!reader || reader.dismissedAt) return
    const me: Me = { id: personId, kind: reader.kind, language: reader.language, administrator: false, sessionId: null }
    // Everything in the letter is read as its reader: what they may not see cannot be in it.
    const seen = await asPerson(database, personId, async (tx) => {
      const request = await getRequest(tx, me, requestId)
      return { request, group: await getGroup(tx, request.groupId), portal: await portalFace(tx) }
    }).catch(hiddenByNow)
    if (!seen?.request.decides) return
    const url = new URL(`/groups/${seen.group.id}/members`, settings.url).href
    await write(platform, reader, requestLetterOf({ ...seen, reader, url }))
  },
}

/** Tells whoever asked what came of it. Of the group nothing but the name that they were told is said to whom it was declined. */
export const answerLetter: Job<{ requestId: string }> = {
  name: 'requests.answer-letter',
  async run({ requestId }, platform) {
    const { database, settings } = platform
    const [request] = await asKeeper(database, (tx) => tx.select().from(requests).where(eq(requests.id, requestId)))
    if (request?.state !== 'approved' && request?.state !== 'declined') return
    const [reader, portal] = await asKeeper(
      database,
      async (tx) => [await readerOf(tx, request.personId), await portalFace(tx)] as const,
    )
    if (!reader) return
    const about = { reader, portal, closed: reader.dismissedAt !== null }
    if (request.state === 'declined') {
      await write(platform, reader, answerLetterOf({ ...about, groupName: request.groupName }))
      return
    }
    const group = about.closed
      ? null
      : await asPerson(database, request.personId, (tx) => getGroup(tx, request.groupId)).catch(hiddenByNow)
    if (!group?.mine) return
    const url = new URL(`/groups/${group.id}`, settings.url).href
    await write(platform, reader, answerLetterOf({ ...about, groupName: group.name, url }))
  },
}

function hiddenByNow(error: unknown): null {
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') return null
  throw error
}
