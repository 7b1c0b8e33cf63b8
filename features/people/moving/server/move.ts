import { eq } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import { becomeEmployee, becomeExternal } from '#access/sides.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { takeLicence } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { holdCompanies } from '../../companies/server/holding.ts'
import { mustBeThere } from '../../companies/server/keeper.ts'
import { forgetSaid } from '../../companies/server/saying.ts'
import { personMoved } from '../../events.ts'
import { belongings, type Kept, type Moving, type Needs } from '../../server/slots.ts'
import { endSponsorship, sponsor } from '../../server/sponsors.ts'
import { moved, moves } from '../../server/tables.ts'
import { holdPerson, mustBeAbleToGo, successorsOf } from './leaving.ts'
import { leaveStructure } from './structure.ts'

/** What an administrator decides. */
export interface MoveInput {
  id: string
  kind: Moving['to']
  heirId?: string | undefined
  companyId?: string | undefined
  from?: Moving['from']
  reason?: string | undefined
}

/**
 * Makes somebody an employee or an external, in one transaction: every room takes back what it gave them as what they were, they become
 * the other, and every room gives what they have as that (PPL-8). Answers what came to others. As the keeper.
 */
export async function move(tx: Tx, me: Me, input: MoveInput): Promise<Needs> {
  const { id, kind: to, heirId, companyId = null, from = 'now', reason = '' } = input
  if (companyId) await holdCompanies(tx)
  const person = await holdPerson(tx, id)
  if (person.dismissedAt)
    throw refused('DISMISSED_STAY_AS_THEY_ARE', 'This person is dismissed. Hire them again first.')
  if (person.kind === to)
    throw to === 'employee'
      ? refused('EMPLOYEE_ALREADY', 'This person is an employee already.')
      : refused('EXTERNAL_ALREADY', 'This person is external already.')
  if (to === 'external') await mustBeAbleToGo(tx, me, id, 'move')
  if (to === 'employee' && companyId) throw invalid('companyId', 'An employee belongs to no other company.')
  if (companyId) await mustBeThere(tx, companyId)
  await takeLicence(tx, to, person.kind)
  const moving: Moving = { ...(await successorsOf(tx, me, id, heirId)), to, from }

  const [written] = await tx
    .insert(moves)
    .values({ personId: id, from: person.kind, to, movedBy: me.id, heirId: moving.heirId, reason })
    .returning({ id: moves.id })
  if (!written) throw new Error('A move was written and not given back.')
  const keep = async (room: string, rows: Kept[]) => {
    if (rows.length > 0) await tx.insert(moved).values(rows.map((kept) => ({ moveId: written.id, room, kept })))
  }
  if (to === 'external') {
    const stood = await leaveStructure(tx, id, moving.ownerId === me.id ? null : moving.ownerId)
    await keep('people', [{ ...stood }])
  }
  const taken = await takeOut(tx, moving)
  if (to === 'external') {
    await keep('circles', [{ circles: await becomeExternal(tx, id, companyId) }])
    await sponsor(tx, id, { sponsorId: moving.managerId ?? me.id })
  } else {
    await becomeEmployee(tx, id)
    await endSponsorship(tx, id)
    await forgetSaid(tx, [id])
  }
  const handed: Needs = { tasks: [], groups: [] }
  for (const room of belongings()) {
    const done = await room.bringIn?.(tx, moving, taken.get(room.of) ?? [])
    if (!done) continue
    await keep(room.of, done.kept)
    Object.assign(handed, done.handed)
  }
  await tell(tx, personMoved, {
    about: { id, ...(await ownPlaceOf(tx, id)) },
    data: { from: person.kind, to, heirId: moving.heirId },
    by: me.id,
  })
  return handed
}

/** Every room takes back what it gave somebody as what they are; what that was, by room. As the keeper. */
export async function takeOut(tx: Tx, moving: Moving): Promise<Map<string, Kept[]>> {
  const taken = new Map<string, Kept[]>()
  for (const room of belongings()) taken.set(room.of, (await room.takeOut?.(tx, moving)) ?? [])
  return taken
}

/** The company somebody belongs to. As the keeper. */
export async function companyOf(tx: Tx, id: string): Promise<string | null> {
  const [person] = await tx.select({ companyId: people.companyId }).from(people).where(eq(people.id, id))
  return person?.companyId ?? null
}
