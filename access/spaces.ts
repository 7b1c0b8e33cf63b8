import { and, eq, sql } from 'drizzle-orm'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { levels, type Level } from './levels.ts'
import type { Placed } from './placing.ts'
import { appearances, audiences, circleMembers, circles, seats, spaces } from './tables.ts'

type AudienceKind = (typeof audiences.$inferInsert)['kind']
type Seated = { personId: string } | { circleId: string }

/** Opens the space of a new group; the person asking manages it. Externals are refused by the database. */
export async function openGroupSpace(tx: Tx, external: boolean): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select access.open_group_space(${external}) as id`)
  return only(rows).id
}

/** The space of the person's own things. */
export async function ownSpace(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select access.my_own_space() as id`)
  return only(rows).id
}

/** Whether the person asking is from outside and in no group at this moment (INV-6). */
export async function waitsInLobby(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ waits: boolean }>(sql`select access.i_wait_in_the_lobby() as waits`)
  return only(rows).waits
}

/** A new audience in a space one manages, or in one's own. */
export async function openAudience(tx: Tx, spaceId: string, kind: AudienceKind): Promise<Placed> {
  // The rule for reading looks at seats, and nobody sits here yet: so the id is chosen first and nothing is read back.
  const audienceId = await newId(tx)
  await tx.insert(audiences).values({ id: audienceId, spaceId, kind })
  return { spaceId, audienceId }
}

/** The audience of a space by its kind; null when there is none that the person asking may see. */
export async function audienceOf(tx: Tx, spaceId: string, kind: 'everyone' | 'team'): Promise<Placed | null> {
  const [found] = await tx
    .select({ audienceId: audiences.id, spaceId: audiences.spaceId })
    .from(audiences)
    .where(and(eq(audiences.spaceId, spaceId), kinds[kind]))
  return found ?? null
}

// Spelled and not passed: a lasting plan finds the index of part of a table only by words that stand in the text (docs/speed.md).
const kinds = { everyone: sql`${audiences.kind} = 'everyone'`, team: sql`${audiences.kind} = 'team'` }

/** Where a person's own things stand; as the keeper. */
export async function ownPlaceOf(tx: Tx, personId: string): Promise<Placed> {
  const [own] = await tx
    .select({ audienceId: audiences.id, spaceId: audiences.spaceId })
    .from(spaces)
    .innerJoin(audiences, and(eq(audiences.spaceId, spaces.id), kinds.everyone))
    .where(and(sql`${spaces.kind} = 'person'`, eq(spaces.ownerId, personId)))
  return only([own])
}

/** Where the own things of each of these people stand, beside their ids; as the keeper. */
export const ownPlacesOf = (tx: Tx, personIds: string[]): Promise<(Placed & { id: string })[]> =>
  tx
    .select({ id: sql<string>`${spaces.ownerId}`, audienceId: audiences.id, spaceId: audiences.spaceId })
    .from(spaces)
    .innerJoin(audiences, and(eq(audiences.spaceId, spaces.id), kinds.everyone))
    .where(and(sql`${spaces.kind} = 'person'`, among(spaces.ownerId, personIds)))

/** A new circle kept by a space: its members, its team. */
export async function openCircle(
  tx: Tx,
  circle: { spaceId: string; name: string; admits: 'everyone' | 'employees' },
): Promise<string> {
  const [made] = await tx.insert(circles).values(circle).returning({ id: circles.id })
  return only([made]).id
}

/** Brings a person into a circle; being in it already is fine. */
export async function joinCircle(tx: Tx, circleId: string, personId: string): Promise<void> {
  await tx.insert(circleMembers).values({ circleId, personId }).onConflictDoNothing()
}

/** The circle of this name that a space keeps. */
export async function circleNamed(tx: Tx, spaceId: string, name: string): Promise<string> {
  const found = await tx
    .select({ id: circles.id })
    .from(circles)
    .where(and(eq(circles.spaceId, spaceId), eq(circles.name, name)))
  return only(found).id
}

/** Takes a person out of every circle of a space. */
export async function leaveCircles(tx: Tx, spaceId: string, personId: string): Promise<void> {
  await tx.execute(
    sql`delete from circle_members m using circles c where c.id = m.circle_id and c.space_id = ${spaceId} and m.person_id = ${personId}`,
  )
}

/** Gives a seat: in the whole space when `audienceId` is left out (never for externals). */
export async function giveSeat(
  tx: Tx,
  seat: Seated & { spaceId: string; audienceId?: string; level: Level; because: string },
): Promise<void> {
  await tx.insert(seats).values({ ...seat, id: await newId(tx), level: levels[seat.level] })
}

/** Takes the seats that a person holds by name in a space, or in one audience of it. */
export async function takeSeats(tx: Tx, spaceId: string, personId: string, audienceId?: string): Promise<void> {
  await tx
    .delete(seats)
    .where(
      and(
        eq(seats.spaceId, spaceId),
        eq(seats.personId, personId),
        audienceId ? eq(seats.audienceId, audienceId) : undefined,
      ),
    )
}

/** Takes the seats that a person holds by name in a space for one reason, and leaves those for others. */
export async function takeSeatsFor(tx: Tx, spaceId: string, personId: string, because: string): Promise<void> {
  await tx
    .delete(seats)
    .where(and(eq(seats.spaceId, spaceId), eq(seats.personId, personId), eq(seats.because, because)))
}

/** Lets those who read an audience know a person by name. */
export async function appear(tx: Tx, personId: string, place: Placed): Promise<void> {
  await tx
    .insert(appearances)
    .values({ personId, spaceId: place.spaceId, audienceId: place.audienceId })
    .onConflictDoNothing()
}

/** Takes a person's name out of all audiences of a space. */
export async function disappear(tx: Tx, personId: string, spaceId: string): Promise<void> {
  await tx.delete(appearances).where(and(eq(appearances.personId, personId), eq(appearances.spaceId, spaceId)))
}

async function newId(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select uuidv7() as id`)
  return only(rows).id
}

function only<T>(rows: (T | undefined)[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('The database answered with no row where one was certain.')
  return row
}
