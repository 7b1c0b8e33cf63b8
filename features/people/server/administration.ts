import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { people, reaches } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Administered } from '../contract.ts'
import { personIn } from './door.ts'
import { afterCursor, cursorAt, matching } from './order.ts'
import { personColumns } from './queries.ts'

interface AdministrationQuery {
  limit: number
  after?: string | undefined
  search?: string | undefined
  show: 'employees' | 'externals' | 'dismissed'
  /** Among whom all are who are searched for, where they are few. */
  few?: string[] | null
}

type Known = Omit<Administered, 'lastSeenAt' | 'administrator'>

/** Everybody of the portal, by name, as an administrator may see them. When they were last here only the keeper knows. */
export async function listEverybody(
  tx: Tx,
  query: AdministrationQuery,
): Promise<{ items: Known[]; next: string | null }> {
  const shown = {
    employees: and(eq(people.kind, 'employee'), isNull(people.dismissedAt)),
    externals: and(eq(people.kind, 'external'), isNull(people.dismissedAt)),
    dismissed: isNotNull(people.dismissedAt),
  }
  const email = sql`(select r.email from reaches r where r.person_id = ${people.id})`
  const page = tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        shown[query.show],
        query.few ? among(people.id, query.few) : undefined,
        matching(query.search, email),
        afterCursor(query.after),
      ),
    )
    .orderBy(people.name, people.id)
    .limit(query.limit + 1)
    .as('page')
  const rows = await tx
    .select({
      person: personColumns,
      email: reaches.email,
      createdAt: people.createdAt,
      dismissedAt: people.dismissedAt,
    })
    .from(page)
    .innerJoin(people, eq(people.id, page.id))
    .leftJoin(reaches, eq(reaches.personId, people.id))
    .orderBy(people.name, people.id)
  const items = rows.slice(0, query.limit).map(({ person, email: address, ...row }) => ({
    ...personIn(person),
    position: person.position,
    email: address ?? '',
    ...row,
  }))
  const last = items.at(-1)
  return { items, next: last && rows.length > query.limit ? cursorAt(last) : null }
}
