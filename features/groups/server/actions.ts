import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { found, refused } from '#access/errors.ts'
import { giveSeat, openAudience, openCircle, openGroupSpace } from '#access/spaces.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { personRow } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Group, groupsContract, Member } from '../contract.ts'
import { groupChanged, groupCreated, memberLeft, memberRoleChanged } from '../events.ts'
import { enter, exit, giveRole } from './membership.ts'
import { getGroup, getMember, groupRow } from './queries.ts'
import { inviteOnCreation } from './slots.ts'
import { groups } from './tables.ts'

type Creating = z.output<(typeof groupsContract.create)['~orpc']['inputSchema'] & z.ZodType>

/** Makes a group whose owner is the person asking. Externals cannot (GRP-6). */
export async function createGroup(tx: Tx, me: Me, input: Creating): Promise<Group> {
  if (me.kind !== 'employee')
    throw refused(
      'EXTERNALS_CREATE_NO_GROUPS',
      'External people cannot create groups. Ask a colleague you work with to create it.',
    )
  if (input.invitations?.emails.length && !input.external)
    throw refused(
      'GROUP_CLOSED_TO_EXTERNALS',
      'This group is not open to external people. Create it as an external group to invite them.',
    )
  const { invitations, external, startsAt, endsAt, ...about } = input
  const spaceId = await openGroupSpace(tx, external)
  const everyone = await openAudience(tx, spaceId, 'everyone')
  await openAudience(tx, spaceId, 'team')
  const memberCircle = await openCircle(tx, { spaceId, name: 'members', admits: 'everyone' })
  const team = await openCircle(tx, { spaceId, name: 'team', admits: 'employees' })
  await giveSeat(tx, { ...everyone, circleId: memberCircle, level: 'edit', because: 'member' })
  await giveSeat(tx, { spaceId, circleId: team, level: 'edit', because: 'member' })
  const [row] = await tx
    .insert(groups)
    .values({
      ...about,
      ...everyone,
      externalSince: external ? new Date() : null,
      startsAt: date(startsAt),
      endsAt: date(endsAt),
    })
    .returning()
  const group = found(row)
  await enter(tx, group, me, 'owner')
  await tell(tx, groupCreated, { about: group, data: { name: group.name } })
  if (invitations?.emails.length) await inviteOnCreation(tx, me, group, invitations)
  return getGroup(tx, group.id)
}

/** Changes what a group says of itself. */
export async function changeGroup(
  tx: Tx,
  {
    id,
    startsAt,
    endsAt,
    ...changes
  }: {
    id: string
    name?: string
    description?: string
    visibility?: Group['visibility']
    startsAt?: string | null
    endsAt?: string | null
  },
): Promise<Group> {
  const values = { ...changes, startsAt: date(startsAt), endsAt: date(endsAt) }
  if (Object.values(values).every((value) => value === undefined)) return getGroup(tx, id)
  const [row] = await tx.update(groups).set(values).where(eq(groups.id, id)).returning()
  if (!row) await refuseToMember(tx, id)
  await tell(tx, groupChanged, { about: found(row), data: { name: found(row).name } })
  return getGroup(tx, id)
}

/** Makes a member moderator, or takes that back. */
export async function changeMember(
  tx: Tx,
  groupId: string,
  personId: string,
  role: 'moderator' | 'member',
): Promise<Member> {
  const group = await groupRow(tx, groupId)
  const present = await getMember(tx, groupId, personId)
  if (present.role === 'owner')
    throw refused('OWNER_STAYS', 'The owner of a group stays its owner until somebody else is made owner.')
  await mustManage(tx, groupId)
  await giveRole(tx, group, await personRow(tx, personId), role)
  await tell(tx, memberRoleChanged, { about: group, data: { personId } })
  return getMember(tx, groupId, personId)
}

/** Takes somebody else out of a group; see `keeper.ts` for leaving oneself. */
export async function removeMember(tx: Tx, groupId: string, personId: string): Promise<void> {
  const group = await groupRow(tx, groupId)
  const present = await getMember(tx, groupId, personId)
  if (present.role === 'owner') throw refused('OWNER_STAYS', 'The owner of a group cannot be taken out of it.')
  await mustManage(tx, groupId)
  await tell(tx, memberLeft, { about: group, data: { personId } })
  await exit(tx, group, personId)
}

/** Whoever may see a group but not manage it hears the rule; to others it does not exist. */
async function mustManage(tx: Tx, groupId: string): Promise<void> {
  const { mine } = await getGroup(tx, groupId)
  if (mine !== 'owner' && mine !== 'moderator') throw refuseManaging()
}

async function refuseToMember(tx: Tx, groupId: string): Promise<never> {
  await groupRow(tx, groupId)
  throw refuseManaging()
}

const refuseManaging = () =>
  refused('OWNER_AND_MODERATORS_ONLY', 'Only the owner and the moderators of this group can do this.')

const date = (value: string | null | undefined): Date | null | undefined =>
  value ? new Date(value) : (value as null | undefined)
