import { found } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { portalFace, type PortalFace } from './face.ts'
import { portal } from './tables.ts'

/** Changes what the portal is called, its colour, or the language it greets newcomers in. */
export async function changeSettings(tx: Tx, changes: Partial<PortalFace>): Promise<PortalFace> {
  if (Object.values(changes).some((value) => value !== undefined)) {
    const [row] = await tx.update(portal).set(changes).returning({ id: portal.id })
    found(row)
  }
  return portalFace(tx)
}
