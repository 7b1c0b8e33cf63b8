import type { Readable } from 'node:stream'

/** A letter on its way in, as whoever takes it gets it. */
export interface Arriving {
  /** What stands in the reply address that it came to. */
  secret: string
  /** Whom the envelope names as its sender; empty for a bounce, null where nobody wrote it down. */
  from: string | null
  /** The whole letter as it was sent. Reading it throws where it is too large or breaks off. */
  raw: Readable
}

/** Whoever takes letters that came in. The two ways in know nothing else of the portal. */
export interface Taking {
  /** Whether a letter with this secret may come now, may come later, or leads nowhere. */
  expects(secret: string): Promise<'now' | 'later' | 'never'>
  /** Resolves when the letter is put down so that a process that is killed loses nothing; the same letter again is the same. */
  take(letter: Arriving): Promise<void>
}

/** The largest letter that is taken, in bytes. */
export const largestLetter = 25 * 1024 * 1024

/** A letter is larger than that. */
export class LetterTooLarge extends Error {
  override name = 'LetterTooLarge'
}

/** A way in that is open. */
export interface Incoming {
  /** Where it listens; null where it fetches. */
  port: number | null
  stop(): Promise<void>
}
