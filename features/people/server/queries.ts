import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { saidBy } from '../companies/server/saying.ts'
import type { Listed, Profile } from '../contract.ts'
import { everybodyOnline } from '../presence/server/queries.ts'
import { listFilled } from '../fields/server/queries.ts'
import { peopleHere, personIn } from './named.ts'
import { afterCursor, cursorAt, matching } from './order.ts'
import { departments, employments } from './tables.ts'

/** The columns that name a person. */
export const personColumns = {
  id: people.id,
  name: people.name,
  kind: people.kind,
  photo: people.photo,
  position: people.position,
  company: people.company,
}

const departmentColumns = { id: departments.id, name: departments.name }

interface ListQuery {
  limit: number
  after?: string | undefined
  search?: string | undefined
  kind?: 'employee' | 'external' | undefined
  departmentId?: string | undefined
  companyId?: string | undefined
  online?: boolean | undefined
}

/** The directory for employees, by name; whom they meet in groups for externals, and for employees who ask for externals (PPL-5). */
export async function listPeople(tx: Tx, me: Me, query: ListQuery) {
  const { departmentId, companyId } = query
  const kind = query.kind ?? (me.kind === 'employee' && !companyId ? 'employee' : undefined)
  const everyColleague = me.kind === 'employee' && kind === 'employee'
  // By itself: beside the search what follows costs so little that PostgreSQL does not choose well how to do it (8 ms against 3).
  const page = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        isNull(people.dismissedAt),
        kind ? eq(people.kind, kind) : undefined,
        // Of one company there are few: the rules say which of them to show.
        companyId ? eq(people.companyId, companyId) : everyColleague ? undefined : await metInGroups(tx),
        departmentId ? inArray(people.id, worksIn(tx, departmentId)) : undefined,
        query.online ? inArray(people.id, everybodyOnline(tx)) : undefined,
        matching(query.search),
        afterCursor(query.after),
      ),
    )
    .orderBy(people.name, people.id)
    .limit(query.limit + 1)
  const rows = await tx
    .select({ person: personColumns, department: departmentColumns, email: reaches.email, phone: reaches.phone })
    .from(people)
    .leftJoin(employments, eq(employments.personId, people.id))
    .leftJoin(departments, eq(departments.id, employments.departmentId))
    .leftJoin(reaches, eq(reaches.personId, people.id))
    .where(
      among(
        people.id,
        page.map(({ id }) => id),
      ),
    )
    .orderBy(people.name, people.id)
  const items = rows.slice(0, query.limit).map(listedIn)
  const last = items.at(-1)
  return { items, next: last && rows.length > query.limit ? cursorAt(last) : null }
}

/** One person's page. */
export async function getPerson(tx: Tx, me: Me, id: string): Promise<Profile> {
  const [row] = await tx
    .select({
      person: personColumns,
      about: people.about,
      interests: people.interests,
      companyId: people.companyId,
      language: people.language,
      timeZone: people.timeZone,
      dismissedAt: people.dismissedAt,
      department: departmentColumns,
      managerId: employments.managerId,
      email: reaches.email,
      phone: reaches.phone,
      mobile: reaches.mobile,
    })
    .from(people)
    .leftJoin(employments, eq(employments.personId, people.id))
    .leftJoin(departments, eq(departments.id, employments.departmentId))
    .leftJoin(reaches, eq(reaches.personId, people.id))
    .where(eq(people.id, id))
  const { about, interests, mobile, companyId, language, timeZone, managerId, dismissedAt, ...listed } = found(row)
  const said = companyId === null && listed.person.kind === 'external' ? await saidBy(tx, id) : null
  const manager = (await peopleHere(tx, [managerId])).get(managerId ?? '')
  return {
    ...listedIn(listed),
    about,
    interests,
    language,
    timeZone,
    ...(mobile ? { mobile } : {}),
    ...(companyId ? { companyId } : {}),
    ...(said === null ? {} : { saidCompany: said }),
    fields: await listFilled(tx, id),
    ...(manager ? { manager } : {}),
    ...(me.administrator ? { dismissedAt } : {}),
  }
}

/** So many are looked up by id; of more, the first by name are near, and asking of each in that order is quicker. */
const mostById = 3000

/**
 * That somebody appears where the person asking sits. Externals appear only in spaces open to them, so an employee without such
 * groups has none to look for; whoever shares a group with 50 000 walks the names instead of sorting them.
 */
async function metInGroups(tx: Tx): Promise<SQL> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select a.person_id as id from unnest((select access.my_spaces(1))::uuid[]) mine(key)
      join spaces s on s.id = mine.key and s.external_since is not null join appearances a on a.space_id = mine.key
    union all
    select a.person_id from unnest((select access.my_audiences(1))::uuid[]) mine(key) join appearances a on a.audience_id = mine.key
    limit ${mostById + 1}`)
  if (rows.length <= mostById) return sql`${people.id} = any (${sql.param(rows.map(({ id }) => id))}::uuid[])`
  return sql`exists (select 1 from appearances a where a.person_id = ${people.id})`
}

const worksIn = (tx: Tx, departmentId: string) =>
  tx.select({ id: employments.personId }).from(employments).where(eq(employments.departmentId, departmentId))

interface ListedRow {
  person: Parameters<typeof personIn>[0] & { position: string }
  department: { id: string; name: string } | null
  email: string | null
  phone: string | null
}

const listedIn = ({ person, department, email, phone }: ListedRow): Listed => ({
  ...personIn(person),
  position: person.position,
  ...(department ? { department } : {}),
  ...(email ? { email } : {}),
  ...(phone ? { phone } : {}),
})
