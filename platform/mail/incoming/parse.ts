import { Readable } from 'node:stream'
import { htmlToText } from 'html-to-text'
import { MailParser, type AttachmentStream, type MessageText } from 'mailparser'
import type { Received } from '../../files/files.ts'

/** A letter, opened. Nothing in it is to be believed. */
export interface OpenedLetter {
  /** Every address that its header names as the writer, as written. */
  from: string[]
  messageId: string | null
  /** What its first headers say, by name in lower case; folded lines joined. */
  headers: Map<string, string[]>
  /** All that was written, with what was quoted and signed. */
  text: string
  attachments: AttachedFile[]
}

/** A file that came with a letter. */
export interface AttachedFile {
  name: string
  /** Bytes. */
  size: number
  /** Put aside, to be let go of; null where it is too large, or one too many. */
  received: Received | null
}

/** Where the files of a letter go, and how much of them. */
interface Receiving {
  receive: (content: Readable) => Promise<Received>
  /** Bytes of one. */
  largest: number
  most: number
}

/** What came is no letter that can be read within bounds. */
export class UnreadableLetter extends Error {
  override name = 'UnreadableLetter'
}

/** More parts than these no mail program makes. */
const mostParts = 200
const largestHead = 256 * 1024
/** What somebody answered stands at the beginning; of what follows no more is looked at than this, in characters. */
const longestText = 400_000

/** Opens a letter. Its files are put aside and not opened, whatever they are; throws UnreadableLetter. */
export async function openLetter(raw: Readable, receiving: Receiving): Promise<OpenedLetter> {
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    checksumAlgo: false,
    // A letter within a letter is a file like any other: what stands in it was not said by whoever sent it on.
    ignoreEmbedded: true,
    maxChildNodes: mostParts,
    maxHeadSize: largestHead,
  })
  const attachments: OpenedLetter['attachments'] = []
  let text = ''
  try {
    raw.on('error', (error) => parser.destroy(error))
    for await (const part of raw.pipe(parser) as AsyncIterable<AttachmentStream | MessageText>) {
      if (part.type === 'text') text = textOf(part)
      else attachments.push(...(await takeFile(part, attachments.length, receiving)))
    }
  } catch (error) {
    raw.destroy()
    await letGoOf(attachments)
    throw new UnreadableLetter('The letter cannot be read.', { cause: error })
  }
  const headers = new Map<string, string[]>()
  for (const { key, line } of parser.headerLines || [])
    headers.set(key, [...(headers.get(key) ?? []), unfolded(line.slice(line.indexOf(':') + 1))])
  const from = (parser.from?.value ?? [])
    .flatMap((one) => [one, ...(one.group ?? [])])
    .flatMap((one) => one.address ?? [])
  // A second header of writers is a way to show one and be another.
  const writers = (headers.get('from')?.length ?? 0) > 1 ? [] : from
  return { from: writers, messageId: headers.get('message-id')?.[0] ?? null, headers, text, attachments }
}

/** What was put aside of a letter is not wanted any more. */
export async function letGoOf(files: AttachedFile[]): Promise<void> {
  for (const { received } of files) await received?.letGo()
}

/** What mail programs put beside a letter to vouch for it. */
const signatures = /^application\/(pgp-signature|(x-)?pkcs7-signature)$/i

/** Pictures that belong to the page of a letter, such as the logo in a signature, are no files that somebody sent. */
async function takeFile(
  part: AttachmentStream,
  before: number,
  { receive, largest, most }: Receiving,
): Promise<AttachedFile[]> {
  const isPartOfPage = part.related === true || (part.contentDisposition === 'inline' && part.cid !== undefined)
  const isWanted = !isPartOfPage && !signatures.test(part.contentType)
  const room = isWanted && before < most ? largest : 0
  let size = 0
  // All of it is read, or what follows in the letter would not be; what is too much goes nowhere.
  async function* fitting() {
    for await (const piece of part.content as AsyncIterable<Buffer>) {
      size += piece.byteLength
      if (size <= room) yield piece
    }
  }
  const received = await receive(Readable.from(fitting()))
  part.release?.()
  const fits = size > 0 && size <= room
  if (!fits) await received.letGo()
  return isWanted ? [{ name: nameOf(part), size, received: fits ? received : null }] : []
}

const nameOf = ({ filename, contentType }: AttachmentStream): string =>
  filename ?? (contentType === 'message/rfc822' ? 'letter.eml' : `file.${contentType.split('/').at(-1) ?? ''}`)

const textOf = ({ text, html }: MessageText): string =>
  text?.trim() ? text.slice(0, longestText) : html ? plain(html.slice(0, longestText)) : ''

/** Words alone: no picture, style or script; addresses of links behind their words; quotes with a `>` before each line. */
const plain = (html: string): string =>
  htmlToText(html, {
    wordwrap: false,
    limits: { ellipsis: '', maxDepth: 60, maxInputLength: longestText, maxChildNodes: 20_000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })

const unfolded = (line: string): string => line.replace(/[\r\n]+[ \t]*/g, ' ').trim()
