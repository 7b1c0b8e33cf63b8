import type { Tx } from '#platform/database/transaction.ts'
import { portal } from './tables.ts'

/** What the portal is called and looks like; for letters and pages. Before the set-up it is Loggia. */
export interface PortalFace {
  name: string
  brandColour: string
  language: 'en' | 'ru' | 'pl'
}

/** Reads the portal's name, colour and language. */
export async function portalFace(tx: Tx): Promise<PortalFace> {
  const [row] = await tx
    .select({ name: portal.name, brandColour: portal.brandColour, language: portal.language })
    .from(portal)
  return row ?? { name: 'Loggia', brandColour: '#2f6f5e', language: 'en' }
}
