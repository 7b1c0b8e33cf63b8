import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseLetterFile } from './letter-file.ts'

/** One kept letter in the list of the administrator. */
export interface OutboxLetter {
  /** Name of the file without its ending. */
  id: string
  at: Date
  /** The address alone. */
  to: string
  subject: string
}

/** One kept letter, opened. */
export interface OpenedLetter extends OutboxLetter {
  text: string
  /** Ours, with every word of a person escaped; still to be shown only inside a sandboxed frame. */
  html: string
}

const idPattern = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/

/** Keeps a finished letter as a file that any mail program opens; whole or not at all. */
export async function keepInOutbox(folder: string, raw: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const time = new Date().toISOString().replace(/[-:.]/g, '')
  const id = `${time}-${randomBytes(4).toString('hex')}`
  const aside = join(folder, `.${id}.part`)
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(raw)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, join(folder, `${id}.eml`))
}

/** Lists kept letters, newest first; `next` goes into `after` for the following ones. */
export async function listOutbox(
  folder: string,
  { limit = 25, after }: { limit?: number; after?: string } = {},
): Promise<{ items: OutboxLetter[]; next: string | null }> {
  const names = await readdir(folder).catch(() => [])
  const ids = names.flatMap((name) => (name.endsWith('.eml') ? [name.slice(0, -4)] : []))
  const ordered = ids
    .filter((id) => idPattern.test(id) && (after === undefined || id < after))
    .toSorted()
    .toReversed()
  const page = ordered.slice(0, limit)
  const letters = await Promise.all(page.map((id) => readOutbox(folder, id)))
  const items = letters.flatMap((letter) => {
    if (!letter) return []
    const { id, at, to, subject } = letter
    return [{ id, at, to, subject }]
  })
  return { items, next: ordered.length > limit ? (page.at(-1) ?? null) : null }
}

/** Opens one kept letter; undefined where there is none of that id. */
export async function readOutbox(folder: string, id: string): Promise<OpenedLetter | undefined> {
  if (!idPattern.test(id)) return undefined
  const raw = await readFile(join(folder, `${id}.eml`), 'latin1').catch(() => undefined)
  if (raw === undefined) return undefined
  const { headers, text, html } = parseLetterFile(raw)
  const to = /<([^<>]*)>$/.exec(headers.get('to') ?? '')?.[1] ?? headers.get('to') ?? ''
  return { id, at: timeOf(id), to, subject: headers.get('subject') ?? '', text, html }
}

function timeOf(id: string): Date {
  const [, y, mo, d, h, mi, s, ms] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id) ?? []
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`)
}
