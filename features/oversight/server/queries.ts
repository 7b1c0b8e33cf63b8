import { asc, eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { levelName } from '#access/levels.ts'
import { companies, people } from '#access/tables.ts'
import { toolOfKind } from '#access/tools.ts'
import { posts } from '#features/feed/server/tables.ts'
import { groups } from '#features/groups/server/tables.ts'
import { personIn } from '#features/people/server/door.ts'
import { tasks } from '#features/tasks/server/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ReadersByReason, RecordKind } from '../contract.ts'

/** People named for one reason at the most; of a group with 50 000 members the rest is a number. */
const mostNamed = 100

const tableOf = { group: groups, post: posts, task: tasks }

/** Everyone who may read a record and whom the person asking may know, by reason; the record itself must be theirs to see. */
export async function whoCanSee(tx: Tx, kind: RecordKind, id: string): Promise<{ items: ReadersByReason[] }> {
  const table = tableOf[kind]
  const [record] = await tx.select({ audienceId: table.audienceId }).from(table).where(eq(table.id, id))
  const { rows } = await tx.execute<{ because: string; level: number; ids: string[]; more: number }>(sql`
    select r.because, r.level, (array_agg(r.person_id order by p.name, p.id))[1:${sql.raw(String(mostNamed))}] as ids,
      greatest(count(*) - ${sql.raw(String(mostNamed))}, 0)::int as more
    from access.readers_for_me(${found(record).audienceId}, ${toolOfKind(kind)}) r join people p on p.id = r.person_id
    group by r.because, r.level order by r.level desc, r.because`)
  const named = await inOrder(
    tx,
    rows.flatMap((row) => row.ids),
  )
  return {
    items: rows.map(({ because, level, ids, more }) => ({
      because,
      level: levelName(level),
      people: named.filter((person) => ids.includes(person.id)),
      more,
    })),
  }
}

async function inOrder(tx: Tx, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: people.id, name: people.name, kind: people.kind, company: companies.name, photo: people.photo })
    .from(people)
    .leftJoin(companies, eq(companies.id, people.companyId))
    .where(among(people.id, ids))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map(personIn)
}
