import type { Me } from '#access/signed-in.ts'
import type { Tool } from '#access/tools.ts'
import { groupRow, placeIn, type Addressed } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { readersOf } from './mentions.ts'

/** Those of some people who would read what the person asking writes in a group. Whom they do not know there is not among them. */
export async function listReached(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id, tool, personIds, ...addressed }: Addressed & { id: string; tool: Tool; personIds: string[] },
): Promise<{ personIds: string[] }> {
  const place = await placeIn(tx, me, await groupRow(tx, id), addressed)
  return { personIds: await readersOf(tx, place, tool, personIds) }
}
