import { eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import { roomLinks } from '../../server/tables.ts'

/** Whether the person asking may know of a link. */
export async function linkShown(tx: Tx, id: string): Promise<boolean> {
  const [link] = await tx.select({ id: roomLinks.id }).from(roomLinks).where(eq(roomLinks.id, id))
  return link !== undefined
}
