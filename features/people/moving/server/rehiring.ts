import { eq } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { takeLicence } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { personRehired } from '../../events.ts'
import { moves } from '../../server/tables.ts'
import { giveAddress, hasNoWayIn } from './address.ts'
import { holdPerson } from './leaving.ts'

/** Who is hired again; where their address was freed, with which one. */
export interface RehireInput {
  id: string
  email?: string | undefined
}

/** Lets a dismissed person in again, with the same groups and the same password; what came to an heir stays there. As the keeper. */
export async function rehire(tx: Tx, me: Me, { id, email }: RehireInput): Promise<void> {
  const person = await holdPerson(tx, id)
  if (!person.dismissedAt) return
  await takeLicence(tx, person.kind)
  if (await hasNoWayIn(tx, id)) {
    if (!email) throw refused('ADDRESS_NEEDED', 'The address of this person was freed. Say which one they have now.')
    await giveAddress(tx, person, email)
  } else if (email)
    throw invalid('email', 'This person still has their address. They change it themselves when they are here again.')
  await tx.update(people).set({ dismissedAt: null }).where(eq(people.id, id))
  await tx.insert(moves).values({ personId: id, from: 'dismissed', to: person.kind, movedBy: me.id })
  await tell(tx, personRehired, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: {}, by: me.id })
}
