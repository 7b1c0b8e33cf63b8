import { and, eq, isNull, sql } from 'drizzle-orm'
import { found, invalid, notFound, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { circleMembers, circles, people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { administratorsHere } from '../../server/keeper.ts'
import { managerOf } from '../../departments/server/standing.ts'
import type { Leaving } from '../../server/slots.ts'

const isAdministrators = sql`${circles.spaceId} is null and ${circles.name} = 'system-administrators'`

/**
 * Somebody whose standing is about to change, held until the end of the transaction. Two administrators who move or dismiss each other
 * come one after the other: the second is no administrator any more. As the keeper.
 */
export async function holdPerson(tx: Tx, id: string): Promise<typeof people.$inferSelect> {
  await tx.select({ id: circles.id }).from(circles).where(isAdministrators).for('update')
  const [person] = await tx.select().from(people).where(eq(people.id, id)).for('update')
  return found(person)
}

/** Refuses to take the last System administrator away, and that anybody moves or dismisses themselves. As the keeper. */
export async function mustBeAbleToGo(tx: Tx, me: Me, id: string, does: 'dismiss' | 'move'): Promise<void> {
  await mustStillAdminister(tx, me)
  await mustNotBeLast(tx, id)
  if (id !== me.id) return
  throw does === 'dismiss'
    ? refused('NOBODY_DISMISSES_THEMSELVES', 'Nobody can dismiss themselves. Ask another System administrator.')
    : refused('NOBODY_MOVES_THEMSELVES', 'Nobody can move themselves. Ask another System administrator.')
}

/** Of two administrators who take each other away at once, the second is none any more. As the keeper, once the person is held. */
export async function mustStillAdminister(tx: Tx, me: Me): Promise<void> {
  if (!(await administratorsHere(tx)).includes(me.id)) throw notFound()
}

/** Refuses to take the last System administrator away. As the keeper. */
export async function mustNotBeLast(tx: Tx, id: string): Promise<void> {
  if (await administratorsBeside(tx, id)) return
  throw refused('LAST_ADMINISTRATOR_STAYS', 'This is the last System administrator. Make somebody else one first.')
}

/** Refuses what is done only with whoever is dismissed. */
export function mustBeGone({ dismissedAt }: Pick<typeof people.$inferSelect, 'dismissedAt'>): void {
  if (!dismissedAt) throw refused('STILL_HERE', 'This person is here. Dismiss them first.')
}

async function administratorsBeside(tx: Tx, id: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: people.id })
    .from(circleMembers)
    .innerJoin(circles, and(eq(circles.id, circleMembers.circleId), isAdministrators))
    .innerJoin(people, eq(people.id, circleMembers.personId))
    .where(and(isNull(people.dismissedAt), sql`${people.id} <> ${id}`))
    .limit(1)
  return other !== undefined
}

/** Who takes over: the heir named, else for what cannot be without somebody the manager, else whoever does it. As the keeper. */
export async function successorsOf(tx: Tx, me: Me, personId: string, heirId: string | undefined): Promise<Leaving> {
  if (heirId === personId) throw noHeir()
  const heir = heirId && (await activeEmployee(tx, heirId))
  if (heirId && !heir) throw noHeir()
  const above = await managerOf(tx, personId)
  const manager = above && (await activeEmployee(tx, above))
  return { personId, managerId: manager, heirId: heir ?? null, ownerId: heir ?? manager ?? me.id, byId: me.id }
}

async function activeEmployee(tx: Tx, id: string): Promise<string | null> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, id), eq(people.kind, 'employee'), isNull(people.dismissedAt)))
    .for('share')
  return person?.id ?? null
}

const noHeir = () => invalid('heirId', 'Choose somebody else who works here.')
