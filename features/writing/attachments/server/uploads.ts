import { Readable } from 'node:stream'
import { and, eq, isNull } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Files } from '#platform/files/files.ts'
import { fileTooLarge } from '#platform/http/uploads.ts'
import type { Settings } from '#platform/settings.ts'
import type { Attachment } from '../contract.ts'
import { cleanName } from './names.ts'
import { drawPreview } from './previews.ts'
import { uploads } from './tables.ts'

/** Where the content of an upload is kept. */
export const contentKey = (id: string): string => `attachments/${id}`
/** And what is shown of it, where it is a picture. */
export const previewKey = (id: string): string => `attachments/${id}.webp`

/** So many files may wait for a text: more than anybody writes at a time. */
const mostWaiting = 100

type Upload = typeof uploads.$inferSelect

interface Brought {
  name: string
  content: Blob
}

/** Takes in a file that its author attaches to something later; until then it is theirs alone. */
export async function addUpload(
  tx: Tx,
  { files, settings }: { files: Files; settings: Pick<Settings, 'largestFile'> },
  me: Pick<Me, 'id'>,
  { name, content }: Brought,
): Promise<Attachment> {
  if (content.size === 0) throw invalid('body', 'This file is empty, or it is a folder. Choose another one.')
  if (content.size > settings.largestFile) {
    const { code, message } = fileTooLarge(settings)
    throw refused(code, message)
  }
  if ((await tx.$count(uploads, and(eq(uploads.authorId, me.id), isNull(uploads.placedAt)))) >= mostWaiting)
    throw refused(
      'TOO_MANY_FILES',
      'Too many of your files wait for a text. Send what you wrote, or try again tomorrow.',
    )
  const { rows } = await tx.execute<{ id: string }>('select uuidv7() as id')
  const { id } = found(rows[0])
  try {
    return await kept(tx, files, me, { id, name, content })
  } catch (error) {
    await removeContent(files, id)
    throw error
  }
}

async function kept(tx: Tx, files: Files, me: Pick<Me, 'id'>, { id, name, content }: Brought & { id: string }) {
  const { size, sha256 } = await files.put(contentKey(id), Readable.fromWeb(content.stream()), {
    type: 'application/octet-stream',
  })
  const preview = await drawPreview(content)
  if (preview) await files.put(previewKey(id), preview.content, { type: 'image/webp' })
  const [row] = await tx
    .insert(uploads)
    .values({
      id,
      authorId: me.id,
      name: cleanName(name),
      size,
      sha256,
      ...(preview ? { width: preview.width, height: preview.height } : {}),
    })
    .returning()
  return shown(found(row))
}

/** Throws away a file that was not sent. */
export async function throwUpload(tx: Tx, files: Files, id: string): Promise<Record<string, never>> {
  const [gone] = await tx
    .delete(uploads)
    .where(and(eq(uploads.id, id), isNull(uploads.placedAt)))
    .returning()
  found(gone)
  await removeContent(files, id)
  return {}
}

/** Takes the content of an upload off the disk. */
export async function removeContent(files: Files, id: string): Promise<void> {
  await files.remove(contentKey(id))
  await files.remove(previewKey(id))
}

/** A file as it is answered. */
export const shown = ({ id, name, size, width, height }: Upload): Attachment => ({
  id,
  name,
  size,
  picture: width === null || height === null ? null : { width, height },
})
