import { and, eq, gt, isNull, sql, type AnyColumn } from 'drizzle-orm'
import { keeperTables } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { passkeys, secondFactors, sessions, signInRules, signIns, tokens } from './sign-in-tables.ts'
import type { Me } from './signed-in.ts'
import { circleMembers, circles, people } from './tables.ts'

const administrator = sql<boolean>`${people.kind} = 'employee' and exists (select 1 from ${circleMembers} join ${circles} on ${circles.id} = ${circleMembers.circleId} where ${circleMembers.personId} = ${people.id} and ${circles.spaceId} is null and ${circles.name} = 'system-administrators')`
const hasCodes = sql<boolean>`exists (select 1 from ${secondFactors} where ${secondFactors.personId} = ${people.id} and ${secondFactors.confirmedAt} is not null)`
const hasPasskey = sql<boolean>`exists (select 1 from ${passkeys} where ${passkeys.personId} = ${people.id})`
const isAsked = sql<boolean>`exists (select 1 from ${signInRules} where case ${people.kind} when 'employee' then ${signInRules.employeesSince} else ${signInRules.externalsSince} end is not null)`
const longAgo = (at: AnyColumn) => sql<boolean>`coalesce(${at} < now() - interval '5 minutes', true)`

/** Who somebody is, by browser or by token; null for whoever is dismissed, or has a second factor and has not shown it in this browser. They are seen to be here. */
export async function personOf(platform: Platform, id: string, sessionId: string | null): Promise<Me | null> {
  const row = await standing(platform, id, sessionId)
  if (!row) return null
  if (row.seenLongAgo)
    await keeperTables(platform.database).update(signIns).set({ lastSeenAt: new Date() }).where(eq(signIns.id, id))
  if (sessionId && row.usedLongAgo)
    await keeperTables(platform.database)
      .update(sessions)
      .set({ lastUsedAt: new Date() })
      .where(eq(sessions.id, sessionId))
  return meOf(row, sessionId)
}

/** Whose browser this is, for what the portal sends there by itself; null once they are not signed in there any more, or would be asked for a second factor first. */
export async function readerAt(platform: Platform, sessionId: string): Promise<Me | null> {
  const [session] = await keeperTables(platform.database)
    .select({ personId: sessions.userId })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, new Date())))
  const row = session && (await standing(platform, session.personId, sessionId))
  const me = row ? meOf(row, sessionId) : null
  return me?.lacksSecondFactor ? null : me
}

type Standing = NonNullable<Awaited<ReturnType<typeof standing>>>

async function standing(platform: Platform, id: string, sessionId: string | null) {
  const [row] = await keeperTables(platform.database)
    .select({
      id: people.id,
      kind: people.kind,
      language: people.language,
      dismissedAt: people.dismissedAt,
      administrator,
      hasCodes,
      hasPasskey,
      isAsked,
      seenLongAgo: longAgo(signIns.lastSeenAt),
      usedLongAgo: longAgo(sessions.lastUsedAt),
      provedAt: sessions.provedAt,
      secondFactorAt: sessions.secondFactorAt,
    })
    .from(people)
    .innerJoin(signIns, eq(signIns.id, people.id))
    .leftJoin(sessions, and(eq(sessions.userId, people.id), sessionId ? eq(sessions.id, sessionId) : sql`false`))
    .where(eq(people.id, id))
  return !row || row.dismissedAt || (sessionId && row.hasCodes && !row.secondFactorAt) ? null : row
}

function meOf(row: Standing, sessionId: string | null): Me {
  const { id, kind, language, administrator: administers, provedAt } = row
  // Of a browser it is asked what was shown in it; a program can show nothing, so of it what the person has.
  const hasOne = row.hasCodes || row.hasPasskey
  const hasShown = sessionId ? row.secondFactorAt !== null : hasOne
  const lacksSecondFactor = row.isAsked && !hasShown
  return {
    id,
    kind,
    language,
    administrator: administers,
    sessionId,
    // Whoever has a second factor and has not shown it has proved nothing: by a password alone another would be set up beside it.
    provedAt: lacksSecondFactor && hasOne ? undefined : (provedAt ?? undefined),
    showedSecondFactor: row.secondFactorAt !== null,
    lacksSecondFactor,
  }
}

/** Whether somebody is here at all, and whether they have a second factor that a sign-in must show; null for whoever is dismissed. */
export async function standingOf(platform: Platform, id: string): Promise<{ hasCodes: boolean } | null> {
  const [row] = await keeperTables(platform.database)
    .select({ hasCodes })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.dismissedAt)))
  return row ?? null
}

/** The person of a personal access token, by its hash. */
export async function whoHoldsToken({ database }: Platform, hash: string): Promise<string | null> {
  const usedLately = sql<boolean>`coalesce(${tokens.lastUsedAt} > now() - interval '1 minute', false)`
  const [token] = await keeperTables(database)
    .select({ id: tokens.id, personId: tokens.personId, usedLately })
    .from(tokens)
    .where(eq(tokens.hash, hash))
  if (!token) return null
  // Written once a minute at most: a program that reads all day must not make the database write all day.
  if (!token.usedLately)
    await keeperTables(database).update(tokens).set({ lastUsedAt: new Date() }).where(eq(tokens.id, token.id))
  return token.personId
}
