import type { Platform } from '#platform/platform.ts'
import { readFace } from './keeper.ts'
import { readSetUpCode } from './set-up-code.ts'

export { portalFace, type PortalFace } from './face.ts'
export { setUpUnattended } from './keeper.ts'
export { hasPlace, licenceFull, takeLicence } from './licence.ts'
export { readableSecret } from './set-up-code.ts'
export { fillSample, type Filling } from './slots.ts'

/** The code to print in the terminal, without which nobody sets the portal up; null when it is set up. */
export async function setUpCode(platform: Platform): Promise<string | null> {
  const { ready } = await readFace(platform.database)
  return ready ? null : readSetUpCode(platform.settings.dataFolder)
}
