import { eq } from 'drizzle-orm'
import { holdAddress, personByEmail } from '#access/admit.ts'
import { invalid, refused } from '#access/errors.ts'
import { phoneNumbers, realAddress, standInFor } from '#access/phones.ts'
import { signIns } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { reaches, type people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { endSessions, mustBeLetIn } from '#features/account/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { rightsChanged } from '../../events.ts'
import { moves } from '../../server/tables.ts'
import { holdPerson, mustBeGone } from './leaving.ts'

/**
 * Frees the address of somebody dismissed, and the number they signed in with (PPL-9): whoever comes with it next is somebody new, to whom
 * nothing here leads. As the keeper.
 */
export async function freeAddress(tx: Tx, me: Me, id: string): Promise<void> {
  mustBeGone(await holdPerson(tx, id))
  if (await hasNoWayIn(tx, id))
    throw refused('NO_ADDRESS_LEFT', 'This person has no address here any more: it was freed.')
  // Before the address goes: letters under way to it are found by it.
  await endSessions(tx, id)
  await tx.update(signIns).set({ email: standInFor(), emailVerified: false }).where(eq(signIns.id, id))
  await tx.update(reaches).set({ email: '' }).where(eq(reaches.personId, id))
  await tx.delete(phoneNumbers).where(eq(phoneNumbers.personId, id))
  await tx.insert(moves).values({ personId: id, from: 'dismissed', to: 'freed', movedBy: me.id })
  await tell(tx, rightsChanged, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: { what: 'free' }, by: me.id })
}

/** Whether nothing is left by which somebody would be known at the door. As the keeper. */
export async function hasNoWayIn(tx: Tx, id: string): Promise<boolean> {
  const [known] = await tx
    .select({ email: signIns.email, number: phoneNumbers.number })
    .from(signIns)
    .leftJoin(phoneNumbers, eq(phoneNumbers.personId, signIns.id))
    .where(eq(signIns.id, id))
  return known !== undefined && !realAddress(known.email) && known.number === null
}

/** Gives somebody whose address was freed another one. As the keeper, for administrators, who see all addresses. */
export async function giveAddress(
  tx: Tx,
  { id, kind }: Pick<typeof people.$inferSelect, 'id' | 'kind'>,
  written: string,
): Promise<void> {
  const email = parseAddress(written)?.normalised
  if (!email) throw invalid('email', 'Invalid e-mail address.')
  await mustBeLetIn(tx, kind, email)
  await holdAddress(tx, email)
  if ((await personByEmail(tx, email)) !== null) throw invalid('email', 'Somebody here has this address already.')
  await tx.update(signIns).set({ email }).where(eq(signIns.id, id))
  await tx.update(reaches).set({ email }).where(eq(reaches.personId, id))
}
