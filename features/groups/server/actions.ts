import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { found, invalid, refused } from '#access/errors.ts'
import { giveSeat, openAudience, openCircle, openGroupSpace } from '#access/spaces.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Group, groupsContract } from '../contract.ts'
import { groupChanged, groupCreated } from '../events.ts'
import { isTimeZone } from '#features/account/server/door.ts'
import { mustBeOpen } from './archive/open.ts'
import { keepersOnly } from './inviting.ts'
import { everyoneLevel } from './isolation/lanes.ts'
import { enter } from './membership.ts'
import { getGroup, groupRow, type GroupRow } from './queries.ts'
import { inviteOnCreation, type InvitedAtOnce } from './slots.ts'
import { groups } from './tables.ts'
import { setTool } from './tools/settings.ts'

type Asked = z.output<(typeof groupsContract.create)['~orpc']['inputSchema'] & z.ZodType>
type Creating = Omit<Asked, 'invitations'> & { invitations?: InvitedAtOnce | undefined }

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
  const { invitations, external, tools = [], ...about } = input
  if (about.timeZone) mustBeTimeZone(about.timeZone)
  if (about.isolation !== 'open' && !external)
    throw invalid('isolation', 'Only in an external group are people from outside kept apart.')
  const dates = { startsAt: date(input.startsAt) ?? null, endsAt: date(input.endsAt) ?? null }
  mustHaveRightDates({ kind: about.kind, ...dates })
  const spaceId = await openGroupSpace(tx, external)
  const everyone = await openAudience(tx, spaceId, 'everyone')
  await openAudience(tx, spaceId, 'team')
  const memberCircle = await openCircle(tx, { spaceId, name: 'members', admits: 'everyone' })
  const team = await openCircle(tx, { spaceId, name: 'team', admits: 'employees' })
  await giveSeat(tx, { ...everyone, circleId: memberCircle, level: everyoneLevel(about.isolation), because: 'member' })
  await giveSeat(tx, { spaceId, circleId: team, level: 'edit', because: 'member' })
  const [row] = await tx
    .insert(groups)
    .values({
      ...about,
      ...everyone,
      ...dates,
      externalSince: external ? new Date() : null,
      timeZone: about.timeZone ?? sql`(select p.time_zone from people p where p.id = ${me.id})`,
    })
    .returning()
  const group = found(row)
  await enter(tx, group, me, 'owner')
  for (const setting of tools) await setTool(tx, group, setting)
  await tell(tx, groupCreated, { about: group, data: { name: group.name } })
  if (invitations?.emails.length) await inviteOnCreation(tx, me, group, invitations)
  return getGroup(tx, group.id)
}

/** Changes what a group says of itself. Where it lets its owner alone bring people in, nobody else changes that. */
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
    history?: Group['history']
    whoInvites?: Group['whoInvites']
    timeZone?: string
    startsAt?: string | null
    endsAt?: string | null
  },
): Promise<Group> {
  if (changes.timeZone !== undefined) mustBeTimeZone(changes.timeZone)
  const values = { ...changes, startsAt: date(startsAt), endsAt: date(endsAt) }
  if (Object.values(values).every((value) => value === undefined)) return getGroup(tx, id)
  if (changes.whoInvites !== undefined) await mustWiden(tx, id, changes.whoInvites)
  const [row] = await tx.update(groups).set(values).where(eq(groups.id, id)).returning()
  const group = row ?? (await refuseToMember(tx, id))
  mustHaveRightDates(group)
  await tell(tx, groupChanged, { about: group, data: { name: group.name } })
  return getGroup(tx, id)
}

async function mustWiden(tx: Tx, groupId: string, whoInvites: Group['whoInvites']): Promise<void> {
  const present = await getGroup(tx, groupId)
  if (present.whoInvites === 'owner' && whoInvites !== 'owner' && present.mine === 'moderator')
    throw refused('OWNER_ONLY', 'Only the owner of this group can do this.')
}

/** Whoever may see a group but not change it hears the rule; to others it does not exist. */
async function refuseToMember(tx: Tx, groupId: string): Promise<never> {
  mustBeOpen(await groupRow(tx, groupId))
  throw keepersOnly()
}

function mustHaveRightDates({ kind, startsAt, endsAt }: Pick<GroupRow, 'kind' | 'startsAt' | 'endsAt'>): void {
  if (kind !== 'project' && (startsAt ?? endsAt))
    throw invalid(startsAt ? 'startsAt' : 'endsAt', 'Only a project has dates.')
  if (startsAt && endsAt && endsAt < startsAt) throw invalid('endsAt', 'The end stands before the start.')
}

const date = (value: string | null | undefined): Date | null | undefined =>
  value ? new Date(value) : (value as null | undefined)

function mustBeTimeZone(name: string): void {
  if (!isTimeZone(name)) throw invalid('timeZone', 'Invalid time zone: name one as Europe/Warsaw.')
}
