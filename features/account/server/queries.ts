import { desc, eq } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { tokens } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { waitsInLobby } from '#access/spaces.ts'
import { people, reaches } from '#access/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { MeAnswer, TokenAnswer } from '../contract.ts'
import { sectionsFor } from './slots.ts'

/** What the person asking is told of themselves. */
export async function readMe(tx: Tx, me: Me): Promise<MeAnswer> {
  const [row] = await tx
    .select({ person: people, reach: reaches })
    .from(people)
    .innerJoin(reaches, eq(reaches.personId, people.id))
    .where(eq(people.id, me.id))
  const { person, reach } = found(row)
  const { name: portalName, brandColour } = await portalFace(tx)
  const { id, name, kind, company, position, about, interests, language, timeZone, photo } = person
  const waiting = await waitsInLobby(tx)
  return {
    id,
    name,
    kind,
    position,
    about,
    interests,
    language,
    timeZone,
    email: reach.email,
    phone: reach.phone,
    mobile: reach.mobile,
    showReachesToExternals: reach.shownToExternalsAt !== null,
    administrator: me.administrator,
    sections: sectionsFor(me, waiting),
    lacksSecondFactor: me.lacksSecondFactor ?? false,
    waiting,
    portal: { name: portalName, brandColour },
    ...(company ? { company } : {}),
    ...(photo ? { photo: `/api/v1/people/${id}/photo?v=${photo}` } : {}),
  }
}

/** One's own access tokens, newest first, without what was shown once. */
export async function listTokens(tx: Tx, me: Me): Promise<TokenAnswer[]> {
  return tx
    .select({ id: tokens.id, name: tokens.name, createdAt: tokens.createdAt, lastUsedAt: tokens.lastUsedAt })
    .from(tokens)
    .where(eq(tokens.personId, me.id))
    .orderBy(desc(tokens.id))
}
