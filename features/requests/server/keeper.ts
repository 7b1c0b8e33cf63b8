import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { found, notFound, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import type { From } from '#features/groups/contract.ts'
import { getGroup, groupRow } from '#features/groups/server/door.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Waiting } from '../contract.ts'
import { approve, decline, settle } from './deciding.ts'
import { makeRequest } from './making.ts'
import { decidesOn, requestRow } from './queries.ts'
import { requests } from './tables.ts'

/** Asks to be a member of a closed group (GRP-1), after the rules showed it; answers the request's id. */
export async function askToJoin(database: Database, me: Me, groupId: string): Promise<string> {
  const group = await asPerson(database, me.id, (tx) => getGroup(tx, groupId))
  if (me.kind !== 'employee' || group.external) throw notFound()
  if (group.mine) throw refused('ALREADY_MEMBER', 'You are in this group already.')
  return asKeeper(database, async (tx) => {
    const [now] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('share')
    const { visibility, externalSince } = found(now)
    if (visibility === 'secret' || externalSince) throw notFound()
    if (visibility === 'open') throw refused('JOIN_OPEN_GROUPS', 'This group is open. Join it: nobody need be asked.')
    await makeRequest(tx, found(now), { personId: me.id, groupName: found(now).name })
    const [made] = await tx
      .select({ id: requests.id })
      .from(requests)
      .where(and(eq(requests.groupId, groupId), eq(requests.personId, me.id), eq(requests.state, 'pending')))
    return found(made).id
  })
}

/** Takes one's own request back. */
export async function withdrawRequest(database: Database, me: Me, id: string): Promise<void> {
  await asPerson(database, me.id, (tx) => requestRow(tx, id))
  await asKeeper(database, async (tx) => {
    const [row] = await tx
      .select()
      .from(requests)
      .where(and(eq(requests.id, id), eq(requests.personId, me.id), eq(requests.state, 'pending')))
      .for('update')
    await settle(tx, found(row), { state: 'withdrawn', by: me.id, at: new Date() })
  })
}

/** Approves or declines a request. What the rules show and what the person is in the group is asked again once the row is held. */
export async function decide(
  database: Database,
  me: Me,
  id: string,
  { answer, from }: { answer: 'approve' | 'decline'; from?: From | undefined },
): Promise<void> {
  await asPerson(database, me.id, async (tx) => {
    const row = await requestRow(tx, id)
    await groupRow(tx, row.groupId)
  })
  await asKeeper(database, async (tx) => {
    const [row] = await tx.select().from(requests).where(eq(requests.id, id)).for('update')
    const request = found(row)
    // People before groups, as everywhere: else whoever gives this person another company meanwhile would wait in a ring.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, request.personId)).for('update')
    const [group] = await tx.select().from(groups).where(eq(groups.id, request.groupId)).for('no key update')
    const [member] = await tx
      .select({ role: members.role })
      .from(members)
      .where(and(eq(members.groupId, request.groupId), eq(members.personId, me.id)))
      .for('share')
    if (request.state !== 'pending')
      throw refused('REQUEST_ANSWERED', 'This request has been answered already, or was taken back.')
    if (!decidesOn(request, { mine: member?.role ?? null, whoInvites: found(group).whoInvites }, me.kind))
      throw found(group).whoInvites === 'owner' ? ownerDecides() : keepersDecide()
    if (answer === 'approve') await approve(tx, request, found(group), { by: me.id, from })
    else await decline(tx, request, me.id)
  })
}

const keepersDecide = () =>
  refused('KEEPERS_DECIDE', 'Only the owner and the moderators of this group who work here decide on requests.')
const ownerDecides = () =>
  refused('OWNER_DECIDES', 'Only the owner of this group brings people in, so only the owner decides on this request.')

/** What somebody waits for, and where they were let in: of a group its name alone until the way is open. */
export function lobbyOf(database: Database, me: Me): Promise<Waiting[]> {
  return asKeeper(database, async (tx) => {
    const rows = await tx
      .select({ request: requests, memberOf: members.groupId })
      .from(requests)
      .leftJoin(
        members,
        and(eq(members.groupId, requests.groupId), eq(members.personId, me.id), isNull(members.lapsedAt)),
      )
      .where(and(eq(requests.personId, me.id), inArray(requests.state, ['pending', 'approved'])))
      .orderBy(desc(requests.id))
      .limit(50)
    return rows
      .filter(({ request, memberOf }) => request.state === 'pending' || memberOf)
      .map(({ request: { groupName, madeAt, state, groupId } }) => ({
        groupName,
        since: madeAt,
        state: state === 'pending' ? ('waiting' as const) : ('approved' as const),
        groupId: state === 'pending' ? null : groupId,
      }))
  })
}
