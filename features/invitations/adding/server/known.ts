import { eq } from 'drizzle-orm'
import { people, reaches } from '#access/tables.ts'
import { membersAmong } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { knownByNumber, refuseFaults, type Fault, type TypedAddress } from '../../server/addresses.ts'

/**
 * Refuses the address or number of somebody whom whoever adds may see: they have an account of their own and decide themselves whether to come. As
 * whoever adds; people they may not see are not told apart from people who are not here.
 */
export async function refuseKnownToAdd(tx: Tx, typed: TypedAddress, groupId: string): Promise<void> {
  const { at, address } = typed
  const byAddress = await tx
    .select({ id: people.id, kind: people.kind, dismissedAt: people.dismissedAt })
    .from(reaches)
    .innerJoin(people, eq(people.id, reaches.personId))
    .where(eq(reaches.email, address.normalised))
  const byNumber = (await knownByNumber(tx, [typed])).map((person) => ({ ...person, dismissedAt: null }))
  const known = [...byAddress, ...byNumber]
  if (known.length === 0) return
  const ids = known.filter(({ dismissedAt }) => !dismissedAt).map(({ id }) => id)
  const inside = await membersAmong(tx, groupId, ids)
  const reason = (): Fault['reason'] | null => {
    if (inside.length > 0) return 'ALREADY_MEMBER'
    const present = known.find(({ id }) => ids.includes(id))
    if (present) return present.kind === 'employee' ? 'WORKS_HERE' : 'INVITED_BY_LETTER'
    return null
  }
  const why = reason()
  if (why) refuseFaults([{ at, email: address.text, reason: why }])
}
