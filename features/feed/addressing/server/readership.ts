import { sql, type SQL } from 'drizzle-orm'
import { me as asking } from '#access/rules.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { postRow } from '../../server/queries.ts'
import type { AddresseeAsked, Readership } from '../contract.ts'
import { choose } from './choosing.ts'

/** Who will read what the person asking would write to these, counted under their rules. */
export async function readersOfAddressed(
  tx: Tx,
  me: Pick<Me, 'id' | 'kind'>,
  to: AddresseeAsked[],
): Promise<Readership> {
  const { everyone, departments, groups, people } = await choose(tx, me, to)
  const ids = (all: string[]) => sql`${sql.param(all)}::uuid[]`
  const within = departments.filter(({ below }) => below).map(({ id }) => id)
  const inGroups = (team: boolean) => ids(groups.filter((group) => group.team === team).map(({ id }) => id))
  return counted(
    tx,
    sql`
    with recursive under as (
      select d.id from departments d where d.id = any (${ids(within)})
      union select d.id from under join departments d on d.parent_id = under.id
    )
    select p.id from people p where ${everyone}::boolean and p.kind = 'employee'
    union select e.person_id from employments e where e.department_id = any (${ids(departments.map(({ id }) => id))})
    union select e.person_id from under join employments e on e.department_id = under.id
    union select m.person_id from members m where m.group_id = any (${inGroups(false)}) and m.lapsed_at is null
    union select m.person_id from members m join people p on p.id = m.person_id and p.kind = 'employee' where m.group_id = any (${inGroups(true)})
    union select unnest(${ids(people)})`,
  )
}

/** Who reads a post that stands in no group, as far as the person asking may know them. */
export async function readersOfPost(tx: Tx, id: string): Promise<Readership> {
  const { audienceId } = await postRow(tx, id)
  return counted(tx, sql`select r.person_id as id from access.readers_for_me(${audienceId}, 'feed') r`)
}

async function counted(tx: Tx, who: SQL): Promise<Readership> {
  const { rows } = await tx.execute<{ works: boolean; company: string | null; count: number }>(sql`
    with who (id) as materialized (${who}), seen as materialized (
      select p.id, p.kind = 'employee' as works, p.company from who join people p on p.id = who.id and p.dismissed_at is null
    )
    select x.works, x.company, count(*)::int as count from (
      select * from seen
      union all select b.id, false, b.company from access.met_beside_me(array(select w.id from who w where w.id not in (select s.id from seen s))) b
    ) x where x.id <> ${asking} group by x.works, x.company order by x.company`)
  return {
    colleagues: rows.find(({ works }) => works)?.count ?? 0,
    companies: rows.flatMap(({ works, company, count }) => (works ? [] : [{ name: company ?? '', count }])),
  }
}
