import { eq, sql } from 'drizzle-orm'
import { hashPassword } from 'better-auth/crypto'
import type { Tx } from '#platform/database/transaction.ts'
import {
  credentials,
  emailChanges,
  passkeys,
  proofs,
  recoveryCodes,
  secondFactors,
  sessions,
  signIns,
  tokens,
} from './sign-in-tables.ts'
import { phoneCodes, phoneNumbers, standInFor } from './phones.ts'
import { audiences, circleMembers, circles, people, reaches, seats, spaces } from './tables.ts'
import { levels } from './levels.ts'
import type { Placed } from './placing.ts'

export interface Newcomer {
  name: string
  kind: 'employee' | 'external'
  /** Parsed and in its comparable form. Left out for somebody who comes by phone. */
  email?: string
  /** A mobile number, in its comparable form, to which their invitation went. Until they come it stands in their profile and proves nothing. */
  number?: string
  password?: string
  companyId?: string
  position?: string
  about?: string
  language?: 'en' | 'ru' | 'pl'
  timeZone?: string
  /** Whether they have shown that the address is theirs, by coming through a letter to it; later: until they do, they cannot sign in. */
  proven: boolean | 'later'
}

/** Makes a person with a way to sign in and a space of their own. As the keeper: nobody could do it for themselves. */
export async function admitPerson(tx: Tx, newcomer: Newcomer): Promise<string> {
  const { name, kind, email, number, companyId, position, about, language, timeZone } = newcomer
  const [person] = await tx
    .insert(people)
    .values({ name, kind, companyId, position, about, language, timeZone })
    .returning({ id: people.id })
  if (!person) throw new Error('A person was written and not given back.')
  await tx.insert(reaches).values({ personId: person.id, email: email ?? '', mobile: number ?? '' })
  if (newcomer.proven !== 'later')
    await openSignIn(tx, { id: person.id, name, email: email ?? standInFor(person.id), proven: newcomer.proven })
  if (number && newcomer.proven !== 'later') await tx.insert(phoneNumbers).values({ personId: person.id, number })
  if (newcomer.password) await writePassword(tx, [person.id], newcomer.password)
  await openOwnSpace(tx, person.id, kind)
  if (kind === 'employee') await joinPortalCircle(tx, 'employees', person.id)
  return person.id
}

/** Lets somebody sign in by an address. As the keeper. */
export async function openSignIn(
  tx: Tx,
  { proven, ...known }: { id: string; name: string; email: string; proven: boolean },
): Promise<void> {
  await tx.insert(signIns).values({ ...known, emailVerified: proven })
}

/**
 * Gives an account that is there already to whoever came through a letter to its address: the password and the sessions of before,
 * tokens and letters under way count no more, and it is open. As the keeper, in the transaction that checked the letter.
 */
export async function takeOver(
  tx: Tx,
  personId: string,
  {
    name,
    email,
    password,
    language,
  }: { name: string; email: string; password?: string | undefined; language: 'en' | 'ru' | 'pl' },
): Promise<void> {
  await tx.delete(credentials).where(eq(credentials.userId, personId))
  await tx.delete(sessions).where(eq(sessions.userId, personId))
  await tx.delete(tokens).where(eq(tokens.personId, personId))
  await tx.delete(passkeys).where(eq(passkeys.personId, personId))
  await tx.delete(secondFactors).where(eq(secondFactors.personId, personId))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.delete(phoneCodes).where(eq(phoneCodes.personId, personId))
  await tx.delete(emailChanges).where(eq(emailChanges.personId, personId))
  await tx
    .delete(proofs)
    .where(sql`${proofs.value} = ${personId} or position(${JSON.stringify(email)} in ${proofs.value}) > 0`)
  await tx.update(people).set({ name, language, dismissedAt: null }).where(eq(people.id, personId))
  await tx.update(signIns).set({ name, emailVerified: true }).where(eq(signIns.id, personId))
  if (password) await writePassword(tx, [personId], password)
}

/** The id of the person who signs in with this address, dismissed or not; as the keeper, and never told to anybody. */
export async function personByEmail(tx: Tx, email: string): Promise<string | null> {
  const [known] = await tx.select({ id: signIns.id }).from(signIns).where(eq(signIns.email, email))
  return known?.id ?? null
}

/** Brings an employee into a circle of the whole portal: employees, system-administrators. */
export async function joinPortalCircle(
  tx: Tx,
  name: 'employees' | 'system-administrators',
  personId: string,
): Promise<void> {
  await tx.insert(circles).values({ name, admits: 'employees' }).onConflictDoNothing()
  const [circle] = await tx
    .select({ id: circles.id })
    .from(circles)
    .where(sql`${circles.spaceId} is null and ${circles.name} = ${name}`)
  if (circle) await tx.insert(circleMembers).values({ circleId: circle.id, personId }).onConflictDoNothing()
}

/** Takes somebody out of a circle of the whole portal. */
export async function leavePortalCircle(tx: Tx, name: 'system-administrators', personId: string): Promise<void> {
  await tx.execute(
    sql`delete from circle_members m using circles c where c.id = m.circle_id and c.space_id is null and c.name = ${name} and m.person_id = ${personId}`,
  )
}

/**
 * Holds an address, or a mobile number, until the end of the transaction: of several who would have it at once, each finds what the one before
 * made of it. In its comparable form.
 */
export const holdAddress = (tx: Tx, address: string): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`address ${address}`}, 0))`)

/** Gives people who have none a password: all of them the same, and known as such, as in the sample company. */
export async function writePassword(tx: Tx, personIds: string[], plain: string): Promise<void> {
  const password = await hashPassword(plain)
  await tx
    .insert(credentials)
    .values(personIds.map((userId) => ({ userId, accountId: userId, providerId: 'credential', password })))
}

async function openOwnSpace(tx: Tx, personId: string, kind: Newcomer['kind']): Promise<void> {
  const [space] = await tx
    .insert(spaces)
    .values({ kind: 'person', ownerId: personId, externalSince: new Date() })
    .returning()
  if (!space) throw new Error('A space was written and not given back.')
  const [audience] = await tx.insert(audiences).values({ spaceId: space.id, kind: 'everyone' }).returning()
  if (!audience) throw new Error('An audience was written and not given back.')
  await seatInOwnSpace(tx, personId, kind, { spaceId: space.id, audienceId: audience.id })
}

/** An employee sits in the whole of their own space; an external, as everywhere, in an audience of it. */
export async function seatInOwnSpace(tx: Tx, personId: string, kind: Newcomer['kind'], own: Placed): Promise<void> {
  const { spaceId, audienceId } = own
  await tx.insert(seats).values({
    spaceId,
    audienceId: kind === 'employee' ? null : audienceId,
    personId,
    level: levels.manage,
    because: 'own',
  })
}
