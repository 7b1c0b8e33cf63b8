import { sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SeenFromOutside } from '../../../opening/contract.ts'
import { movers, type Visible } from '../../isolation/movers.ts'
import type { GroupRow } from '../../queries.ts'

/** Makes somebody from outside, for a rehearsal. */
export async function makeSomebody(tx: Tx, companyId?: string): Promise<string> {
  const [somebody] = await tx.insert(people).values({ kind: 'external', name: 'Somebody', companyId }).returning()
  return found(somebody).id
}

/** Where a page is turned only the people are left to be seen. */
export const withoutPast = <Seen extends Partial<Visible>>(seen: Seen): Seen => ({
  ...seen,
  posts: 0,
  comments: 0,
  tasks: 0,
})

/** What the person asking sees of a group: the others in it, and how much of each. */
export async function countSeen(
  tx: Tx,
  { id, spaceId }: Pick<GroupRow, 'id' | 'spaceId'>,
  self: string,
): Promise<SeenFromOutside> {
  const { rows } = await tx.execute<{ people: number; colleagues: number }>(sql`
    select count(*)::int as people, count(*) filter (where p.kind = 'employee')::int as colleagues
    from members m join people p on p.id = m.person_id
    where m.group_id = ${id} and p.id <> ${self} and p.dismissed_at is null`)
  const seen: SeenFromOutside = { people: 0, colleagues: 0, ...rows[0], posts: 0, comments: 0, tasks: 0 }
  for (const { of, visible } of movers()) seen[of] += await visible(tx, spaceId)
  return seen
}
