import { eq } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { endSessions } from '#features/account/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { personDismissed } from '../../events.ts'
import { belongings } from '../../server/slots.ts'
import { moves } from '../../server/tables.ts'
import { holdPerson, mustBeAbleToGo, mustBeGone, successorsOf } from './leaving.ts'

/** Who is dismissed, and who takes over what is open. */
export interface DismissInput {
  id: string
  heirId?: string | undefined
  reason?: string | undefined
}

/**
 * Ends every session, token and pending sign-in letter of a person at once (PPL-10). What they made and where they belong stays,
 * so that re-hiring brings it back; the rules answer nobody who is dismissed. What needs somebody comes to the heir, and to whoever
 * must own a group. As the keeper.
 */
export async function dismiss(tx: Tx, me: Me, { id, heirId, reason = '' }: DismissInput): Promise<void> {
  const person = await holdPerson(tx, id)
  await mustBeAbleToGo(tx, me, id, 'dismiss')
  if (person.dismissedAt) return
  const leaving = await successorsOf(tx, me, id, heirId)
  for (const room of belongings()) await room.handOver?.(tx, leaving)
  await closeAccount(tx, person, { at: new Date(), by: me.id, heirId: leaving.heirId, reason })
}

/** Ends the access of somebody whose row is held, and who leaves nothing that needs another. As the keeper. */
export async function closeAccount(
  tx: Tx,
  { id, kind }: { id: string; kind: 'employee' | 'external' },
  { at, by, heirId = null, reason = '' }: { at: Date; by: string; heirId?: string | null; reason?: string },
): Promise<void> {
  await tx.update(people).set({ dismissedAt: at }).where(eq(people.id, id))
  await endSessions(tx, id)
  await tx.insert(moves).values({ personId: id, from: kind, to: 'dismissed', movedBy: by, heirId, reason })
  await tell(tx, personDismissed, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: { heirId }, by })
}

/** Closes an account that was made for somebody who has one of their own; what needs somebody comes to that one. As the keeper. */
export async function giveWay(tx: Tx, personId: string, heirId: string): Promise<void> {
  const person = await holdPerson(tx, personId)
  if (person.dismissedAt) return
  const leaving = { personId, managerId: null, heirId, ownerId: heirId, byId: heirId }
  for (const room of belongings()) await room.handOver?.(tx, leaving)
  await closeAccount(tx, person, { at: new Date(), by: heirId, heirId })
}

/** Gives what somebody dismissed has open to a colleague, as if it had been said at the dismissal (PPL-10). As the keeper. */
export async function handOver(tx: Tx, me: Me, { id, heirId }: { id: string; heirId: string }): Promise<void> {
  const person = await holdPerson(tx, id)
  mustBeGone(person)
  const leaving = await successorsOf(tx, me, id, heirId)
  for (const room of belongings()) await room.handOver?.(tx, leaving)
  await tx.insert(moves).values({ personId: id, from: 'dismissed', to: 'dismissed', movedBy: me.id, heirId })
}
