import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RolePasswords } from '#platform/database/roles.ts'
import { derivePair, pairOf, type PushKeys } from '#platform/push/keys.ts'
import type { Settings } from '#platform/settings.ts'

/** What must stay secret and the same from start to start, and in every process that shares a database. */
export interface Secrets {
  roles: RolePasswords
  /** Signs session cookies. */
  cookies: string
  /** Push services know the portal by them. */
  push: PushKeys
}

/**
 * All secrets come from one seed (HKDF, RFC 5869): the password in DATABASE_URL, which every process with the same database has,
 * or else 256 random bits kept in the data folder, readable by its owner only.
 */
export async function readSecrets({ databaseUrl, dataFolder, vapidPrivateKey }: Settings): Promise<Secrets> {
  const given = databaseUrl ? decodeURIComponent(new URL(databaseUrl).password) : ''
  const seed = given || (await keptSeed(join(dataFolder, 'secret')))
  const derived = (purpose: string): string =>
    Buffer.from(hkdfSync('sha256', seed, 'loggia', purpose, 32)).toString('base64url')
  return {
    roles: { keeper: derived('role loggia_keeper'), app: derived('role loggia_app') },
    cookies: derived('session cookies'),
    push: vapidPrivateKey ? pairOf(vapidPrivateKey) : derivePair(seed),
  }
}

async function keptSeed(file: string): Promise<string> {
  // wx: of two first starts at the same moment one writes, the other reads what it wrote.
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(file, 'utf8')
}

/** Words that stand for others and say nothing of them: 160 bits of an HMAC under a key of its own, in Crockford's base 32. */
export function standInBy(secret: string): (...words: string[]) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, 'loggia', 'stand-ins', 32))
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return (...words) => {
    const bits = createHmac('sha256', key).update(JSON.stringify(words)).digest()
    return Array.from(bits, (byte) => alphabet[byte % 32]).join('')
  }
}
