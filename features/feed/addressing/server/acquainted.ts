import { sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { me } from '#access/rules.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import { namedPeople } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * Where two meet: in a group that is open to people from outside, in which both are now, know each other by name and speak at all. Two from outside who
 * are kept apart there do not (GRP-7). `a` and `b` are members of the group `g`.
 */
const meeting = sql`b.group_id = a.group_id and a.lapsed_at is null and b.lapsed_at is null
  and g.external_since is not null and g.archived_at is null and g.isolation not in ('voice', 'readonly')`

/** Those of these people whom the person asking meets in a group. */
export async function whomIWriteTo(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct b.person_id as id from members a join groups g on g.id = a.group_id join members b on ${meeting}
    where a.person_id = ${me} and b.person_id = any (${sql.param(ids)}::uuid[])`)
  return rows.map(({ id }) => id)
}

/**
 * Refuses to put people from outside together who do not see each other: they would read each other's names and words. Only one group with people from
 * outside is written to as a whole, and beside it only those of them by name who are in it. Asked under the rules of whoever writes: who meet where
 * the writer does not see it do not meet.
 */
export async function mustKnowEachOther(tx: Tx, groups: GroupRow[], external: string[]): Promise<void> {
  const [one, other] = groups
  if (one && other) throw strangers(`People from outside in “${one.name}” and in “${other.name}”`, [one.id, other.id])
  if (external.length === 0) return
  const named = await namedPeople(tx, external)
  const nameOf = (id: string | undefined) => named.get(id ?? '')?.name ?? '…'
  if (one) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select x.id from unnest(${sql.param(external)}::uuid[]) x(id)
      where not exists (select from members m where m.group_id = ${one.id} and m.person_id = x.id and m.lapsed_at is null)`)
    if (rows[0]) throw strangers(`People from outside in “${one.name}” and ${nameOf(rows[0].id)}`, [one.id, rows[0].id])
  }
  const { rows } = await tx.execute<{ one: string; other: string }>(sql`
    select x.id as one, y.id as other from unnest(${sql.param(external)}::uuid[]) x(id)
    join unnest(${sql.param(external)}::uuid[]) y(id) on y.id > x.id
    where not exists (
      select from members a join groups g on g.id = a.group_id join members b on ${meeting}
      where a.person_id = x.id and b.person_id = y.id and (g.isolation = 'open' or a.audience_id = b.audience_id)
    ) limit 1`)
  const [pair] = rows
  if (pair) throw strangers(`${nameOf(pair.one)} and ${nameOf(pair.other)}`, [pair.one, pair.other])
}

/** `among` are those of whom it is true: ids that the writer chose. */
const strangers = (who: string, among: string[]) =>
  refused('DO_NOT_SEE_EACH_OTHER', `${who} do not see each other. Write to them one by one.`, { among })
