import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { openSignIn } from '#access/admit.ts'
import { found } from '#access/errors.ts'
import { phoneNumbers, standInFor as standInAddress } from '#access/phones.ts'
import { people } from '#access/tables.ts'
import { goAway, type GroupRow } from '#features/groups/server/door.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { closeAccount, giveWay } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { isNumber } from '#platform/sms/numbers.ts'
import { notClosed } from '../../server/open.ts'
import { invitations } from '../../server/tables.ts'

/** From now on somebody who was added signs in by the address or number to which what they hold was sent. For the keeper, who holds them and what was sent. */
export async function proveAddress(tx: Tx, personId: string, email: string): Promise<void> {
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  const { name } = found(person)
  if (!isNumber(email)) return openSignIn(tx, { id: personId, name, email, proven: true })
  await openSignIn(tx, { id: personId, name, email: standInAddress(personId), proven: true })
  await tx.insert(phoneNumbers).values({ personId, number: email })
}

/**
 * Whoever comes has an account of their own: it takes the place of those that were made for the address when somebody added it, with what
 * was given to them in the group. For the keeper, once they are in.
 */
export async function standInFor(
  tx: Tx,
  group: GroupRow,
  added: { personId: string | null }[],
  personId: string,
): Promise<void> {
  for (const { personId: other } of added) {
    if (!other || other === personId) continue
    await giveWay(tx, other, personId)
    await goAway(tx, group, other, personId)
  }
}

/** Takes somebody out again who was added and has not come, with the account that nobody can sign in to. For the keeper. */
export async function takeOut(tx: Tx, groupId: string, personId: string, by: string): Promise<void> {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  await goAway(tx, found(group), personId, by)
  await closeUnused(tx, personId, by)
}

/** Closes the account of somebody who was added, has not come and is in no group any more: nobody can sign in to it. For the keeper. */
export async function closeUnused(tx: Tx, personId: string, by: string): Promise<void> {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.dismissedAt)))
    .for('update')
  if (person) await closeAccount(tx, person, { at: new Date(), by })
}

/** Few enough that the group's deletion keeps no row for long. */
const atOnce = 100

/**
 * When a group is deleted: ends the letters of those who were added there and have not come, and closes the accounts that nobody ever signed
 * in to, so that their addresses are free and they count for no licence. Answers how many letters there were. For the keeper.
 */
export async function settleAdded(tx: Tx, { groupId, by }: { groupId: string; by: string }): Promise<number> {
  const waiting = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.groupId, groupId), isNotNull(invitations.personId), notClosed()))
    .limit(atOnce)
    .for('update')
  for (const { id, personId } of waiting) {
    await tx.update(invitations).set({ withdrawnAt: new Date(), tokenHash: null }).where(eq(invitations.id, id))
    if (personId && !(await isElsewhere(tx, personId, groupId))) await closeUnused(tx, personId, by)
  }
  return waiting.length
}

async function isElsewhere(tx: Tx, personId: string, groupId: string): Promise<boolean> {
  const there = and(eq(members.personId, personId), ne(members.groupId, groupId))
  return (await tx.select({ id: members.id }).from(members).where(there).limit(1)).length > 0
}
