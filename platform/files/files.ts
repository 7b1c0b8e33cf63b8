import type { Readable } from 'node:stream'

/** What is known of a file once it is safely kept. */
export interface StoredFile {
  /** Bytes. */
  size: number
  /** Hexadecimal. */
  sha256: string
}

/** What has arrived and is not kept yet. */
export interface Received {
  /** Read from the disk, whenever it is read. */
  content: Blob
  letGo(): Promise<void>
}

/** Where the contents of files are kept; a local folder today, an S3 bucket behind the same words. */
export interface Files {
  /** Keeps the whole content or nothing; what stood under the key before is replaced at once. */
  put(key: string, content: Readable | Uint8Array, about: { type: string }): Promise<StoredFile>
  /** Puts what is arriving aside, piece by piece, to be read from there until it is let go of; what breaks off is removed. */
  receive(content: Readable): Promise<Received>
  /** Opens the content; throws FileMissing. */
  get(key: string): Promise<Readable>
  /** The content as something that is read from the disk only while it is sent; throws FileMissing. */
  blob(key: string): Promise<Blob>
  has(key: string): Promise<boolean>
  /** Removes the content; that there is none is fine. */
  remove(key: string): Promise<void>
  /** Removes what was begun and left half-written by a process that was killed: what nobody has added to since that moment. */
  clearAway(before: Date): Promise<void>
}

/** There is no content under that key. */
export class FileMissing extends Error {
  override name = 'FileMissing'
}

/**
 * Throws RangeError unless the key is lower-case words, digits, dots and dashes in folders: `photos/0198c2b4.webp`.
 * Names that people give to files never become keys.
 */
export function checkKey(key: string): void {
  if (key.length > 200 || !/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(key) || key.includes('..')) {
    throw new RangeError('A file key may hold only lower-case letters, digits, dots, dashes and slashes.')
  }
}
