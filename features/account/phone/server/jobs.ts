import { and, eq, isNull } from 'drizzle-orm'
import { personByNumber } from '#access/phones.ts'
import { people } from '#access/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/job.ts'
import { sessionsOf } from '../../server/slots.ts'
import { makeCode } from './codes.ts'
import { messageIn } from './messages.ts'

interface CodeToSend {
  number: string
  /** Who wants to have the number; left out, whoever has it wants to sign in. */
  personId?: string
}

/**
 * Sends a code to whoever asked for one, if there is somebody to get it. It is made only now: no secret waits in the queue, and a sending that
 * fails makes another. For a number that somebody else has nothing is sent.
 */
export const codeMessage: Job<CodeToSend> = {
  name: 'account.code-message',
  atOnce: 3,
  async run({ number, personId }, platform) {
    const purpose = personId ? 'number' : 'signIn'
    const made = await asKeeper(platform.database, async (tx) => {
      const owner = await personByNumber(tx, number)
      const reader = personId ? (owner ? null : personId) : owner
      const here = reader && (await readerOf(tx, reader))
      if (!reader || !here) return null
      const code = await makeCode(tx, sessionsOf(platform), { personId: reader, purpose, number })
      return { code, language: here.language, portal: (await portalFace(tx)).name }
    })
    if (made) await platform.sms.send({ to: number, text: messageIn(made.language, purpose, made) })
  },
}

/** Tells the number before that nobody signs in with it any more. */
export const numberChangedMessage: Job<{ personId: string; before: string }> = {
  name: 'account.number-changed-message',
  async run({ personId, before }, { database, sms }) {
    const text = await asKeeper(database, async (tx) => {
      const here = await readerOf(tx, personId)
      return here && messageIn(here.language, 'changed', { portal: (await portalFace(tx)).name })
    })
    if (text) await sms.send({ to: before, text })
  },
}

async function readerOf(tx: Tx, personId: string) {
  const [here] = await tx
    .select({ language: people.language })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.dismissedAt)))
  return here ?? null
}
