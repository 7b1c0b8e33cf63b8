import { eq } from 'drizzle-orm'
import { found, invalid, notFound, refused } from '#access/errors.ts'
import { hashed } from '#access/sessions.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { sponsorChanged } from '#features/people/events.ts'
import { namedPeople, personRow } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { getMember } from '../../server/queries.ts'
import { members, renewalKeys } from '../../server/tables.ts'
import { endedAccess } from './own.ts'
import { readSponsorship } from './queries.ts'
import { holdStay, renew } from './renewing.ts'
import { mayRenew } from './rights.ts'

/** Lets somebody from outside stay, after the rules showed who it is; administrators need be in no group for that. */
export async function renewMember(
  database: Database,
  me: Me,
  { id, personId, until }: { id: string; personId: string; until?: string | null },
): Promise<{ until: string | null }> {
  if (!me.administrator) await asPerson(database, me.id, (tx) => getMember(tx, id, personId))
  return asKeeper(database, async (tx) => {
    const stay = await holdStay(tx, id, personId)
    await mustBeExternal(tx, personId)
    return { until: await renew(tx, me, stay, until) }
  })
}

/** The same by the key of a letter, for whoever may at this moment: the key says of whom it speaks and gives no right. Renews once. */
export function renewByKey(database: Database, me: Me, key: string) {
  return asKeeper(database, async (tx) => {
    const [known] = await tx
      .select({ until: renewalKeys.until, groupId: members.groupId, personId: members.personId })
      .from(renewalKeys)
      .innerJoin(members, eq(members.id, renewalKeys.memberId))
      .where(eq(renewalKeys.hash, hashed(key)))
    const { groupId, personId, until } = found(known)
    // To whoever may not, the key is any other word.
    if (!(await mayRenew(tx, me, groupId, personId))) throw notFound()
    const stay = await holdStay(tx, groupId, personId)
    const renewed = stay.member.until === until
    const last = renewed ? await renew(tx, me, stay) : stay.member.until
    const person = found((await namedPeople(tx, [personId])).get(personId))
    return { person, group: { id: groupId, name: stay.group.name }, until: last, renewed }
  })
}

/** Says who answers for somebody and what for: their sponsor and administrators anybody who works here; others take it over themselves. */
export async function changeSponsorship(
  database: Database,
  me: Me,
  { id, sponsorId, purpose }: { id: string; sponsorId?: string; purpose?: string },
): Promise<void> {
  const before = await asPerson(database, me.id, async (tx) => {
    if ((await personRow(tx, id)).kind !== 'external') throw notFound()
    return readSponsorship(tx, me, id)
  })
  if (!before.changes && !(before.takesOver && sponsorId === me.id))
    throw refused(
      'SPONSOR_DECIDES',
      'Only the sponsor of this person and administrators can say this. Take them over first.',
    )
  await asKeeper(database, async (tx) => {
    await mustBeExternal(tx, id)
    if (sponsorId) await mustWorkHere(tx, sponsorId)
    await tx.insert(sponsorships).values({ personId: id }).onConflictDoNothing()
    const changes = {
      ...(sponsorId ? { sponsorId, since: new Date() } : {}),
      ...(purpose === undefined ? {} : { purpose }),
    }
    if (Object.keys(changes).length > 0) await tx.update(sponsorships).set(changes).where(eq(sponsorships.personId, id))
    if (!sponsorId || sponsorId === me.id) return
    const about = { id: sponsorId, ...(await ownPlaceOf(tx, sponsorId)) }
    await tell(tx, sponsorChanged, { about, data: { personIds: [id] }, by: me.id })
  })
}

async function mustBeExternal(tx: Tx, id: string): Promise<void> {
  const [person] = await tx.select({ kind: people.kind }).from(people).where(eq(people.id, id)).for('share')
  if (person?.kind === 'employee')
    throw refused('EMPLOYEES_STAY', 'Whoever works here stays: they have no sponsor, and their access does not end.')
}

async function mustWorkHere(tx: Tx, id: string): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, id)).for('share')
  if (person?.kind !== 'employee' || person.dismissedAt) throw invalid('sponsorId', 'Choose somebody who works here.')
}

/** What of their own access only the keeper can tell somebody. */
export const endedAccessOf = (database: Database, me: Me): Promise<Awaited<ReturnType<typeof endedAccess>>> =>
  asKeeper(database, (tx) => endedAccess(tx, me.id))
