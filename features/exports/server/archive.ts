import { PassThrough } from 'node:stream'
import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import type { Files } from '#platform/files/files.ts'

/** Puts one file into an archive that is being written; the next only when this one is on its way to the disk. */
export type Add = (name: string, content: string | Uint8Array) => Promise<void>

/** Writes a zip under a key while `fill` says what is in it: never more than one of its files is in memory. All of it is kept, or nothing. */
export async function writeArchive(files: Files, key: string, fill: (add: Add) => Promise<void>): Promise<number> {
  const out = new PassThrough()
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) =>
      new Promise((resolve, reject) => out.write(chunk, (error) => (error ? reject(error) : resolve()))),
  })
  const zip = new ZipWriter(sink, { useWebWorkers: false })
  const filled = async (): Promise<void> => {
    try {
      await fill(async (name, content) => {
        await zip.add(name, new Uint8ArrayReader(typeof content === 'string' ? Buffer.from(content) : content))
      })
      await zip.close()
      out.end()
    } catch (error) {
      out.destroy(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }
  const [, kept] = await Promise.allSettled([filled(), files.put(key, out, { type: 'application/zip' })]).then(
    ([one, other]) => {
      // What broke the filling says more than that the file was broken off.
      if (one.status === 'rejected') throw one.reason
      if (other.status === 'rejected') throw other.reason
      return [one, other.value] as const
    },
  )
  return kept.size
}
