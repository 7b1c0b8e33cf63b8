import { and, eq } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { From } from '../../contract.ts'
import { groupChanged } from '../../events.ts'
import { saidAnything, turnPage } from '../isolation/pages.ts'
import { groupRow, type GroupRow } from '../queries.ts'
import { isExpected } from '../slots.ts'
import { groups, members } from '../tables.ts'

/**
 * Whether nobody from outside is in a group that is open to them, and something is written there for everyone: whoever lets the first one in is
 * told what becomes visible, and may keep it for the team (GRP-3). Where newcomers begin with the day they come there is nothing to choose.
 */
export async function awaitsFirst(tx: Tx, { id, externalSince, history, audienceId }: GroupRow): Promise<boolean> {
  if (!externalSince || history === 'joining') return false
  const there = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, and(eq(people.id, members.personId), eq(people.kind, 'external')))
    .where(eq(members.groupId, id))
    .limit(1)
  return there.length === 0 && saidAnything(tx, audienceId)
}

/**
 * Before somebody from outside is let in: if they are the first, what was written until now stays with the team, unless whoever lets them in
 * says “everything”. Where nothing is said, a choice that was made before holds: the one at the opening, while nothing was written since, and
 * the one with a letter or a link that is on its way. For the keeper.
 */
export async function letFirstIn(
  tx: Tx,
  groupId: string,
  { from, by }: { from?: From | undefined; by: string },
): Promise<void> {
  const [held] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('no key update')
  const group = found(held)
  if (!(await keepsPast(tx, group, from))) return
  await turnPage(tx, group, 'the team')
  await tell(tx, groupChanged, { about: await groupRow(tx, groupId), data: { name: group.name }, by })
}

/** Whether what was written until now stays with the team when somebody comes at this moment. For the keeper. */
export async function keepsPast(tx: Tx, group: GroupRow, from?: From): Promise<boolean> {
  if (from === 'everything' || !(await awaitsFirst(tx, group))) return false
  return from === 'now' || !(await wasChosen(tx, group))
}

async function wasChosen(tx: Tx, { id, audienceId, externalSince }: GroupRow): Promise<boolean> {
  return (await isExpected(tx, id)) || !(await saidAnything(tx, audienceId, externalSince))
}
