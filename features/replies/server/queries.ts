import { and, desc, isNotNull, lt } from 'drizzle-orm'
import { invalid } from '#access/errors.ts'
import { id as isId } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Settings } from '#platform/settings.ts'
import { lettersIn } from './tables.ts'

/** Letters that became no comment, the last first. */
export async function listRefused(
  tx: Tx,
  { mailIn }: Settings,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  if (after !== undefined && !isId.safeParse(after).success)
    throw invalid('after', 'This is not where a page of this list ended.')
  const rows = await tx
    .select()
    .from(lettersIn)
    .where(and(isNotNull(lettersIn.refusal), after ? lt(lettersIn.id, after) : undefined))
    .orderBy(desc(lettersIn.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ id, arrivedAt, writer, envelopeFrom, refusal }) => ({
    id,
    at: arrivedAt,
    from: writer || envelopeFrom || '',
    why: refusal ?? 'failed',
  }))
  return {
    items,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    comesTo: mailIn ? `${mailIn.reply.local}+…@${mailIn.reply.domain}` : null,
  }
}
