import { eq } from 'drizzle-orm'
import { found, notFound } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { threads } from './tables.ts'

/** Whether the thing with this id is there for the person asking. */
type IsThere = (tx: Tx, id: string) => Promise<boolean>

const slot: { things: Readonly<Record<string, IsThere>> } = { things: {} }

/** Filled by `app` with things that may be gone for everybody some time before what is said below them is, by their nouns. */
export function fillThings(things: Record<string, IsThere>): void {
  slot.things = things
}

/** What is said below a thing that the person asking sees. */
export async function threadRow(tx: Tx, id: string): Promise<typeof threads.$inferSelect> {
  const [seen] = await tx.select().from(threads).where(eq(threads.id, id))
  const thread = found(seen)
  if ((await slot.things[thread.kind]?.(tx, id)) === false) throw notFound()
  return thread
}
