import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { found, invalid, refused } from '#access/errors.ts'
import { newToken } from '#access/sessions.ts'
import { tokens } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { accountContract, MeAnswer, TokenAnswer } from '../contract.ts'
import { listTokens, readMe } from './queries.ts'

type Changing = z.output<(typeof accountContract.change)['~orpc']['inputSchema'] & z.ZodType>

const mostTokens = 50

/** Changes what one says of oneself. */
export async function changeMe(tx: Tx, me: Me, input: Changing): Promise<MeAnswer> {
  const { phone, mobile, showReachesToExternals: shown, ...profile } = input
  if (profile.timeZone !== undefined && !isTimeZone(profile.timeZone))
    throw invalid('timeZone', 'Invalid time zone: name one as Europe/Warsaw.')
  if (says(profile)) await tx.update(people).set(profile).where(eq(people.id, me.id))
  const reach = { phone, mobile, shownToExternalsAt: shown === undefined ? undefined : shown ? new Date() : null }
  if (says(reach)) await tx.update(reaches).set(reach).where(eq(reaches.personId, me.id))
  return readMe(tx, me)
}

const says = (changes: object): boolean => Object.values(changes).some((value) => value !== undefined)

/** Whether a time zone of this name is known. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Makes an access token. What is shown now is kept only as a hash. */
export async function makeToken(tx: Tx, me: Me, name: string): Promise<TokenAnswer & { token: string }> {
  const present = await listTokens(tx, me)
  if (present.length >= mostTokens)
    throw refused(
      'TOO_MANY_TOKENS',
      `A person has at most ${mostTokens} access tokens. End one that is not used any more.`,
    )
  const { shown, hash } = newToken()
  const [row] = await tx.insert(tokens).values({ personId: me.id, name, hash }).returning()
  const { id, createdAt, lastUsedAt } = found(row)
  return { id, name, createdAt, lastUsedAt, token: shown }
}

/** Ends one of one's access tokens. */
export async function endToken(tx: Tx, me: Me, id: string): Promise<void> {
  const [row] = await tx
    .delete(tokens)
    .where(and(eq(tokens.id, id), eq(tokens.personId, me.id)))
    .returning({ id: tokens.id })
  found(row)
}
