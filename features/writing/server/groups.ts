import { groups } from '#features/groups/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Mentions } from '../contract.ts'

/** Groups as a mention names them, as far as the person asking sees them. */
export async function groupsNamed(tx: Tx, ids: Iterable<string>): Promise<Map<string, Mentions['groups'][number]>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .select({ id: groups.id, name: groups.name, externalSince: groups.externalSince })
    .from(groups)
    .where(among(groups.id, wanted))
  return new Map(rows.map(({ id, name, externalSince }) => [id, { id, name, external: externalSince !== null }]))
}
