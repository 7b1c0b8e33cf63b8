import { eq } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { groupRow, membersAmong, mustBeOpen, mustUse, seenByAll, type GroupRow } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { departments } from '#features/people/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AddresseeAsked } from '../contract.ts'
import { mustKnowEachOther } from './acquainted.ts'
import { reachable } from './reaching.ts'

type Writer = Pick<Me, 'id' | 'kind'>

/** Whom somebody writes to, once it is sure that they may. */
export interface Chosen {
  everyone: boolean
  departments: { id: string; below: boolean }[]
  groups: { id: string; spaceId: string; team: boolean }[]
  /** By name, without the writer. */
  people: string[]
  /** Those of them who are from outside, and the writer if they are. */
  external: string[]
  /** Somebody from outside reads it, now or later: by name, or in a group that is open to them. */
  outside: boolean
}

/**
 * Whom the person asking may write to (FEED-2). Somebody from outside writes to people whom they meet in a group and to groups that they are in; to people
 * from outside, whoever meets them in a group. Whom or what one does not see, and what is not there, is one answer.
 */
export async function choose(tx: Tx, me: Writer, asked: AddresseeAsked[]): Promise<Chosen> {
  const everyone = asked.some(({ kind }) => kind === 'everyone')
  const inDepartments = alike(asked.flatMap((one) => (one.kind === 'department' ? [one] : [])))
  const inGroups = alike(asked.flatMap((one) => (one.kind === 'group' ? [one] : [])))
  const named = [...new Set(asked.flatMap((one) => (one.kind === 'person' ? [one.id] : [])))].filter(
    (id) => id !== me.id,
  )
  if (me.kind === 'external' && (everyone || inDepartments.length > 0 || inGroups.some(({ team }) => team)))
    throw nobodyLikeThis()
  const ids = inDepartments.map(({ id }) => id)
  if ((await tx.$count(departments, among(departments.id, ids))) < ids.length) throw nobodyLikeThis()
  const rooms = await roomsOf(tx, me, inGroups)
  const chosenPeople = await peopleOf(tx, me, named)
  if (!everyone && ids.length + rooms.length + named.length === 0) throw invalid('to', 'Choose somebody to write to.')
  const whole = rooms.flatMap(({ room, team }) => (team ? [] : [room]))
  const open = whole.filter(({ externalSince }) => externalSince)
  const external = [...chosenPeople.external, ...(me.kind === 'external' ? [me.id] : [])]
  const chosen: Chosen = {
    everyone,
    departments: inDepartments.map(({ id, below }) => ({ id, below })),
    groups: rooms.map(({ room, team }) => ({ id: room.id, spaceId: room.spaceId, team })),
    people: named,
    external,
    outside: external.length > 0 || open.length > 0,
  }
  await mustKnowEachOther(tx, open, chosenPeople.external)
  return chosen
}

/** Groups that the person asking is in and may write to, so that what they write there together with others is read by those who read it there. */
async function roomsOf(tx: Tx, me: Writer, asked: { id: string; team: boolean }[]) {
  const rooms: { room: GroupRow; team: boolean }[] = []
  for (const { id, team } of asked) {
    const [seen] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, id))
    if (!seen) throw nobodyLikeThis()
    const room = await groupRow(tx, id)
    if ((await membersAmong(tx, id, [me.id])).length === 0)
      throw refused('MEMBERS_ONLY', 'Only members of this group can post in it. Join it first, or ask its owner.')
    mustBeOpen(room)
    await mustUse(tx, room, 'feed', 'add')
    rooms.push({ room, team })
    if (team) continue
    if (room.isolation !== 'open') throw apart(room, me)
    if (!(await seenByAll(tx, room, 'feed')))
      throw refused(
        'NOT_ALL_SEE_THE_FEED',
        `In “${room.name}” not everybody sees the feed. Write there by itself, or leave it out here.`,
      )
  }
  return rooms
}

/** Those named, all of whom one may write to; the ids of those from outside. */
async function peopleOf(tx: Tx, me: Writer, ids: string[]): Promise<{ external: string[] }> {
  const rows = await reachable(tx, me, ids)
  if (rows.length < ids.length) throw nobodyLikeThis()
  return { external: rows.flatMap(({ id, kind }) => (kind === 'external' ? [id] : [])) }
}

const alike = <One extends { id: string }>(all: One[]): One[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
]

/** To those who are kept apart nobody else is there. */
const apart = ({ name }: GroupRow, me: Writer) =>
  me.kind === 'external'
    ? refused('GROUP_BY_ITSELF', `Write in “${name}” by itself.`)
    : refused(
        'APART_IN_A_MIX',
        `In “${name}” people from outside do not see each other. Write there by itself, or to its team.`,
      )

const nobodyLikeThis = () => invalid('to', 'There is nobody like this to write to.')
