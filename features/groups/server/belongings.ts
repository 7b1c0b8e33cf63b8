import { and, asc, eq, sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import { me as asking } from '#access/rules.ts'
import { tell } from '#events/tell.ts'
import type { Belongings, Kept, Leaving, Moving } from '#features/people/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { memberJoined, memberLeft, memberRoleChanged } from '../events.ts'
import { awaitsFirst, letFirstIn } from './opening/first.ts'
import { movers } from './isolation/movers.ts'
import { changeLanes } from './isolation/change-lane.ts'
import { becomeOwner, enter, exit, giveRole, stopOwning } from './membership.ts'
import { placeOfMember, type GroupRow } from './queries.ts'
import { groups, members } from './tables.ts'

type Role = (typeof members.$inferSelect)['role']

/** A membership that a move took. */
interface Took {
  groupId: string
  role: Role
  since: string
  /** Until when they were let in from outside. */
  term?: Pick<typeof members.$inferSelect, 'until' | 'termDays' | 'reminded'>
  lapsed?: boolean
  /** In which audience they stood: whoever reads there is told that they left. */
  audienceId: string
  /** Whether the group is closed to what the person is now. */
  left: boolean
  /** Of an owner: who owns the group since, and what they were in it before. */
  heir: { id: string; was: Role | null } | null
}

/** What groups keep of a person: what they own must have another owner, and each membership is that of an employee or of an external. */
export const groupsBelongings: Belongings = {
  of: 'groups',
  changeCompany: changeLanes,
  async needs(tx, personId) {
    const owned = await tx
      .select({ id: members.groupId })
      .from(members)
      .where(and(eq(members.personId, personId), eq(members.role, 'owner')))
    return { groups: owned.map(({ id }) => id) }
  },
  async name(tx, needs) {
    const theirs = among(groups.id, needs.groups)
    const first = await tx
      .select({ id: groups.id, name: groups.name })
      .from(groups)
      .where(theirs)
      .orderBy(groups.name)
      .limit(10)
    return { groups: { readable: await tx.$count(groups, theirs), first } }
  },
  async look(tx) {
    const isMine = sql`exists (select 1 from members m where m.group_id = ${groups.id} and m.person_id = ${asking})`
    const isTeam = sql`exists (select 1 from audiences a where a.space_id = ${groups.spaceId} and a.kind = 'team')`
    const [seen] = await tx
      .select({
        groups: sql<number>`count(*) filter (where ${isMine})::int`,
        teams: sql<number>`count(*) filter (where ${isMine} and ${groups.externalSince} is not null and ${isTeam})::int`,
        foundGroups: sql<number>`count(*) filter (where not ${isMine})::int`,
      })
      .from(groups)
    return seen ?? {}
  },
  async firsts(tx, personId) {
    const ids: string[] = []
    for (const { group, member } of await membershipsOf(tx, personId))
      if (!member.lapsedAt && (await awaitsFirst(tx, group))) ids.push(group.id)
    return ids
  },
  async read(tx) {
    const seen = { posts: 0, comments: 0, tasks: 0 }
    for (const { of, visible } of movers()) seen[of] += await visible(tx)
    return seen
  },
  async handOver(tx, leaving) {
    for (const { group } of await membershipsOf(tx, leaving.personId, 'owner')) await giveAway(tx, group, leaving)
  },
  async takeOut(tx, moving) {
    const taken: Took[] = []
    for (const { group, role, member } of await membershipsOf(tx, moving.personId)) {
      const { since, audienceId, until, termDays, reminded, lapsedAt } = member
      const stay = { term: { until, termDays, reminded }, lapsed: lapsedAt !== null }
      const heir = role === 'owner' ? await giveAway(tx, group, moving) : null
      taken.push({ groupId: group.id, role, since: since.toISOString(), audienceId, left: false, heir, ...stay })
      await exit(tx, group, moving.personId)
    }
    return asKept(taken)
  },
  async bringIn(tx, moving, taken) {
    const kept: Took[] = []
    for (const took of asTook(taken)) {
      const before = await groupById(tx, took.groupId)
      if (!before) continue
      // What had run out for somebody from outside does not open because they work here now.
      const left = took.lapsed === true || (moving.to === 'external' && before.externalSince === null)
      // Whoever becomes external may be the first in a group (GRP-3).
      if (!left && moving.to === 'external') await letFirstIn(tx, before.id, { from: moving.from, by: moving.byId })
      const group = (await groupById(tx, took.groupId)) ?? before
      if (!left) await comeBack(tx, group, moving, { ...took, role: took.role === 'owner' ? 'member' : took.role })
      // Told only of who is gone: whoever stays was gone for no moment that anybody saw.
      if (left) await tellLeft(tx, group, took.audienceId, moving)
      kept.push({ ...took, left })
    }
    return { kept: asKept(kept), handed: { groups: kept.flatMap(({ groupId, heir }) => (heir ? [groupId] : [])) } }
  },
  async giveBack(tx, moving, taken, kept) {
    const now = new Map(asTook(taken).map((took) => [took.groupId, took]))
    const before = new Map(asTook(kept).map((took) => [took.groupId, took]))
    for (const groupId of new Set([...now.keys(), ...before.keys()])) {
      const group = await groupById(tx, groupId)
      const [present, past] = [now.get(groupId), before.get(groupId)]
      // From a group where they stayed they were perhaps taken out since: that stays.
      const comes = present ?? (past?.left ? past : undefined)
      if (!group || !comes) continue
      const { role, since, term } = past ?? comes
      const place = await comeBack(tx, group, moving, { since, term, role: role === 'owner' ? 'moderator' : role })
      const joined = { about: { ...place, id: groupId }, data: { personId: moving.personId }, by: moving.byId }
      if (!present) await tell(tx, memberJoined, joined)
      if (role === 'owner' && past?.heir) await takeBack(tx, group, moving, past.heir)
    }
  },
}

/** Everywhere they are, or only where they are that; each held until the end of the transaction. */
const membershipsOf = (tx: Tx, personId: string, role?: Role) =>
  tx
    .select({ group: groups, role: members.role, member: members })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(and(eq(members.personId, personId), role ? eq(members.role, role) : undefined))
    .orderBy(asc(groups.id))
    .for('update')

/** Makes somebody else the owner of a group; who before was one stays as a moderator. */
async function giveAway(tx: Tx, group: GroupRow, { personId, ownerId, byId }: Leaving): Promise<Took['heir']> {
  const was = await roleOf(tx, group.id, ownerId)
  await stopOwning(tx, group, { id: personId, kind: 'employee' })
  if (!was) {
    const place = await enter(tx, group, { id: ownerId, kind: 'employee' }, 'member')
    await tell(tx, memberJoined, { about: { ...place, id: group.id }, data: { personId: ownerId }, by: byId })
  }
  await becomeOwner(tx, group, { id: ownerId, kind: 'employee' })
  const about = await placeOfMember(tx, group.id, ownerId)
  await tell(tx, memberRoleChanged, { about, data: { personId: ownerId }, by: byId })
  return { id: ownerId, was }
}

/** Makes somebody the owner again, if whoever took the group over still is, and that one what they were before. */
async function takeBack(tx: Tx, group: GroupRow, { personId, byId }: Moving, heir: NonNullable<Took['heir']>) {
  if ((await roleOf(tx, group.id, heir.id)) !== 'owner') return
  const person = { id: heir.id, kind: 'employee' } as const
  await stopOwning(tx, group, person)
  await becomeOwner(tx, group, { id: personId, kind: 'employee' })
  const about = await placeOfMember(tx, group.id, personId)
  await tell(tx, memberRoleChanged, { about, data: { personId }, by: byId })
  if (heir.was === 'member') await giveRole(tx, group, person, 'member')
  if (heir.was !== null) return
  await tell(tx, memberLeft, {
    about: await placeOfMember(tx, group.id, heir.id),
    data: { personId: heir.id },
    by: byId,
  })
  await exit(tx, group, heir.id)
}

async function comeBack(
  tx: Tx,
  group: GroupRow,
  { personId, to }: Moving,
  { role, since, term }: Pick<Took, 'role' | 'since' | 'term'>,
): Promise<Placed> {
  const place = await enter(tx, group, { id: personId, kind: to }, role)
  await tx
    .update(members)
    .set({ since: new Date(since), ...term })
    .where(and(eq(members.groupId, group.id), eq(members.personId, personId)))
  return place
}

const tellLeft = (tx: Tx, group: GroupRow, audienceId: string, { personId, byId }: Moving): Promise<void> =>
  tell(tx, memberLeft, { about: { ...group, audienceId }, data: { personId }, by: byId })

async function roleOf(tx: Tx, groupId: string, personId: string): Promise<Role | null> {
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
  return member?.role ?? null
}

async function groupById(tx: Tx, id: string): Promise<GroupRow | undefined> {
  const [group] = await tx.select().from(groups).where(eq(groups.id, id))
  return group
}

const asKept = (rows: Took[]): Kept[] => rows.map((row) => ({ ...row }))
const asTook = (rows: Kept[]): Took[] => rows as unknown as Took[]
