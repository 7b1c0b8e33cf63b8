import { and, eq, isNull } from 'drizzle-orm'
import { openSignIn } from '#access/admit.ts'
import { found } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import { goAway, type GroupRow } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { closeAccount, giveWay } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** From now on somebody who was added signs in by the address whose letter they hold. For the keeper, who holds them and their letter. */
export async function proveAddress(tx: Tx, personId: string, email: string): Promise<void> {
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  await openSignIn(tx, { id: personId, name: found(person).name, email, proven: true })
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
