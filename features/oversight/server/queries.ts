import { asc, eq, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { levelName } from '#access/levels.ts'
import { iAmEmployee } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { toolOfKind } from '#access/tools.ts'
import { posts } from '#features/feed/server/tables.ts'
import { roomIn } from '#features/groups/server/door.ts'
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
export async function whoCanSee(
  tx: Tx,
  kind: RecordKind,
  id: string,
): Promise<{ items: ReadersByReason[]; voice: boolean }> {
  const table = tableOf[kind]
  const [record] = await tx
    .select({ audienceId: table.audienceId, spaceId: table.spaceId })
    .from(table)
    .where(eq(table.id, id))
  const { audienceId, spaceId } = found(record)
  const { apart, voice } = await roomIn(tx, spaceId)
  // Who is kept apart learns of those who are known to them there, and of nobody whom they know from elsewhere; named and counted alike (GRP-7).
  const known = apart
    ? sql`exists (select from appearances a where a.space_id = ${spaceId} and a.person_id = r.person_id)`
    : sql`true`
  // That there are lanes is known to those who work here.
  const because = sql`case when r.because = 'lane' and not ${iAmEmployee} then 'member' else r.because end`
  const { rows } = await tx.execute<{ because: string; level: number; ids: string[]; more: number }>(sql`
    select ${because} as because, r.level, (array_agg(r.person_id order by p.name, p.id))[1:${sql.raw(String(mostNamed))}] as ids,
      greatest(count(*) - ${sql.raw(String(mostNamed))}, 0)::int as more
    from access.readers_for_me(${audienceId}, ${toolOfKind(kind)}) r join people p on p.id = r.person_id
    where ${known} group by 1, r.level order by r.level desc, 1`)
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
    voice,
  }
}

async function inOrder(tx: Tx, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: people.id, name: people.name, kind: people.kind, company: people.company, photo: people.photo })
    .from(people)
    .where(among(people.id, ids))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map(personIn)
}
