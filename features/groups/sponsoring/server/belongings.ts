import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { sponsorChanged } from '#features/people/events.ts'
import { passOn, type Belongings, type Kept, type Leaving } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { ownerAmong } from '../../server/queries.ts'

/** Whom somebody answered for, and who does since. */
interface PassedOn {
  personIds: string[]
  to: string
}

/** What a sponsor leaves behind: their manager answers for those people, else the heir, else the owner of a group where they are (INV-11). */
export const sponsorsBelongings: Belongings = {
  of: 'sponsors',
  async count(tx, personId) {
    const [here] = await tx
      .select({ n: count() })
      .from(sponsorships)
      .innerJoin(people, and(eq(people.id, sponsorships.personId), isNull(people.dismissedAt)))
      .where(eq(sponsorships.sponsorId, personId))
    return { externals: here?.n ?? 0 }
  },
  async handOver(tx, leaving) {
    await inherit(tx, leaving)
  },
  async takeOut(tx, moving) {
    return moving.to === 'external' ? asKept(await inherit(tx, moving)) : []
  },
  bringIn: (_tx, _moving, taken) => Promise.resolve({ kept: taken, handed: {} }),
  async giveBack(tx, { personId }, _taken, kept) {
    for (const { personIds, to } of asPassedOn(kept)) {
      // What others decided since stays.
      const still = await tx
        .select({ id: sponsorships.personId })
        .from(sponsorships)
        .where(and(inArray(sponsorships.personId, personIds), eq(sponsorships.sponsorId, to)))
      await passOn(
        tx,
        still.map(({ id }) => id),
        personId,
      )
    }
  },
}

async function inherit(tx: Tx, leaving: Leaving): Promise<PassedOn[]> {
  const { personId, managerId, heirId, ownerId, byId } = leaving
  const theirs = await tx
    .select({ id: sponsorships.personId })
    .from(sponsorships)
    .where(eq(sponsorships.sponsorId, personId))
  const heirs = new Map<string, string[]>()
  for (const { id } of theirs) {
    const to = managerId ?? heirId ?? (await ownerAmong(tx, id, personId)) ?? ownerId
    heirs.set(to, [...(heirs.get(to) ?? []), id])
  }
  const passed = [...heirs].map(([to, personIds]) => ({ to, personIds }))
  for (const { to, personIds } of passed) {
    await passOn(tx, personIds, to)
    if (to === byId) continue
    await tell(tx, sponsorChanged, { about: { id: to, ...(await ownPlaceOf(tx, to)) }, data: { personIds }, by: byId })
  }
  return passed
}

const asKept = (rows: PassedOn[]): Kept[] => rows.map((row) => ({ ...row }))
const asPassedOn = (rows: Kept[]): PassedOn[] => rows as unknown as PassedOn[]
