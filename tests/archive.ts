import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js'

/** The files of a zip by their names, as text. */
export async function unzip(content: Blob): Promise<Map<string, string>> {
  const zip = new ZipReader(new BlobReader(content), { useWebWorkers: false })
  const files = new Map<string, string>()
  for (const entry of await zip.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()))
  await zip.close()
  return files
}
