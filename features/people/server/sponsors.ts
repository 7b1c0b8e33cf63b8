import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { iAmEmployee } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { sponsorships } from './tables.ts'

/**
 * Writes down who answers for somebody from outside and what they are here for (INV-11). Whoever answers for them already goes on doing so,
 * and what was said before stays said. For the keeper.
 */
export async function sponsor(
  tx: Tx,
  personId: string,
  { sponsorId, purpose = '' }: { sponsorId: string | null; purpose?: string },
): Promise<void> {
  await tx
    .insert(sponsorships)
    .values({ personId, sponsorId, purpose })
    .onConflictDoUpdate({
      target: sponsorships.personId,
      set: {
        sponsorId: sql`coalesce(${sponsorships.sponsorId}, excluded.sponsor_id)`,
        purpose: sql`coalesce(nullif(${sponsorships.purpose}, ''), excluded.purpose)`,
      },
    })
}

/** Nobody answers for whoever works here. For the keeper. */
export async function endSponsorship(tx: Tx, personId: string): Promise<void> {
  await tx.delete(sponsorships).where(eq(sponsorships.personId, personId))
}

/**
 * Who answers for those whom somebody lets in: they themselves if they work here, whoever answers for them if they are from outside; null
 * where there is nobody. For the keeper.
 */
export async function sponsorThrough(tx: Tx, letInBy: string): Promise<string | null> {
  const [person] = await tx
    .select({ id: people.id, kind: people.kind, sponsorId: sponsorships.sponsorId })
    .from(people)
    .leftJoin(sponsorships, eq(sponsorships.personId, people.id))
    .where(and(eq(people.id, letInBy), isNull(people.dismissedAt)))
  return person?.kind === 'employee' ? person.id : (person?.sponsorId ?? null)
}

/** Gives people from outside to somebody else who answers for them. For the keeper. */
export async function passOn(tx: Tx, personIds: string[], sponsorId: string): Promise<void> {
  if (personIds.length === 0) return
  await tx.update(sponsorships).set({ sponsorId, since: new Date() }).where(inArray(sponsorships.personId, personIds))
}

/** Who answers for each of these people, to those who work here: where a group has one voice nobody there is named to those from outside. */
export async function sponsorsOf(tx: Tx, personIds: string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ personId: sponsorships.personId, sponsorId: sponsorships.sponsorId })
    .from(sponsorships)
    .where(and(among(sponsorships.personId, personIds), iAmEmployee))
  return new Map(rows.flatMap(({ personId, sponsorId }) => (sponsorId ? [[personId, sponsorId]] : [])))
}
