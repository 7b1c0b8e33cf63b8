import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { pgPolicy, pgRole, type PgPolicy } from 'drizzle-orm/pg-core'
import { changeable } from '#platform/database/grants.ts'
import { levels, type Level } from './levels.ts'

/** The role that everything a person does goes through. It owns nothing; the rules below are all it may do. */
const appRole = pgRole('loggia_app').existing()

/** The columns that say where a row stands and for whom it is. */
export interface PlacedColumns {
  spaceId: SQLWrapper
  audienceId: SQLWrapper
  authorId?: SQLWrapper
}

type Change = { by: Rule; columns: { name: string }[] }
type Rule = Level | { own: Level }

/** Only its author, seated at `level`, and whoever manages the audience. The table needs an `authorId`. */
export const own = (level: Level): Rule => ({ own: level })

/** The person asking, fetched once per statement. */
export const me: SQL = sql`(select access.me())`
/** Whether the person asking works here. */
export const iAmEmployee: SQL = sql`(select access.i_am_employee())`
/** Whether the person asking administers the portal. */
export const iAmAdministrator: SQL = sql`(select access.i_am_administrator())`

/**
 * True for rows whose space or audience the person asking sits in at `level`.
 * The `case` is on purpose: with `or` the planner builds a BitmapOr and a sort (144 ms against 3.8 ms, see docs/speed.md).
 * So is `in (select unnest …)`: it is looked up in a hash, where `= any` goes through the whole array for each row.
 */
export function seated(t: PlacedColumns, level: Level): SQL {
  const least = sql.raw(String(levels[level]))
  return sql`case when ${t.spaceId} in (select unnest((select access.my_spaces(${least}))::uuid[])) then true else ${t.audienceId} in (select unnest((select access.my_audiences(${least}))::uuid[])) end`
}

/** True for rows of a space that the person asking manages as a whole. */
export const managing = (spaceId: SQLWrapper): SQL => sql`${spaceId} = any ((select access.my_spaces(4))::uuid[])`

/** True unless the space is archived: for what those who only read may add (an event). All other levels stop by themselves there. */
export const notArchived = (spaceId: SQLWrapper): SQL =>
  sql`${spaceId} not in (select unnest((select access.my_archived_spaces())::uuid[]))`

/**
 * True when `inner` is the audience `outer`, or stands inside it in the same space: a word for the team, or for one lane, below a thing that more read.
 * Never the other way: what hangs below a thing is not read by more people than the thing, and inside the team there is nobody from outside.
 */
export const within = (outer: SQLWrapper, inner: SQLWrapper): SQL =>
  sql`case when ${inner} = ${outer} then true else exists (select 1 from audiences a, audiences o where a.id = ${inner} and o.id = ${outer} and (a.kind = 'team' or (a.kind = 'lane' and o.kind <> 'team'))) end`

function allowed(t: PlacedColumns, rule: Rule): SQL {
  if (typeof rule === 'string') return seated(t, rule)
  if (!t.authorId) throw new Error('A rule for "own" rows needs an authorId.')
  return sql`case when ${t.authorId} = ${me} then ${seated(t, rule.own)} else ${seated(t, 'manage')} end`
}

/**
 * The rules of a table whose rows stand in an audience. What is left out nobody may do.
 * `under` names a condition that the row it hangs below is visible, so that a foreign key tells nothing.
 */
export function rules(
  t: PlacedColumns,
  may: { see: Rule; add?: Level; under?: SQL; change?: Change; remove?: Rule },
): PgPolicy[] {
  const made = [seen('seen by its audience', allowed(t, may.see))]
  if (may.add) {
    const parts = [seated(t, may.add)]
    if (t.authorId) parts.push(sql`${t.authorId} = ${me}`)
    if (may.under) parts.push(may.under)
    made.push(added('added by its audience', sql.join(parts, sql` and `)))
  }
  if (may.change) made.push(changed('changed by its audience', allowed(t, may.change.by), may.change.columns))
  if (may.remove) made.push(removed('removed by its audience', allowed(t, may.remove)))
  return made
}

/** A rule of its own for reading. */
export const seen = (name: string, using: SQL): PgPolicy => pgPolicy(name, { for: 'select', to: appRole, using })

/** A rule of its own for inserting. */
export const added = (name: string, withCheck: SQL): PgPolicy =>
  pgPolicy(name, { for: 'insert', to: appRole, withCheck })

/** A rule of its own for updating, in these columns only: the others are not granted. `withCheck` is for what may come of it, where that is less. */
export function changed(name: string, using: SQL, columns: { name: string }[], withCheck = using): PgPolicy {
  const policy = pgPolicy(name, { for: 'update', to: appRole, using, withCheck })
  changeable.set(
    policy,
    columns.map((column) => column.name),
  )
  return policy
}

/** A rule of its own for deleting. */
export const removed = (name: string, using: SQL): PgPolicy => pgPolicy(name, { for: 'delete', to: appRole, using })

/** A rule on top of all others, for one act or for all: without it nothing that they open is open. */
export const onlyIf = (
  name: string,
  act: 'all' | 'select' | 'insert' | 'update' | 'delete',
  using: SQL,
  withCheck = using,
): PgPolicy =>
  pgPolicy(name, {
    as: 'restrictive',
    for: act,
    to: appRole,
    ...(act === 'insert' ? {} : { using }),
    ...(act === 'select' || act === 'delete' ? {} : { withCheck }),
  })

/** What externals never meet, whatever seats they are given later. */
export const staffOnly = (): PgPolicy => onlyIf('never for externals', 'all', iAmEmployee)
