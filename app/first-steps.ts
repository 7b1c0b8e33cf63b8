import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readableSecret, setUpCode, setUpUnattended } from '#features/portal/server/door.ts'
import { portalWords } from '#features/portal/words.ts'
import type { Platform } from '#platform/platform.ts'
import { say } from '#ui/words/catalogue.ts'
import type { Portal } from './portal.ts'
import { clearSample, seedSample, whomToTry } from './seed.ts'

/** What an empty portal does at its first start, and what is said in the terminal about it. A portal that is set up says nothing. */
export async function firstSteps({ platform, url }: Portal): Promise<string[]> {
  const { demo, setup } = platform.settings
  if (setup && (await setUpUnattended(platform, setup))) return [`The portal is set up. Sign in as ${setup.email}.`]
  const code = await setUpCode(platform)
  const password = demo ? await fillOnce(platform, code !== null) : null
  if (password !== null) return ['', ...signIns(password), '']
  return code === null ? [] : ['', `  This portal is new. Open ${url} and type this code:  ${code}`, '']
}

/** The password of the sample company, which is brought into an empty portal; null where the portal is somebody's own. */
async function fillOnce(platform: Platform, empty: boolean): Promise<string | null> {
  const kept = join(platform.settings.dataFolder, 'demo-password')
  // Stands there from the first row to the last: a filling that was broken off is begun again.
  const unfinished = `${kept}.unfinished`
  if (empty) await writeFile(unfinished, readableSecret(), { mode: 0o600 })
  const password = await readFile(unfinished, 'utf8').catch(() => null)
  if (password === null) return readFile(kept, 'utf8').catch(() => null)
  await clearSample(platform)
  await seedSample(platform, password)
  await rename(unfinished, kept)
  return password
}

const signIns = (password: string): string[] => [
  `  This is the sample company. Whoever in it has an address signs in with the password  ${password}`,
  ...whomToTry().map(({ name, email, role, company }) => {
    const words = [name, say(portalWords, 'en').welcome.roles[role], company].filter(Boolean).join(', ')
    return `    ${email.padEnd(30)}${words}`
  }),
]
