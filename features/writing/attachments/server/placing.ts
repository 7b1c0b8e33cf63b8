import { and, eq, isNull } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Attachment } from '../contract.ts'
import { shown } from './uploads.ts'
import { attachments, uploads } from './tables.ts'

/** Something that files stand at: the ids are kept with its words, in their order. */
export interface WithFiles {
  id: string
  attachments: string[]
}

/**
 * Attaches files to a thing of the person asking, whose row stands there already: uploads of their own that were not sent yet, or what stands at that
 * thing. Anything else is no more there than nothing.
 */
export async function placeAttachments(
  tx: Tx,
  me: Pick<Me, 'id'>,
  thing: Placed & WithFiles & { kind: 'post' | 'comment' },
): Promise<void> {
  const { id: thingId, kind, spaceId, audienceId } = thing
  const ids = [...new Set(thing.attachments)]
  if (ids.length === 0) return
  const there = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(among(attachments.id, ids), eq(attachments.thingId, thingId)))
  const known = new Set(there.map(({ id }) => id))
  const fresh = ids.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  const mine = and(among(uploads.id, fresh), eq(uploads.authorId, me.id), isNull(uploads.placedAt))
  const waiting = await tx.select({ id: uploads.id }).from(uploads).where(mine).for('update')
  if (waiting.length < fresh.length)
    throw refused('FILE_UNKNOWN', 'A file that was attached here is not there any more. Take it out, or add it again.')
  await tx.insert(attachments).values(fresh.map((id) => ({ id, thingId, kind, spaceId, audienceId, authorId: me.id })))
  await tx.update(uploads).set({ placedAt: new Date() }).where(among(uploads.id, fresh))
}

/** The files of things, as far as the person asking sees them; asked once for all of them. */
export async function attachmentsOf(
  tx: Tx,
  things: Pick<WithFiles, 'attachments'>[],
): Promise<(ids: string[]) => Attachment[]> {
  const ids = [...new Set(things.flatMap((thing) => thing.attachments))]
  if (ids.length === 0) return () => []
  const rows = await tx
    .select({ upload: uploads })
    .from(attachments)
    .innerJoin(uploads, eq(uploads.id, attachments.id))
    .where(among(attachments.id, ids))
  const seen = new Map(rows.map(({ upload }) => [upload.id, shown(upload)]))
  return (of) => of.flatMap((id) => seen.get(id) ?? [])
}

/** What a thing is called that has files and no words. */
export const calledByFiles = (files: Pick<Attachment, 'name'>[]): string =>
  files.map(({ name }) => `📎 ${name}`).join(', ')

/** What the files stood at is forgotten; where a whole row goes, its files go by themselves (access/triggers.sql). For the keeper. */
export async function forgetAttachments(tx: Tx, thingId: string): Promise<void> {
  await tx.delete(attachments).where(eq(attachments.thingId, thingId))
}

/** One's own uploads that are not sent yet: those of a draft. */
export async function waitingOf(tx: Tx, me: Pick<Me, 'id'>, ids: string[]): Promise<Attachment[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(uploads)
    .where(and(among(uploads.id, ids), eq(uploads.authorId, me.id), isNull(uploads.placedAt)))
  const seen = new Map(rows.map((row) => [row.id, shown(row)]))
  return ids.flatMap((id) => seen.get(id) ?? [])
}
