import { joinPortalCircle, leavePortalCircle } from '#access/admit.ts'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { endSessions, securityLetter, takeSecondFactors } from '#features/account/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { rightsChanged } from '../../events.ts'
import { administratorsAmong, administratorsHere } from '../../server/keeper.ts'
import { moves } from '../../server/tables.ts'
import { administratorLetter } from './jobs.ts'
import { holdPerson, mustNotBeLast, mustStillAdminister } from './leaving.ts'

type Jobs = Platform['jobs']
type Held = Awaited<ReturnType<typeof holdPerson>>

/** Makes an employee a System administrator. As the keeper. */
export async function makeAdministrator(tx: Tx, jobs: Jobs, me: Me, id: string): Promise<void> {
  const person = await holdHere(tx, me, id)
  if (person.kind === 'external')
    throw refused(
      'EXTERNALS_NEVER_ADMINISTER',
      'Somebody from outside cannot administer the portal. Move them to employees first.',
    )
  if (await administers(tx, id)) return
  await joinPortalCircle(tx, 'system-administrators', id)
  await tx.insert(moves).values({ personId: id, from: 'employee', to: 'administrator', movedBy: me.id })
  await tellRights(tx, me, id, 'administrator')
  await writeToAll(tx, jobs, me, id, 'made')
}

/** Takes the rights of a System administrator away, at once; the last one stays. Of somebody dismissed too, who would come back with them. As the keeper. */
export async function endAdministrator(tx: Tx, jobs: Jobs, me: Me, id: string): Promise<void> {
  await holdPerson(tx, id)
  await mustStillAdminister(tx, me)
  if (!(await administers(tx, id))) return
  await mustNotBeLast(tx, id)
  await leavePortalCircle(tx, 'system-administrators', id)
  await tx.insert(moves).values({ personId: id, from: 'administrator', to: 'employee', movedBy: me.id })
  await tellRights(tx, me, id, 'noAdministrator')
  await writeToAll(tx, jobs, me, id, 'ended')
}

/**
 * Takes the second factor of somebody away who has lost it, and ends whatever they are signed in with. It lets nobody in: their password, or
 * their mailbox, is asked for as before, they are told by letter, and the answer holds nothing. As the keeper.
 */
export async function resetSecondFactor(tx: Tx, jobs: Jobs, me: Me, id: string): Promise<void> {
  if (id === me.id)
    throw refused(
      'NOBODY_RESETS_THEIR_OWN',
      'Nobody can reset their own second factor. Ask another System administrator, or change it under Settings → Security.',
    )
  await holdHere(tx, me, id)
  if (!(await takeSecondFactors(tx, id))) throw refused('NO_SECOND_FACTOR', 'This person has no second factor.')
  await endSessions(tx, id)
  await tellRights(tx, me, id, 'secondFactor')
  await jobs.queue(tx, securityLetter, { personId: id, what: 'reset' })
}

async function holdHere(tx: Tx, me: Me, id: string): Promise<Held> {
  const person = await holdPerson(tx, id)
  await mustStillAdminister(tx, me)
  if (person.dismissedAt)
    throw refused('DISMISSED_STAY_AS_THEY_ARE', 'This person is dismissed. Hire them again first.')
  return person
}

const administers = async (tx: Tx, id: string): Promise<boolean> => (await administratorsAmong(tx, [id])).has(id)

const tellRights = async (
  tx: Tx,
  me: Me,
  id: string,
  what: 'administrator' | 'noAdministrator' | 'secondFactor',
): Promise<void> => tell(tx, rightsChanged, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: { what }, by: me.id })

async function writeToAll(tx: Tx, jobs: Jobs, me: Me, aboutId: string, what: 'made' | 'ended'): Promise<void> {
  const readers = new Set([aboutId, ...(await administratorsHere(tx))])
  for (const personId of readers) await jobs.queue(tx, administratorLetter, { personId, aboutId, byId: me.id, what })
}
