import { eq } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { companies } from '#access/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { administratorsAmong } from '../../../server/keeper.ts'
import {
  belongings,
  countBelongings,
  nameNeeds,
  needsOf,
  type Moving,
  type Needs,
  type Sight,
  type Written,
} from '../../../server/slots.ts'
import type { MovePreview } from '../../contract.ts'
import { signedIn } from '../keeper.ts'
import { holdPerson } from '../leaving.ts'
import { companyOf, move, type MoveInput } from '../move.ts'
import { countPeople } from '../queries.ts'
import { standingInStructure } from '../structure.ts'
import { undoMove } from '../undo.ts'

/** What a move would open or close. */
export async function previewMove(
  database: Database,
  asking: Tx,
  me: Me,
  input: Pick<MoveInput, 'id' | 'kind'>,
): Promise<MovePreview> {
  const { id, kind } = input
  const moved = (from: Moving['from']) => (tx: Tx) => move(tx, me, { ...input, from })
  return previewOf(database, asking, { id, kind, act: moved('now'), withPast: moved('everything') })
}

/** What undoing one would open, close and give back: the same numbers, found by undoing it. */
export const previewUndo = (database: Database, asking: Tx, me: Me, id: string): Promise<MovePreview> => {
  const act = async (tx: Tx): Promise<Needs> => {
    await undoMove(tx, me, id)
    return { tasks: [], groups: [] }
  }
  return previewOf(database, asking, { id, kind: 'employee', act, withPast: act })
}

interface Rehearsed {
  id: string
  kind: Moving['to']
  act: (tx: Tx) => Promise<Needs>
  /** The same where whoever is the first from outside finds all that was written before. */
  withPast: (tx: Tx) => Promise<Needs>
}

/**
 * What an act would change, counted with the eyes of whoever it is about, before and after. What needs an heir is named by what the
 * administrator reads as things are: in the rehearsal groups may have come to them.
 */
async function previewOf(database: Database, asking: Tx, { id, kind, act, withPast }: Rehearsed): Promise<MovePreview> {
  const { needs, firsts, read, ...preview } = await rehearse(database, async (tx, lookAs) => {
    const { dismissedAt } = await holdPerson(tx, id)
    const stood = await standing(tx, id)
    const leaves = { ...stood, company: await companyName(tx, await companyOf(tx, id)) }
    const had = await needsOf(tx, id)
    const { invitations, externals } = await countBelongings(tx, id)
    const before = dismissedAt ? nothing : await lookAs(id, look)
    const firsts = kind === 'external' ? await firstsOf(tx, id) : []
    const needs = await act(tx)
    const has = await needsOf(tx, id)
    const returns = {
      ...(kind === 'employee' ? await standing(tx, id) : stoodNowhere),
      tasks: Math.max(0, has.tasks.length - had.tasks.length),
      groups: Math.max(0, has.groups.length - had.groups.length),
    }
    const after = await lookAs(id, look)
    const read = firsts.length > 0 ? await lookAs(id, readAll) : nothingRead
    return {
      kind,
      before,
      after,
      needs,
      leaves,
      returns,
      invitations,
      externals,
      firsts,
      read,
      ...(await signedIn(tx, id)),
    }
  })
  const first = firsts.length > 0 ? await pastOf(database, asking, { id, withPast, firsts, read }) : null
  return { ...preview, first, needsHeir: await nameNeeds(asking, needs) }
}

/** How much they would read beside `read` if nothing of these groups stayed with the team. */
async function pastOf(
  database: Database,
  asking: Tx,
  { id, withPast, firsts, read }: Pick<Rehearsed, 'id' | 'withPast'> & { firsts: string[]; read: Written },
): Promise<MovePreview['first']> {
  const all = await rehearse(database, async (tx, lookAs) => {
    await withPast(tx)
    return lookAs(id, readAll)
  })
  const { groups, named } = await nameNeeds(asking, { tasks: [], groups: firsts })
  const [posts, comments, tasks] = [all.posts - read.posts, all.comments - read.comments, all.tasks - read.tasks]
  return { groups, named: named.groups, past: { posts, comments, tasks } }
}

const nothing: Sight = { people: 0, groups: 0, teams: 0, foundGroups: 0, tasks: 0 }
const nothingRead: Written = { posts: 0, comments: 0, tasks: 0 }
const stoodNowhere = { department: null, manager: null, leads: [], reports: 0, administrator: false }

const standing = async (tx: Tx, id: string) => ({
  ...(await standingInStructure(tx, id)),
  administrator: (await administratorsAmong(tx, [id])).has(id),
})

async function look(tx: Tx): Promise<Sight> {
  const seen = { ...nothing, people: await countPeople(tx) }
  for (const room of belongings()) Object.assign(seen, await room.look?.(tx))
  return seen
}

async function readAll(tx: Tx): Promise<Written> {
  const read = { ...nothingRead }
  for (const room of belongings()) Object.assign(read, await room.read?.(tx))
  return read
}

async function firstsOf(tx: Tx, personId: string): Promise<string[]> {
  const ids: string[] = []
  for (const room of belongings()) ids.push(...((await room.firsts?.(tx, personId)) ?? []))
  return ids
}

async function companyName(tx: Tx, id: string | null): Promise<string | null> {
  if (!id) return null
  const [company] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, id))
  return company?.name ?? null
}
