import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { namedPeople } from '#features/people/server/door.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { longestTerm } from '../../server/slots.ts'
import { groups, members } from '../../server/tables.ts'
import type { Sponsorship } from '../contract.ts'
import { renewedUntil } from './term.ts'

/** Who answers for somebody from outside and where they are; for colleagues, who read of groups those that they are in. */
export async function readSponsorship(tx: Tx, me: Me, personId: string): Promise<Sponsorship> {
  const [row] = await tx.select().from(sponsorships).where(eq(sponsorships.personId, personId))
  const named = await namedPeople(tx, [row?.sponsorId ?? null])
  const mine = await rolesOf(tx, me.id)
  const longest = await longestTerm(tx)
  const isMine = row?.sponsorId === me.id
  const rows = await tx
    .select({ member: members, group: groups })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(eq(members.personId, personId))
    .orderBy(groups.name)
  const stays = rows.map(({ member, group }) => {
    const role = mine.get(group.id)
    const renews =
      group.archivedAt === null && (me.administrator || (role !== undefined && (role !== 'member' || isMine)))
    const { since, until, lapsedAt } = member
    const renewal = renews && until ? renewedUntil({ ...member, until }, group.timeZone, longest).until : null
    return { group: { id: group.id, name: group.name }, since, until, lapsedAt, renewal, renews }
  })
  return {
    sponsor: named.get(row?.sponsorId ?? '') ?? null,
    purpose: row?.purpose ?? '',
    since: row?.since ?? null,
    changes: me.administrator || isMine,
    takesOver:
      !isMine && (me.administrator || stays.some(({ group }) => (mine.get(group.id) ?? 'member') !== 'member')),
    groups: stays,
  }
}

/** What the person asking is in their groups. */
async function rolesOf(tx: Tx, personId: string) {
  const rows = await tx
    .select({ groupId: members.groupId, role: members.role })
    .from(members)
    .where(and(sql`${members.personId} = ${personId}`, isNull(members.lapsedAt)))
  return new Map(rows.map(({ groupId, role }) => [groupId, role]))
}
