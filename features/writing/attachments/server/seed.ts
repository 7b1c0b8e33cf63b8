import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { addUpload } from './uploads.ts'

/** A file of the sample company. */
export interface SeedFile {
  name: string
  content: () => Promise<Uint8Array<ArrayBuffer>>
}

/** Adds files as their author would; answers their ids, to be attached. */
export async function seedUploads(
  tx: Tx,
  platform: Platform,
  authorId: string,
  files: readonly SeedFile[],
): Promise<string[]> {
  const ids: string[] = []
  for (const { name, content } of files) {
    const { id } = await addUpload(tx, platform, { id: authorId }, { name, content: new Blob([await content()]) })
    ids.push(id)
  }
  return ids
}
