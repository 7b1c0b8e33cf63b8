import { and, eq } from 'drizzle-orm'
import { tell } from '#events/tell.ts'
import { sponsor, sponsorThrough } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { memberJoined } from '../events.ts'
import { takeUpStay } from '../sponsoring/server/lapse.ts'
import { termUntil } from '../sponsoring/server/term.ts'
import { enter } from './membership.ts'
import { ownerOf, type GroupRow } from './queries.ts'
import { members } from './tables.ts'

interface Person {
  id: string
  kind: 'employee' | 'external'
}

/** As what somebody comes, for how long and for what; `by` does it, `letInBy` answers for it where that is somebody else. */
interface Arriving {
  role: 'moderator' | 'member'
  until: string | null
  purpose?: string
  by: string
  letInBy?: string
}

/**
 * Lets somebody in who was invited or whose request was approved, in a role and until a day if one was set (INV-10). Somebody from outside
 * has a sponsor from that moment on (INV-11). Whoever is a member already stays what they are,
 * and is one again if their time had run out. For the keeper.
 */
export async function arrive(
  tx: Tx,
  group: GroupRow,
  person: Person,
  { role, until, purpose, by, letInBy = by }: Arriving,
): Promise<void> {
  if (person.kind === 'external') {
    const sponsorId = (await sponsorThrough(tx, letInBy)) ?? (await ownerOf(tx, group.id))
    await sponsor(tx, person.id, { sponsorId, ...(purpose ? { purpose } : {}) })
  }
  const there = and(eq(members.groupId, group.id), eq(members.personId, person.id))
  const [present] = await tx.select().from(members).where(there)
  const term = termUntil(until, group.timeZone)
  if (present?.lapsedAt) {
    await tx.update(members).set(term).where(there)
    await takeUpStay(tx, present, by)
  }
  if (present) return
  const place = await enter(tx, group, person, role)
  if (until) await tx.update(members).set(term).where(there)
  await tell(tx, memberJoined, { about: { ...place, id: group.id }, data: { personId: person.id }, by })
}
