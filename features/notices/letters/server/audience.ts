import { sql } from 'drizzle-orm'
import { seated } from '#access/rules.ts'
import { audiences } from '#access/tables.ts'
import { laneNames } from '#features/groups/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { LetterMark } from '#platform/mail/letter-things.ts'
import type { Spoken } from '#ui/words/catalogue.ts'
import type { Looked, Where } from '../../server/looking.ts'
import type { en } from '../words/en.ts'

/** Who reads something, as far as the reader of a letter may know: those from outside learn of neither team nor lanes. */
export type Reads = { who: 'everyone' } | { who: 'team' } | { who: 'lane'; name: string }

/** Who reads each of some audiences. */
export async function readsOf(tx: Tx, audienceIds: string[]): Promise<(audienceId: string) => Reads> {
  const ids = [...new Set(audienceIds)]
  const kinds = await tx
    .select({ id: audiences.id, kind: audiences.kind })
    .from(audiences)
    .where(among(audiences.id, ids))
  const lanes = await laneNames(tx, ids)
  const teams = new Set(kinds.flatMap(({ id, kind }) => (kind === 'team' ? [id] : [])))
  return (id) => {
    const lane = lanes.get(id)
    return lane ? { who: 'lane', name: lane.name } : { who: teams.has(id) ? 'team' : 'everyone' }
  }
}

/** What a letter says of who reads it; to people from outside, and where only colleagues are, nothing. */
export function markOf(
  reads: Reads,
  { group, employee, words }: { group: Where | undefined; employee: boolean; words: Spoken<typeof en> },
): LetterMark | undefined {
  if (!employee || !group?.external) return undefined
  if (reads.who === 'team') return { text: words.reads.team, tone: 'team' }
  const text = reads.who === 'lane' ? words.reads.lane({ name: reads.name }) : words.reads.outside
  return { text, tone: 'outside' }
}

/**
 * The audience in which a letter about these notices of one thing is answered: that of the words that the fewest read, so that an answer is never
 * read by more than what it answers (GRP-8). Null where there is no such one, or where the reader may not comment.
 */
export async function answeredIn(
  tx: Tx,
  looked: Looked[],
  reads: (audienceId: string) => Reads,
): Promise<string | null> {
  const [{ thing } = { thing: null }] = looked
  if (!thing) return null
  const narrower = [...new Set(looked.map(({ row }) => row.audienceId))].filter((id) => id !== thing.audienceId)
  const team = narrower.find((id) => reads(id).who === 'team')
  const audienceId = narrower.length > 1 ? (team ?? null) : (narrower[0] ?? thing.audienceId)
  if (audienceId === null) return null
  const place = { spaceId: sql`${thing.spaceId}::uuid`, audienceId: sql`${audienceId}::uuid` }
  const { rows } = await tx.execute<{ may: boolean }>(sql`select ${seated(place, 'comment')} as may`)
  return rows[0]?.may ? audienceId : null
}
