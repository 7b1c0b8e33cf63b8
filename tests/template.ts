import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openPortal, type Portal } from '#app/portal.ts'
import { seedSample, type Cast } from '#app/seed.ts'
import type { DatabaseUrls } from '#platform/database/database.ts'
import { grantDatabase, prepareRoles, withDatabase, withUser } from '#platform/database/roles.ts'
import type { Log } from '#platform/log.ts'
import { derivePair } from '#platform/push/keys.ts'
import { readSettings } from '#platform/settings.ts'

const template = 'loggia_template'
/** Everybody in the sample company signs in with this. */
export const samplePassword = 'a quiet loggia'
const passwords = { keeper: 'keeper of the tests', app: 'app of the tests' }

/** Opens a portal on a database of a throw-away cluster, with data in a folder that goes with it. */
export async function openPortalOn(
  urls: DatabaseUrls,
  log: Log,
  env: Record<string, string> = {},
): Promise<Portal & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'loggia-data-'))
  const settings = readSettings(
    {
      LOGGIA_DATA: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      LOGGIA_URL: 'http://localhost:0',
      LOGGIA_LETTER_HOLD: '0',
      ...env,
    },
    folder,
  )
  const secret = 'the cookies of the tests are signed with this'
  const portal = await openPortal({ settings, log, urls, secret, pushKeys: derivePair(secret) })
  const close = portal.close
  return Object.assign(portal, {
    folder,
    async close() {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  })
}

/** Makes the database that every test file gets a copy of. */
export async function makeTemplate(adminUrl: string, log: Log): Promise<Cast> {
  await query(adminUrl, `create database ${template}`)
  const urls = await prepareRoles(withDatabase(adminUrl, template), passwords)
  const portal = await openPortalOn(urls, log)
  try {
    const cast = await seedSample(portal.platform, samplePassword)
    await portal.settled()
    return cast
  } finally {
    await portal.close()
  }
}

/** A copy of the template, and a way to drop it. An empty one when `from` says so. */
export async function copyTemplate(
  adminUrl: string,
  name: string,
  from = template,
): Promise<{ urls: DatabaseUrls; drop: () => Promise<void> }> {
  await query(adminUrl, `create database ${name} template ${from}`)
  const url = withDatabase(adminUrl, name)
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await grantDatabase(admin)
  await admin.end()
  const urls = {
    keeperUrl: withUser(url, 'loggia_keeper', passwords.keeper),
    appUrl: withUser(url, 'loggia_app', passwords.app),
  }
  return { urls, drop: () => query(adminUrl, `drop database ${name} with (force)`) }
}

/** A database the way a company gives one: its owner may create roles and is no superuser. Answers its address as that owner. */
export async function makeGivenDatabase(adminUrl: string): Promise<string> {
  await query(adminUrl, `create role owner login createrole nosuperuser password 'a secret'`)
  await query(adminUrl, 'create database company owner owner')
  return withUser(withDatabase(adminUrl, 'company'), 'owner', 'a secret')
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
