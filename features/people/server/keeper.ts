import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { proofs, signIns } from '#access/sign-in-tables.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import type { Me } from '#access/signed-in.ts'
import { circleMembers, circles, people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { endSessions } from '#features/account/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { personDismissed, personRehired } from '../events.ts'

const isAdministrators = sql`${circles.spaceId} is null and ${circles.name} = 'system-administrators'`

/**
 * Ends every session, token and pending sign-in letter of a person at once (PPL-10). What they made and where they belong stays,
 * so that re-hiring brings everything back; the rules answer nobody who is dismissed.
 */
export async function dismissPerson(database: Database, me: Me, id: string): Promise<void> {
  await asKeeper(database, async (tx) => {
    // Two administrators who dismiss each other come one after the other: the second is no administrator any more.
    const [circle] = await tx.select({ id: circles.id }).from(circles).where(isAdministrators).for('update')
    const [person] = await tx.select().from(people).where(eq(people.id, id)).for('update')
    const { dismissedAt } = found(person)
    if (circle && !(await administratorsBeside(tx, circle.id, id)))
      throw refused(
        'LAST_ADMINISTRATOR_STAYS',
        'This is the last System administrator. Make somebody else one before dismissing them.',
      )
    if (id === me.id)
      throw refused('NOBODY_DISMISSES_THEMSELVES', 'Nobody can dismiss themselves. Ask another System administrator.')
    if (dismissedAt) return
    await tx.update(people).set({ dismissedAt: new Date() }).where(eq(people.id, id))
    await endSessions(tx, id)
    await endProofs(tx, id)
    await tell(tx, personDismissed, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: {}, by: me.id })
  })
}

/** Lets a dismissed person in again, with the same groups and the same password. */
export async function rehirePerson(database: Database, me: Me, id: string): Promise<void> {
  await asKeeper(database, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, id)).for('update')
    if (!found(person).dismissedAt) return
    await tx.update(people).set({ dismissedAt: null }).where(eq(people.id, id))
    await tell(tx, personRehired, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: {}, by: me.id })
  })
}

interface Standing {
  lastSeenAt: Date | null
  administrator: boolean
}

/** What no rule shows of people, for administrators: when they were last here, and who else administers. */
export function standingOf(database: Database, ids: string[]): Promise<Map<string, Standing>> {
  return asKeeper(database, async (tx) => {
    if (ids.length === 0) return new Map<string, Standing>()
    const seen = await tx
      .select({ id: signIns.id, lastSeenAt: signIns.lastSeenAt })
      .from(signIns)
      .where(inArray(signIns.id, ids))
    const among = await tx
      .select({ id: circleMembers.personId })
      .from(circleMembers)
      .innerJoin(circles, eq(circles.id, circleMembers.circleId))
      .where(and(isAdministrators, inArray(circleMembers.personId, ids)))
    const administrators = new Set(among.map((row) => row.id))
    return new Map(seen.map(({ id, lastSeenAt }) => [id, { lastSeenAt, administrator: administrators.has(id) }]))
  })
}

async function administratorsBeside(tx: Tx, circleId: string, id: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: people.id })
    .from(circleMembers)
    .innerJoin(people, eq(people.id, circleMembers.personId))
    .where(and(eq(circleMembers.circleId, circleId), isNull(people.dismissedAt), sql`${people.id} <> ${id}`))
    .limit(1)
  return other !== undefined
}

/** Letters under way that would let them in: better-auth keeps whose a proof is inside its value, the id or the address. */
async function endProofs(tx: Tx, id: string): Promise<void> {
  const [signIn] = await tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, id))
  const address = JSON.stringify(found(signIn).email)
  await tx.delete(proofs).where(sql`${proofs.value} = ${id} or position(${address} in ${proofs.value}) > 0`)
}
