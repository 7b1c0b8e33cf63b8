import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseLetterFile } from './letter-file.ts'

/** One kept letter or text message in the list of the administrator. */
export interface OutboxLetter {
  /** Name of the file without its ending. */
  id: string
  /** A letter, or a text message to a phone: of that the words stand as the subject, and there is no page. */
  kind: 'letter' | 'message'
  at: Date
  /** The address or the number alone. */
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
export const keepInOutbox = (folder: string, raw: Buffer): Promise<void> => keep(folder, raw, '.eml')

/** Keeps a text message beside the letters: the number in the first line, the words below an empty one. */
export const keepMessage = (folder: string, { to, text }: { to: string; text: string }): Promise<void> =>
  keep(folder, Buffer.from(`To: ${to}\n\n${text}\n`), '.txt')

async function keep(folder: string, raw: Buffer, ending: '.eml' | '.txt'): Promise<void> {
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
  await rename(aside, join(folder, id + ending))
}

/** Lists kept letters, newest first; `next` goes into `after` for the following ones. */
export async function listOutbox(
  folder: string,
  {
    limit = 25,
    after,
    kinds = ['letter', 'message'],
  }: { limit?: number; after?: string; kinds?: OutboxLetter['kind'][] } = {},
): Promise<{ items: OutboxLetter[]; next: string | null }> {
  const names = await readdir(folder).catch(() => [])
  const endings: Set<string> = new Set(kinds.map((kind) => (kind === 'letter' ? '.eml' : '.txt')))
  const ids = names.flatMap((name) => (endings.has(name.slice(-4)) ? [name.slice(0, -4)] : []))
  const ordered = ids
    .filter((id) => idPattern.test(id) && (after === undefined || id < after))
    .toSorted()
    .toReversed()
  const page = ordered.slice(0, limit)
  const letters = await Promise.all(page.map((id) => readOutbox(folder, id)))
  const items = letters.flatMap((letter) => {
    if (!letter) return []
    const { id, kind, at, to, subject } = letter
    return [{ id, kind, at, to, subject }]
  })
  return { items, next: ordered.length > limit ? (page.at(-1) ?? null) : null }
}

/** Opens one kept letter; undefined where there is none of that id. */
export async function readOutbox(folder: string, id: string): Promise<OpenedLetter | undefined> {
  if (!idPattern.test(id)) return undefined
  const raw = await readFile(join(folder, `${id}.eml`), 'latin1').catch(() => undefined)
  if (raw === undefined) return readMessage(folder, id)
  const { headers, text, html } = parseLetterFile(raw)
  const to = /<([^<>]*)>$/.exec(headers.get('to') ?? '')?.[1] ?? headers.get('to') ?? ''
  return { id, kind: 'letter', at: timeOf(id), to, subject: headers.get('subject') ?? '', text, html }
}

async function readMessage(folder: string, id: string): Promise<OpenedLetter | undefined> {
  const raw = await readFile(join(folder, `${id}.txt`), 'utf8').catch(() => undefined)
  const [, to, text] = /^To: (\S+)\n\n([^]*)$/.exec(raw ?? '') ?? []
  if (to === undefined || text === undefined) return undefined
  return { id, kind: 'message', at: timeOf(id), to, subject: text.trim(), text: text.trim(), html: '' }
}

function timeOf(id: string): Date {
  const [, y, mo, d, h, mi, s, ms] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id) ?? []
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`)
}
