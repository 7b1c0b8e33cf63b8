import { and, desc, eq, inArray } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { becomeEmployee, rejoinCircles } from '#access/sides.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import { takeLicence } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { forgetSaid } from '../../companies/server/saying.ts'
import { personMoved } from '../../events.ts'
import { belongings, type Kept, type Moving } from '../../server/slots.ts'
import { endSponsorship } from '../../server/sponsors.ts'
import { moved, moves } from '../../server/tables.ts'
import { holdPerson, successorsOf } from './leaving.ts'
import { takeOut } from './move.ts'
import { rejoinStructure, type Stood } from './structure.ts'

const daysToUndo = 30
const sides = ['employee', 'external'] as const satisfies (typeof moves.$inferSelect)['to'][]

/** Whether this is one of the two sides between which people move. */
export const isSide = (standing: (typeof moves.$inferSelect)['to']): boolean =>
  standing === 'employee' || standing === 'external'

/** Until when a move can be undone. Only that somebody was made external is: the way there is a move like any other. */
export function undoableUntil(move: Pick<typeof moves.$inferSelect, 'to' | 'from' | 'at' | 'undoneAt'>): Date | null {
  if (move.from !== 'employee' || move.to !== 'external' || move.undoneAt) return null
  const until = new Date(move.at.getTime() + daysToUndo * 86_400_000)
  return until.getTime() > Date.now() ? until : null
}

/**
 * Takes back that somebody was made external: groups, roles, place in the company, rights and the tasks that are still open and with their
 * heir come back; what others decided since stays. As the keeper.
 */
export async function undoMove(tx: Tx, me: Me, id: string): Promise<void> {
  const person = await holdPerson(tx, id)
  const [last] = await tx
    .select()
    .from(moves)
    .where(and(eq(moves.personId, id), inArray(moves.to, sides), inArray(moves.from, sides)))
    .orderBy(desc(moves.id))
    .limit(1)
  if (!last || person.kind !== 'external' || last.undoneAt) throw nothingToUndo()
  if (!undoableUntil(last))
    throw refused('UNDO_TOO_LATE', 'A move can be undone for 30 days. Move the person again instead.')
  if (person.dismissedAt)
    throw refused('DISMISSED_STAY_AS_THEY_ARE', 'This person is dismissed. Hire them again first.')
  await takeLicence(tx, 'employee', 'external')
  const rows = await tx.select().from(moved).where(eq(moved.moveId, last.id)).orderBy(moved.id)
  const keptBy = (room: string): Kept[] => rows.filter((row) => row.room === room).map(({ kept }) => kept)
  const moving: Moving = {
    ...(await successorsOf(tx, me, id, undefined)),
    heirId: last.heirId,
    to: 'employee',
    from: 'now',
  }

  const taken = await takeOut(tx, moving)
  await becomeEmployee(tx, id)
  await endSponsorship(tx, id)
  await forgetSaid(tx, [id])
  for (const { circles } of keptBy('circles') as { circles: string[] }[]) await rejoinCircles(tx, id, circles)
  for (const stood of keptBy('people') as unknown as Stood[]) await rejoinStructure(tx, id, stood)
  for (const room of belongings()) await room.giveBack?.(tx, moving, taken.get(room.of) ?? [], keptBy(room.of))
  await tx.update(moves).set({ undoneAt: new Date(), undoneBy: me.id }).where(eq(moves.id, last.id))
  await tell(tx, personMoved, {
    about: { id, ...(await ownPlaceOf(tx, id)) },
    data: { from: 'external', to: 'employee', undone: true },
    by: me.id,
  })
}

const nothingToUndo = () => refused('NOTHING_TO_UNDO', 'Nothing was moved here that could be undone.')
