import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import { disappear, ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import type { From } from '#features/groups/contract.ts'
import { arrive, isOver, letFirstIn, mustBeOpen, type GroupRow } from '#features/groups/server/door.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { closeAccount } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { say } from '#ui/words/catalogue.ts'
import { requestAnswered, requestDecided } from '../events.ts'
import { requestsWords } from '../words.ts'
import type { RequestRow } from './queries.ts'
import { portalRuleAgainst } from './slots.ts'
import { requests } from './tables.ts'

interface Decision {
  state: 'approved' | 'declined' | 'withdrawn'
  by: string
  at: Date
}

/** Lets whoever asks in, if everything that the request stands on still holds. For the keeper. */
export async function approve(
  tx: Tx,
  request: RequestRow,
  group: GroupRow,
  { by, from }: { by: string; from?: From | undefined },
): Promise<void> {
  mustBeOpen(group)
  const person = await lockPerson(tx, request.personId)
  if (person.dismissedAt) throw refused('REQUESTER_GONE', 'Whoever asks is not here any more. Decline the request.')
  if (person.kind === 'external') await mustStillStand(tx, request, group)
  await settle(tx, request, { state: 'approved', by, at: new Date() })
  const { accessUntil: until, purpose } = request
  if (person.kind === 'external') await letFirstIn(tx, group.id, { from, by })
  await arrive(tx, group, person, { role: 'member', until, purpose, by })
}

/** Turns whoever asks away. Somebody from outside who is in no group by now, and waits for none, has no account left (INV-6). */
export async function decline(tx: Tx, request: RequestRow, by: string): Promise<void> {
  const person = await lockPerson(tx, request.personId)
  const at = new Date()
  await settle(tx, request, { state: 'declined', by, at })
  if (person.kind === 'employee') return
  await disappearUnlessMember(tx, request)
  if (person.dismissedAt || (await hasAnotherWay(tx, person.id))) return
  await closeAccount(tx, person, { at, by })
}

/** Writes an answer down, and tells the team and whoever asked. For the keeper. */
export async function settle(tx: Tx, request: RequestRow, { state, by, at }: Decision): Promise<void> {
  await tx.update(requests).set({ state, decidedBy: by, decidedAt: at }).where(eq(requests.id, request.id))
  await tell(tx, requestDecided, { about: request, data: { state }, by })
  await tell(tx, requestAnswered, {
    about: { id: request.id, ...(await ownPlaceOf(tx, request.personId)) },
    data: {},
    by,
  })
}

/** Whether an account was closed because a request was declined, and by nothing else: then a new invitation opens it again. */
export async function closedByDecline(tx: Tx, person: { id: string; dismissedAt: Date | null }): Promise<boolean> {
  if (!person.dismissedAt) return false
  const declined = and(eq(requests.state, 'declined'), eq(requests.decidedAt, person.dismissedAt))
  const [request] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.personId, person.id), declined))
  return request !== undefined
}

async function lockPerson(tx: Tx, id: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, id)).for('update')
  return found(person)
}

async function mustStillStand(tx: Tx, request: RequestRow, group: GroupRow): Promise<void> {
  if (!group.externalSince)
    throw refused('GROUP_CLOSED_TO_EXTERNALS', 'This group is not open to external people. Its owner can open it.')
  if (request.accessUntil && isOver(request.accessUntil, group.timeZone))
    throw refused('ACCESS_ENDED', 'The date until which this person was invited has passed. Invite them anew.')
  const inviterId = found(request.invitedBy)
  const [inviter] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(members, and(eq(members.personId, people.id), eq(members.groupId, group.id), isNull(members.lapsedAt)))
    .where(and(eq(people.id, inviterId), isNull(people.dismissedAt)))
    .for('share')
  if (!inviter)
    throw refused(
      'INVITER_GONE',
      'Whoever invited this person is not in the group any more. Decline, and invite them yourself if you know them.',
    )
  const rule = await portalRuleAgainst(tx, { personId: request.personId, invitedBy: inviterId, group })
  if (rule) throw refused(rule, say(requestsWords, 'en').rules[rule])
}

async function disappearUnlessMember(tx: Tx, { groupId, personId, spaceId }: RequestRow): Promise<void> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
  if (!member) await disappear(tx, personId, spaceId)
}

async function hasAnotherWay(tx: Tx, personId: string): Promise<boolean> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(groups, and(eq(groups.id, members.groupId), isNotNull(groups.externalSince)))
    .where(eq(members.personId, personId))
    .limit(1)
  const [waiting] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.personId, personId), eq(requests.state, 'pending')))
    .limit(1)
  return member !== undefined || waiting !== undefined
}
