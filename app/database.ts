import { readFile } from 'node:fs/promises'
import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import * as accessTables from '#access/tables.ts'
import * as lapses from '#access/lapses.ts'
import * as phones from '#access/phones.ts'
import { toolSettings } from '#access/tools.ts'
import * as signInTables from '#access/sign-in-tables.ts'
import { events } from '#events/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { everySection } from './sections.ts'

const here = (path: string): URL => new URL(`../${path}`, import.meta.url)

/** Every table there is, by room. */
export const tables: PgTable[] = [
  ...[accessTables, lapses, phones, signInTables].flatMap((room) =>
    Object.values(room).filter((value) => is(value, PgTable)),
  ),
  toolSettings,
  events,
  ...everySection.flatMap((section) => section.tables ?? []),
]

/** Brings a database up to this version: functions, migrations, triggers, grants. */
export async function prepareDatabase(database: Database): Promise<void> {
  await migrate(database, {
    migrations: here('migrations').pathname,
    before: await readFile(here('access/functions.sql'), 'utf8'),
    after: await readFile(here('access/triggers.sql'), 'utf8'),
    tables,
  })
}
