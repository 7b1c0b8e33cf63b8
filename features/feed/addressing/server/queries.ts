import { eq, sql, type SQL } from 'drizzle-orm'
import { groups } from '#features/groups/server/tables.ts'
import { departments } from '#features/people/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Addressee } from '../contract.ts'
import { addressees } from './tables.ts'

type Row = Awaited<ReturnType<typeof addresseesOf>>[number]

/** Whom these audiences were addressed to, as far as the person asking may know them. Asked once for a whole page. */
export async function addresseesOf(tx: Tx, audienceIds: string[]) {
  if (audienceIds.length === 0) return []
  return tx
    .select({
      audienceId: addressees.audienceId,
      kind: addressees.kind,
      personId: addressees.personId,
      below: addressees.below,
      team: addressees.team,
      group: { id: groups.id, name: groups.name, externalSince: groups.externalSince },
      department: { id: departments.id, name: departments.name },
    })
    .from(addressees)
    .leftJoin(groups, eq(groups.id, addressees.groupId))
    .leftJoin(departments, eq(departments.id, addressees.departmentId))
    .where(among(addressees.audienceId, [...new Set(audienceIds)]))
    .orderBy(addressees.id)
}

/** Where a group is addressed together with others, as a query of audiences. */
export const whereNamed = (groupId: string): SQL =>
  sql`select x.audience_id from addressees x where x.group_id = ${groupId}`

/** Those of them to whom one thing is said: whoever wrote it is no addressee of it. */
export function shownTo(
  rows: Row[],
  { groupId, audienceId, authorId }: { groupId: string | null; audienceId: string; authorId: string },
  named: (personId: string) => Person | null,
): Addressee[] {
  if (groupId) return []
  return rows.flatMap((row): Addressee[] => {
    if (row.audienceId !== audienceId || row.personId === authorId) return []
    const one = shown(row, named)
    return one ? [one] : []
  })
}

function shown(
  { kind, personId, below, team, group, department }: Row,
  named: (personId: string) => Person | null,
): Addressee | null {
  const person = personId && named(personId)
  switch (kind) {
    case 'everyone':
      return { kind }
    case 'department':
      return { kind, department, below }
    case 'group':
      return group && { kind, group: { id: group.id, name: group.name, external: group.externalSince !== null }, team }
    case 'person':
      return person ? { kind, person } : null
  }
}
