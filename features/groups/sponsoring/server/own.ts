import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { appearances, people, reaches } from '#access/tables.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { keptApart, namesIn } from '../../server/names.ts'
import { whoInvited, type Inviter } from '../../server/slots.ts'
import { groups, members } from '../../server/tables.ts'
import type { OwnAccess } from '../contract.ts'

type OwnGroup = OwnAccess['groups'][number]

/** Where somebody from outside is, who invited them there and who answers for them as far as they may know, and who reads how to reach them. Under their own rules. */
export async function readOwnAccess(tx: Tx, me: Me, invited: Inviter[]): Promise<Omit<OwnAccess, 'purpose'>> {
  // Named only to whom the rules show them. Somebody answers for a person, not in a group: whoever meets their sponsor by name anywhere reads
  // the name here, though one of their groups speaks with one voice.
  const [own] = await tx.select().from(sponsorships).where(eq(sponsorships.personId, me.id))
  const sponsor = (await namedPeople(tx, [own?.sponsorId ?? null])).get(own?.sponsorId ?? '') ?? null
  const [reach] = await tx
    .select({ shownAt: reaches.shownToExternalsAt })
    .from(reaches)
    .where(eq(reaches.personId, me.id))
  const shownToExternals = Boolean(reach?.shownAt)
  const rows = await tx
    .select({ member: members, group: groups, apart: keptApart })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(eq(members.personId, me.id))
    .orderBy(groups.name)
  const rooms = new Map(rows.map(({ group: { id, spaceId }, apart }) => [id, { spaceId, apart }]))
  const through = new Map(invited.map((one) => [one.groupId, one]))
  const names = await namesIn(
    tx,
    rooms.values(),
    invited.map(({ by }) => by),
  )
  const mine: OwnGroup[] = []
  for (const { member, group } of rows) {
    const { id, name, isolation, spaceId } = group
    const { since, until, lapsedAt } = member
    const readers = await readersIn(tx, me, spaceId, { shownToExternals, voice: isolation === 'voice' })
    const one = through.get(id)
    const invitedHere = one ? { by: names(one.by, rooms.get(id)), purpose: one.purpose } : null
    mine.push({ id, name, since, until, lapsedAt, invited: invitedHere, readers })
  }
  return { sponsor, shownToExternals, groups: mine }
}

/**
 * Who reads how to reach them because they are known there: the readers of the audiences in which they appear, which are those whom the rules
 * let read; of them as many as they may know of. People from outside only if they say so (PPL-4).
 */
async function readersIn(
  tx: Tx,
  me: Me,
  spaceId: string,
  { shownToExternals, voice }: { shownToExternals: boolean; voice: boolean },
): Promise<NonNullable<OwnGroup['readers']>> {
  const rows = await tx
    .selectDistinct({ id: people.id, kind: people.kind, company: people.company })
    .from(appearances)
    .innerJoin(sql`lateral access.readers_for_me(${appearances.audienceId}, null) reader`, sql`true`)
    .innerJoin(people, sql`${people.id} = reader.person_id and ${people.id} <> ${me.id}`)
    .where(and(eq(appearances.spaceId, spaceId), eq(appearances.personId, me.id)))
  const counts = new Map<string, number>()
  for (const { kind, company } of rows)
    if (kind === 'external' && shownToExternals) counts.set(company ?? '', (counts.get(company ?? '') ?? 0) + 1)
  return {
    colleagues: voice ? null : rows.filter(({ kind }) => kind === 'employee').length,
    companies: [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

/** What only the keeper reads of somebody's own access: what they are here for, who invited them, and the names of groups where it has ended. */
export async function endedAccess(
  tx: Tx,
  personId: string,
): Promise<Pick<OwnAccess, 'purpose' | 'groups'> & { invited: Inviter[] }> {
  const [own] = await tx.select().from(sponsorships).where(eq(sponsorships.personId, personId))
  const rows = await tx
    .select({ name: groups.name, since: members.since, until: members.until, lapsedAt: members.lapsedAt })
    .from(members)
    .innerJoin(groups, and(eq(groups.id, members.groupId), isNotNull(groups.externalSince)))
    .where(and(eq(members.personId, personId), isNotNull(members.lapsedAt)))
    .orderBy(groups.name)
  return {
    purpose: own?.purpose ?? '',
    invited: await whoInvited(tx, personId),
    groups: rows.map((row) => ({ id: null, ...row, invited: null, readers: null })),
  }
}
