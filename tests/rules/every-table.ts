import { getTableConfig } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { tables } from '#app/database.ts'
import { grantsOf } from '#platform/database/grants.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What must hold for every table and function: a sentence each, and a query that lists what does not keep it. */
const rules: { says: string; query: string }[] = [
  {
    says: 'Row security is on for every table.',
    query: `select relname as what from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  },
  {
    says: 'Every rule is for the app role alone.',
    query: `select tablename || ': ' || policyname as what from pg_policies where schemaname = 'public' and roles <> '{loggia_app}'`,
  },
  {
    says: 'Every rule has its expressions: for reading and deleting what may be met, for inserting what may come in, for updating both.',
    query: `select tablename || ': ' || policyname as what from pg_policies where schemaname = 'public' and (
      (cmd in ('SELECT', 'DELETE', 'UPDATE', 'ALL') and qual is null) or (cmd in ('INSERT', 'UPDATE', 'ALL') and with_check is null))`,
  },
  {
    says: 'No rule is simply true.',
    query: `select tablename || ': ' || policyname as what from pg_policies where schemaname = 'public' and (qual = 'true' or with_check = 'true')`,
  },
  {
    says: 'A rule asks the functions of access once per statement: always inside (select …).',
    query: `select tablename || ': ' || policyname as what from pg_policies, regexp_count(coalesce(qual, '') || coalesce(with_check, ''), 'access\\.') as asked,
      regexp_count(coalesce(qual, '') || coalesce(with_check, ''), 'SELECT access\\.') as once where schemaname = 'public' and asked <> once`,
  },
  {
    says: 'The app role owns nothing.',
    query: `select relname::text as what from pg_class where relowner = 'loggia_app'::regrole
      union all select proname from pg_proc where proowner = 'loggia_app'::regrole
      union all select nspname from pg_namespace where nspowner = 'loggia_app'::regrole`,
  },
  {
    says: 'The app role is nobody special and belongs to no other role.',
    query: `select rolname::text as what from pg_roles where rolname = 'loggia_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
      union all select roleid::regrole::text from pg_auth_members where member = 'loggia_app'::regrole`,
  },
  {
    says: 'The app role makes nothing: no objects, no temporary tables.',
    query: `select nspname::text as what from pg_namespace where has_schema_privilege('loggia_app', oid, 'create') and nspname !~ '^pg_'
      union all select datname from pg_database where datname = current_database() and (has_database_privilege('loggia_app', oid, 'create') or has_database_privilege('loggia_app', oid, 'temporary'))`,
  },
  {
    says: 'The app role has no right on a table but reading, inserting, updating some columns, deleting.',
    query: `select grantee || ' may ' || privilege_type || ' ' || table_name as what from information_schema.table_privileges
      where table_schema not in ('pg_catalog', 'information_schema') and grantee in ('loggia_app', 'PUBLIC') and privilege_type not in ('SELECT', 'INSERT', 'DELETE')`,
  },
  {
    says: 'Where a row stands, whose it is and its id never change.',
    query: `select table_name || '.' || column_name as what from information_schema.column_privileges
      where grantee = 'loggia_app' and privilege_type = 'UPDATE' and column_name in ('id', 'space_id', 'audience_id', 'author_id', 'group_id', 'thread_id')`,
  },
  {
    says: 'Whoever writes a person’s name over another must see that person: else the key would tell who exists.',
    query: `select k.conrelid::regclass || '.' || a.attname as what from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.confrelid = 'public.people'::regclass and has_column_privilege('loggia_app', k.conrelid, a.attnum, 'update')
      and not exists (select from pg_trigger t where t.tgrelid = k.conrelid and t.tgfoid = 'access.only_whom_one_sees'::regproc and a.attnum = any (t.tgattr::int2[]))`,
  },
  {
    says: 'Every function of access has its search path pinned and is not for everyone.',
    query: `select proname || coalesce(' ' || proconfig::text, '') as what from pg_proc where pronamespace = 'access'::regnamespace
      and (proconfig is null or not 'search_path=""' = any (proconfig) or has_function_privilege('public', oid, 'execute'))`,
  },
  {
    says: 'Functions that run as their owner stand in access only.',
    query: `select proname::text as what from pg_proc where prosecdef and pronamespace not in ('access'::regnamespace, 'pg_catalog'::regnamespace) and proowner <> 10
      and pronamespace <> coalesce(to_regnamespace('jobs'), 0::oid)`,
  },
  {
    says: 'A view shows what its reader may see (security_invoker); kept copies of rows (materialized views) there are none.',
    query: `select relname::text as what from pg_class where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      and (relkind = 'm' or (relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)))`,
  },
  {
    says: 'What stands in an audience is held there by its key, and found there by an index for each shelf.',
    query: `select c.relname::text as what from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'audience_id' and a.attnotnull)
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and pg_get_constraintdef(k.oid) ~ 'audience_id')`,
  },
]

/** Everything in a database that does not keep the rules of architecture; empty when all is well. */
export async function findTableFaults(tx: Tx): Promise<string[]> {
  const faults: string[] = []
  for (const { says, query } of rules) {
    const { rows } = await tx.execute<{ what: string }>(sql.raw(query))
    faults.push(...rows.map(({ what }) => `${says} Not so: ${what}`))
  }
  return [...faults, ...(await findStrangers(tx)), ...(await findMissingRules(tx)), ...(await findWrongGrants(tx))]
}

/** Tables that stand in the database and in no tables.ts, or the other way round. */
async function findStrangers(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  const there = new Set(rows.map((row) => row.name))
  const known = new Set(tables.map((table) => getTableConfig(table).name))
  return [
    ...[...there].filter((name) => !known.has(name)).map((name) => `The table ${name} stands in no tables.ts.`),
    ...[...known].filter((name) => !there.has(name)).map((name) => `The table ${name} is not in the database.`),
  ]
}

/** Rules that stand under a table's columns and not in the database, or the other way round. */
async function findMissingRules(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ rule: string }>(
    sql`select tablename || ': ' || policyname as rule from pg_policies where schemaname = 'public'`,
  )
  const there = new Set(rows.map((row) => row.rule))
  const declared = new Set(
    tables.map(getTableConfig).flatMap(({ name, policies }) => policies.map((policy) => `${name}: ${policy.name}`)),
  )
  return [
    ...[...declared].filter((rule) => !there.has(rule)).map((rule) => `A rule is not in the database: ${rule}`),
    ...[...there].filter((rule) => !declared.has(rule)).map((rule) => `A rule stands in no tables.ts: ${rule}`),
  ]
}

/** Grants that differ from what the rules of a table open. */
async function findWrongGrants(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string; grants: string[] }>(sql`
    select c.relname::text as name, array(
      select lower(p.privilege_type) from information_schema.table_privileges p where p.table_schema = 'public' and p.table_name = c.relname and p.grantee = 'loggia_app'
      union all
      select 'update (' || string_agg(quote_ident(a.column_name) , ', ') || ')' from information_schema.column_privileges a
      where a.table_schema = 'public' and a.table_name = c.relname and a.grantee = 'loggia_app' and a.privilege_type = 'UPDATE' having count(*) > 0
    ) as grants from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`)
  const given = new Map(rows.map((row) => [row.name, row.grants]))
  return tables.flatMap((table) => {
    const { name } = getTableConfig(table)
    const [should, are] = [grantsOf(table), given.get(name) ?? []].map((list) =>
      list.map(columnsSorted).toSorted().join(' '),
    )
    return should === are ? [] : [`The grants of ${name} differ from its rules: ${are} instead of ${should}.`]
  })
}

/** `update ("title", deadline)` and `update ("deadline", "title")` are the same grant. */
const columnsSorted = (grant: string): string => {
  const columns = /\((.*)\)/.exec(grant)?.[1]
  return columns === undefined ? grant : `update (${columns.replaceAll('"', '').split(', ').toSorted().join(', ')})`
}
