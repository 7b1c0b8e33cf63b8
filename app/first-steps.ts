import type { Portal } from './portal.ts'
import { seedSample } from './seed.ts'

/** What an empty portal does at its first start, and what is said in the terminal about it. */
export async function firstSteps(portal: Portal): Promise<string[]> {
  const { settings } = portal.platform
  if (settings.demo) {
    await seedSample(portal.platform, 'a quiet loggia')
    return ['sign in as anna@orlanta.example']
  }
  return []
}
