import { getTableConfig, type PgPolicy, type PgTable } from 'drizzle-orm/pg-core'
import type { Pool } from 'pg'

/** Which columns an update rule opens. Filled where the rules are written, read when the grants are made. */
export const changeable = new WeakMap<PgPolicy, string[]>()

/** What `loggia_app` may do with one table at all, read off its rules: nothing that no rule speaks of, and no column that none opens. */
export function grantsOf(table: PgTable): string[] {
  const { name, policies } = getTableConfig(table)
  const grants = new Set<string>()
  for (const policy of policies) {
    if (policy.as === 'restrictive') continue
    if (policy.for === 'update') {
      const columns = changeable.get(policy)
      if (!columns?.length)
        throw new Error(`The rule "${policy.name}" of ${name} does not say which columns may change.`)
      grants.add(`update (${columns.map(quoted).join(', ')})`)
    } else if (policy.for === 'select' || policy.for === 'insert' || policy.for === 'delete') grants.add(policy.for)
    else throw new Error(`The rule "${policy.name}" of ${name} is for everything; say what it is for.`)
  }
  return [...grants]
}

/** Brings the grants of every table in line with its rules; what was granted otherwise is taken away. */
export async function applyGrants(keeper: Pool, tables: PgTable[]): Promise<void> {
  const lines = [
    'revoke all on all tables in schema public from loggia_app, public',
    'revoke all on all sequences in schema public from loggia_app, public',
  ]
  for (const table of tables) {
    const grants = grantsOf(table)
    if (grants.length) lines.push(`grant ${grants.join(', ')} on ${quoted(getTableConfig(table).name)} to loggia_app`)
  }
  await keeper.query(lines.join(';\n'))
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
