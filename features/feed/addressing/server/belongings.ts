import { and, eq, sql } from 'drizzle-orm'
import { levelName } from '#access/levels.ts'
import { giveSeat } from '#access/spaces.ts'
import { seats, spaces } from '#access/tables.ts'
import type { Belongings } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { retire } from './keeper.ts'
import { addressings } from './tables.ts'

interface Took {
  audienceId: string
  level: number
}

/**
 * What was said to somebody by name as a colleague. Who is made external keeps of it what was said between people whom they still meet, and nothing that
 * a department or a group was told as well; what circles give goes with the circles (PPL-8).
 */
export const addressingBelongings: Belongings = {
  of: 'feed',
  async bringIn(tx, { personId, to }) {
    if (to === 'employee') return { kept: [], handed: {} }
    const took: Took[] = []
    for (const seat of await seatsOf(tx, personId)) {
      if (await meetsAll(tx, personId, seat.audienceId)) continue
      await tx.delete(seats).where(eq(seats.id, seat.id))
      // Whoever writes to the same people again does so as they are now.
      await retire(tx, sql`${addressings.audienceId} = ${seat.audienceId}`)
      took.push({ audienceId: seat.audienceId, level: seat.level })
    }
    return { kept: took.map((row) => ({ ...row })), handed: {} }
  },
  async giveBack(tx, { personId }, _taken, kept) {
    for (const { audienceId, level } of kept as unknown as Took[]) {
      const [place] = await tx.select().from(addressings).where(eq(addressings.audienceId, audienceId))
      if (place)
        await giveSeat(tx, {
          spaceId: place.spaceId,
          audienceId,
          personId,
          level: levelName(level),
          because: 'addressed',
        })
    }
  },
}

async function seatsOf(tx: Tx, personId: string) {
  const held = await tx
    .select({ id: seats.id, audienceId: seats.audienceId, level: seats.level })
    .from(seats)
    .innerJoin(spaces, and(eq(spaces.id, seats.spaceId), eq(spaces.kind, 'portal')))
    .where(eq(seats.personId, personId))
  return held.flatMap(({ audienceId, ...seat }) => (audienceId ? [{ ...seat, audienceId }] : []))
}

/** Whether an external meets everybody else who sits there, each by name. */
async function meetsAll(tx: Tx, externalId: string, audienceId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ met: boolean }>(sql`
    select not exists (
      select from seats s where s.audience_id = ${audienceId} and s.person_id is distinct from ${externalId} and (s.person_id is null or not exists (
        select from appearances a, access.readers_among(a.audience_id, array[${externalId}]::uuid[], null) where a.person_id = s.person_id))
    ) as met`)
  return rows[0]?.met ?? false
}
