import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { hashed } from '#access/sessions.ts'
import { signIns } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import { threads } from '#features/comments/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Address } from '#platform/mail/addresses.ts'
import { newSecret, replyAddress } from '#platform/mail/incoming/reply-address.ts'
import type { Platform } from '#platform/platform.ts'
import { replyAddresses } from './tables.ts'

/** For how many days a letter can be answered. */
const daysToAnswer = 90

/** What a letter is about, and to whom it goes. `audienceId` is of the words it brings, where fewer read them than the thing. */
export interface Answerable {
  threadId: string
  personId: string
  audienceId?: string | undefined
}

/** The address that answers to a letter about a thread go to; null where letters do not come in. Made anew for each letter, as the keeper. */
export async function replyAddressFor(
  tx: Tx,
  { settings }: Pick<Platform, 'settings'>,
  { threadId, personId, audienceId }: Answerable,
): Promise<Address | null> {
  if (!settings.mailIn) return null
  const [found] = await tx
    .select({ audienceId: threads.audienceId, email: signIns.email })
    .from(threads)
    .innerJoin(signIns, eq(signIns.id, personId))
    .innerJoin(people, and(eq(people.id, signIns.id), isNull(people.dismissedAt)))
    .where(eq(threads.id, threadId))
  if (!found) return null
  const secret = newSecret()
  await tx.insert(replyAddresses).values({
    hash: hashed(secret),
    personId,
    email: found.email,
    threadId,
    audienceId: audienceId ?? found.audienceId,
  })
  return replyAddress(settings.mailIn.reply, secret)
}

/** True of reply addresses that letters can still come to. */
export const stillOpen = gt(replyAddresses.madeAt, sql`now() - interval '1 day' * ${daysToAnswer}`)
