import { createHash, randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { checkKey, FileMissing, type Files, type StoredFile } from './files.ts'

/** Keeps files in a folder of this machine, readable by nobody else. */
export function openLocalFiles(folder: string): Files {
  const pathOf = (key: string) => {
    checkKey(key)
    return join(folder, 'kept', key)
  }
  return {
    async put(key, content) {
      const path = pathOf(key)
      const aside = join(folder, 'incoming', randomUUID())
      await makeFolder(dirname(aside))
      await makeFolder(dirname(path))
      try {
        const stored = await writeWhole(aside, content)
        await rename(aside, path)
        await syncFolder(dirname(path))
        return stored
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
    async receive(content) {
      const aside = join(folder, 'incoming', randomUUID())
      await makeFolder(dirname(aside))
      const letGo = () => rm(aside, { force: true })
      try {
        await writeWhole(aside, content)
        return { content: await openAsBlob(aside), letGo }
      } catch (error) {
        await letGo()
        throw error
      }
    },
    async get(key) {
      const file = await open(pathOf(key), 'r').catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(key) : error
      })
      return file.createReadStream()
    },
    async blob(key) {
      const path = pathOf(key)
      await stat(path).catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(key) : error
      })
      return openAsBlob(path)
    },
    async has(key) {
      const found = await stat(pathOf(key)).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      })
      return found?.isFile() ?? false
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
    async clearAway(before) {
      const incoming = join(folder, 'incoming')
      const names = await readdir(incoming).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      for (const name of names) {
        const written = await stat(join(incoming, name)).catch(() => null)
        if (written && written.mtime < before) await rm(join(incoming, name), { force: true })
      }
    },
  }
}

async function writeWhole(path: string, content: Readable | Uint8Array): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    const pieces: AsyncIterable<Uint8Array | string> | Uint8Array[] = content instanceof Readable ? content : [content]
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(bytes)
      size += bytes.byteLength
      await writeAll(file, bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest('hex') }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength;) {
    written += (await file.write(bytes, written)).bytesWritten
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
}

/** A rename is safe from a power failure only when the folder is on the disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
