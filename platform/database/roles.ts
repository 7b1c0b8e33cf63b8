import { Client } from 'pg'
import type { DatabaseUrls } from './database.ts'

export interface RolePasswords {
  keeper: string
  app: string
}

/**
 * Makes sure the two roles exist in the cluster that `adminUrl` leads to, and may use its database.
 * `adminUrl` is a role that may create roles and owns the database (or is a superuser).
 */
export async function prepareRoles(adminUrl: string, passwords: RolePasswords): Promise<DatabaseUrls> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    if (Number(rows[0]?.version) < 170_006) throw new Error('this is an older PostgreSQL')
    await admin.query('begin')
    // Two portals starting on one cluster must not both create a role.
    await admin.query('select pg_advisory_xact_lock(5641001)')
    for (const [role, password] of [
      ['loggia_keeper', passwords.keeper],
      ['loggia_app', passwords.app],
    ] as const) {
      const known = await admin.query('select from pg_roles where rolname = $1', [role])
      const verb = known.rowCount === 0 ? 'create' : 'alter'
      await admin.query(`${verb} role ${role} login password ${admin.escapeLiteral(password)}`)
    }
    // Only for rehearsals, in which the keeper looks at its own work as the rules show it (rehearse.ts); it gains no right by that.
    await admin.query('grant loggia_app to loggia_keeper with inherit false, set true')
    await grantDatabase(admin)
    await admin.query('commit')
  } finally {
    await admin.end()
  }
  return {
    keeperUrl: withUser(adminUrl, 'loggia_keeper', passwords.keeper),
    appUrl: withUser(adminUrl, 'loggia_app', passwords.app),
  }
}

/** Lets the two roles into the database that `admin` is connected to, and nobody else. */
export async function grantDatabase(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name')
  await admin.query(`revoke all on database ${rows[0]?.name} from public`)
  await admin.query(`grant connect, create, temporary on database ${rows[0]?.name} to loggia_keeper`)
  await admin.query(`grant connect on database ${rows[0]?.name} to loggia_app`)
  await admin.query('revoke all on schema public from public')
  await admin.query('grant usage, create on schema public to loggia_keeper')
  await admin.query('grant usage on schema public to loggia_app')
}

/** The same address of a database, entered as another role. */
export function withUser(address: string, user: string, password: string): string {
  const url = new URL(address)
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  return url.href
}

/** The same address of a cluster, another database in it. */
export function withDatabase(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}
