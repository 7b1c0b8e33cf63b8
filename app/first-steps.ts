import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readableSecret, setUpCode, setUpUnattended } from '#features/portal/server/door.ts'
import type { Portal } from './portal.ts'
import { seedSample, whomToTry } from './seed.ts'

/** What an empty portal does at its first start, and what is said in the terminal about it. A portal that is set up says nothing. */
export async function firstSteps({ platform, url }: Portal): Promise<string[]> {
  const { demo, setup, dataFolder } = platform.settings
  if (setup && (await setUpUnattended(platform, setup))) return [`The portal is set up. Sign in as ${setup.email}.`]
  const code = await setUpCode(platform)
  const kept = join(dataFolder, 'demo-password')
  if (demo && code !== null) {
    const password = readableSecret()
    await seedSample(platform, password)
    await writeFile(kept, password, { mode: 0o600 })
  }
  const password = demo ? await readFile(kept, 'utf8').catch(() => null) : null
  if (password !== null) return ['', ...signIns(password), '']
  return code === null || demo ? [] : ['', `  This portal is new. Open ${url} and type this code:  ${code}`, '']
}

const signIns = (password: string): string[] => [
  `  This is the sample company. Everybody in it signs in with the password  ${password}`,
  ...whomToTry().map(({ name, email, role }) => `    ${email.padEnd(30)}${name}, ${role}`),
]
