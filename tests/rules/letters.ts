import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { noticesLetter } from '#features/notices/letters/server/jobs.ts'
import { notices } from '#features/notices/server/tables.ts'
import type { TestPortal } from '../portal.ts'

/** The letters that were written to an address so far, each as one text: every header, both bodies, decoded. */
export async function lettersTo(folder: string, address: string): Promise<string[]> {
  const outbox = join(folder, 'outbox')
  const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted()
  const letters = await Promise.all(
    names.map(async (name) => {
      const raw = await readFile(join(outbox, name))
      const { headerLines, subject, text, html, to } = await simpleParser(raw)
      const readers = to === undefined ? [] : [to].flat().flatMap(({ value }) => value.map((one) => one.address))
      // As it was sent last: there a link may be broken over two lines.
      const whole = [...headerLines.map(({ line }) => line), subject, text, html, raw.toString('latin1')].join('\n')
      return readers.includes(address) ? [whole] : []
    }),
  )
  return letters.flat()
}

/** The text messages that were written to a number so far, the oldest first. */
export async function messagesTo(folder: string, number: string): Promise<string[]> {
  const outbox = join(folder, 'outbox')
  const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.txt')).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')))
  return texts.flatMap((text) =>
    text.startsWith(`To: ${number}\n`) ? [text.slice(text.indexOf('\n\n') + 2).trim()] : [],
  )
}

/** One letter as a mail program shows it, and all of it as it was sent. */
export interface SentLetter {
  subject: string
  text: string
  html: string
  /** A header by its name, empty where there is none. */
  header: (name: string) => string
  raw: string
}

/** The letters that were written to an address so far, the oldest first. */
export async function openedTo(folder: string, address: string): Promise<SentLetter[]> {
  const outbox = join(folder, 'outbox')
  const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted()
  const letters = await Promise.all(
    names.map(async (name) => {
      const raw = await readFile(join(outbox, name))
      const { subject = '', text = '', html, to, headerLines } = await simpleParser(raw)
      const readers = to === undefined ? [] : [to].flat().flatMap(({ value }) => value.map((one) => one.address))
      const header = (wanted: string): string => {
        const line = headerLines.find(({ key }) => key === wanted.toLowerCase())?.line ?? ''
        return line
          .slice(line.indexOf(':') + 1)
          .replace(/\r?\n\s+/g, ' ')
          .trim()
      }
      const letter = { subject, text, html: html || '', header, raw: raw.toString('latin1') }
      return readers.includes(address) ? [letter] : []
    }),
  )
  return letters.flat()
}

/** Lets a letter about a thing that was sent, or settled, come to its turn once more: as one that was queued earlier does. */
export async function sendLate(portal: TestPortal, personId: string, aboutId: string): Promise<void> {
  const letterAt = new Date()
  const theirs = and(eq(notices.personId, personId), eq(notices.aboutId, aboutId), eq(notices.letter, 'once'))
  const rows = await portal.keep((tx) =>
    tx.update(notices).set({ letterDoneAt: null, letterAt }).where(theirs).returning({ id: notices.id }),
  )
  if (rows.length === 0) throw new Error('They were never told of it.')
  await noticesLetter.run({ personId, aboutId, until: letterAt.toISOString() }, portal.platform)
}
