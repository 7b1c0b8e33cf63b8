import { ORPCError } from '@orpc/server'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { invalid, notFound, refused } from '#access/errors.ts'
import { levels } from '#access/levels.ts'
import type { Placed } from '#access/placing.ts'
import { audienceOf, giveSeat, openAudience, ownSpace } from '#access/spaces.ts'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import {
  groupRow,
  laneOfMember,
  membersAmong,
  mustUse,
  placeIn,
  placeOfMember,
  seesTool,
} from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { audience as audiences, type CreatedTask } from '../contract.ts'

/** Where a new task stands: in its group for everyone or the team, or in an audience of its own for its creator and its responsible. */
export async function placeFor(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { groupId, audience, laneId, responsibleId }: CreatedTask,
): Promise<Placed & { groupId: string | null }> {
  if (!groupId && laneId) throw notFound()
  if (!groupId) return { ...(await roomForTwo(tx, me.id, responsibleId)), groupId: null }
  const group = await groupRow(tx, groupId)
  if ((await membersAmong(tx, groupId, [me.id])).length === 0)
    throw refused('MEMBERS_SET_TASKS', 'Only members of this group set tasks in it. Join it, or ask its owner.')
  await mustUse(tx, group, 'tasks', 'add')
  // To those who may not have it, the audience of the team is a word like any other.
  if (audience === 'team' && !(await audienceOf(tx, group.spaceId, 'team'))) throw noSuchAudience()
  // What is set for somebody who is kept apart stands where they can work on it (GRP-7).
  const theirs = audience === 'everyone' && !laneId ? await laneOfMember(tx, group, responsibleId) : null
  const { spaceId, audienceId } = theirs ?? (await placeIn(tx, me, group, { audience, laneId }))
  await mustBeThere(tx, { groupId, audienceId }, responsibleId)
  return { spaceId, audienceId, groupId }
}

/**
 * In a group only its members can be responsible (TASK-1), for a task of the team only employees; in none, whoever one sees.
 * Hidden and missing people are one answer.
 */
export async function mustBeThere(
  tx: Tx,
  place: { groupId: string | null; audienceId: string | null },
  personId: string,
): Promise<void> {
  const [person] = await tx
    .select({ kind: people.kind })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.dismissedAt)))
  if (!person) throw noSuchPerson()
  if (place.groupId === null) return
  if ((await membersAmong(tx, place.groupId, [personId])).length === 0) throw noSuchPerson()
  const group = await groupRow(tx, place.groupId)
  if (!(await seesTool(tx, group, 'tasks', personId))) throw seesNoTasks()
  if (person.kind === 'employee') return
  if (!group.externalSince) throw noSuchPerson()
  if (group.isolation === 'readonly') throw onlyReads()
  // Somebody from outside works on what stands where they speak: with everyone, or in their lane.
  const { audienceId } = await placeOfMember(tx, place.groupId, personId)
  if (audienceId !== place.audienceId && !(await worksIn(tx, place.audienceId, personId))) throw noSuchPerson()
}

/** Whether somebody may work on what stands in an audience that is not the one they speak in now: what was said before they were kept apart. */
async function worksIn(tx: Tx, audienceId: string | null, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from access.readers_for_me(${audienceId}, 'tasks') where person_id = ${personId} and level >= ${levels.edit}`,
  )
  return rows.length > 0
}

async function roomForTwo(tx: Tx, creatorId: string, responsibleId: string): Promise<Placed> {
  await mustBeThere(tx, { groupId: null, audienceId: null }, responsibleId)
  const place = await openAudience(tx, await ownSpace(tx), 'named')
  await giveSeat(tx, { ...place, personId: creatorId, level: 'edit', because: 'creator' })
  if (responsibleId !== creatorId)
    await giveSeat(tx, { ...place, personId: responsibleId, level: 'edit', because: 'responsible' })
  return place
}

const seesNoTasks = () =>
  invalid('responsibleId', 'They do not see the tasks of this group. Its owner can change that.')
const onlyReads = () =>
  invalid(
    'responsibleId',
    'People from outside only read in this group, so nobody of them can do this task. Its owner can change that.',
  )
const noSuchPerson = () => invalid('responsibleId', 'Nobody like this can take part here.')

/** The very answer that a word which is no audience gets. */
function noSuchAudience() {
  const issues = audiences.safeParse('').error?.issues.map(({ message }) => ({ path: ['audience'], message })) ?? []
  return new ORPCError('INVALID', { status: 400, message: `audience: ${issues[0]?.message ?? ''}`, data: { issues } })
}
