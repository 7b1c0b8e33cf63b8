import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { toolOpen } from '#access/tools.ts'
import { groups, members } from '#features/groups/server/tables.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { departments } from '#features/people/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AddresseeAsked, Reached } from '../contract.ts'
import { whomIWriteTo } from './acquainted.ts'

type Writer = Pick<Me, 'id' | 'kind'>

interface Found {
  reached: Reached[]
  /** Known still, and not to be written to any more. */
  lost: Reached[]
  /** Both of them, as they were chosen. */
  unreached: AddresseeAsked[]
  /** How many more there are: what one may not know and what is not there are one. */
  others: number
}

/** Of those whom somebody chose before, whom they can still write to. Each is asked for under their rules, and nothing is said of whom they may not know. */
export async function reach(tx: Tx, me: Writer, chosen: AddresseeAsked[]): Promise<Found> {
  const ids = (kind: AddresseeAsked['kind']) =>
    chosen.flatMap((one) => (one.kind === kind && 'id' in one ? one.id : []))
  const works = me.kind === 'employee'
  const inGroups = await groupsAmong(tx, me, ids('group'))
  const inDepartments = works ? await departmentsAmong(tx, ids('department')) : new Map<string, Named>()
  const named = await namedPeople(tx, ids('person'))
  const written = new Set((await reachable(tx, me, [...named.keys()])).map(({ id }) => id))
  const found: Found = { reached: [], lost: [], unreached: [], others: 0 }
  const put = (asked: AddresseeAsked, may: boolean, one: Reached | null) => {
    if (one && may) return found.reached.push(one)
    found.unreached.push(asked)
    return one ? found.lost.push(one) : (found.others += 1)
  }
  for (const one of chosen) {
    if (one.kind === 'everyone') put(one, works, works ? one : null)
    else if (one.kind === 'department') {
      const department = inDepartments.get(one.id)
      put(one, true, department ? { kind: one.kind, department, below: one.below } : null)
    } else if (one.kind === 'group') {
      const known = inGroups.get(one.id)
      put(one, known?.may === true && (works || !one.team), known ? { ...known.shown, team: one.team && works } : null)
    } else {
      const person = named.get(one.id)
      put(one, one.id === me.id || written.has(one.id), person ? { kind: one.kind, person } : null)
    }
  }
  return found
}

interface Named {
  id: string
  name: string
}

/** Those of these groups in which the person asking can post. */
export async function postableAmong(tx: Tx, me: Pick<Me, 'id'>, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: groups.id })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(
      and(
        eq(members.personId, me.id),
        among(members.groupId, ids),
        isNull(members.lapsedAt),
        isNull(groups.archivedAt),
        toolOpen(members, 'feed', 'add'),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

async function groupsAmong(tx: Tx, me: Writer, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const { id, name, externalSince, isolation } = groups
  const rows = await tx.select({ id, name, externalSince, isolation }).from(groups).where(among(id, ids))
  const open = await postableAmong(tx, me, ids)
  return new Map(
    rows.map((row) => {
      const group = { id: row.id, name: row.name, external: row.externalSince !== null }
      const apart = me.kind === 'employee' && row.isolation !== 'open'
      return [row.id, { may: open.has(row.id), shown: { kind: 'group' as const, group, apart } }]
    }),
  )
}

async function departmentsAmong(tx: Tx, ids: string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const { id, name } = departments
  const rows = await tx.select({ id, name }).from(departments).where(among(id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of these people whom one may write to by name: colleagues all, and where one of both is from outside who meet in a group. */
export async function reachable(tx: Tx, me: Writer, ids: string[]): Promise<Writer[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: people.id, kind: people.kind })
    .from(people)
    .where(and(among(people.id, ids), isNull(people.dismissedAt), ne(people.id, me.id)))
  const colleagues = ({ kind }: Writer) => me.kind === 'employee' && kind === 'employee'
  const others = rows.flatMap((row) => (colleagues(row) ? [] : [row.id]))
  const met = new Set(await whomIWriteTo(tx, others))
  return rows.filter((row) => colleagues(row) || met.has(row.id))
}
