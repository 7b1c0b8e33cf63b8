import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'

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
