/** What one of our own letters says: headers by lower-case name, and both forms of its body. The pictures that came with it stand in the page itself. */
export interface LetterFile {
  headers: Map<string, string>
  text: string
  html: string
}

/**
 * Reads a letter that this program wrote (one text and one HTML part in UTF-8, and the pictures shown in it), given as Latin-1 text of its bytes.
 * Mail from outside needs a real parser.
 */
export function parseLetterFile(raw: string): LetterFile {
  const top = part(raw)
  const parts = leaves(top)
  const find = (type: string) => parts.find(({ headers }) => headers.get('content-type')?.startsWith(type))
  return {
    headers: top.headers,
    text: decoded(find('text/plain')),
    html: withPictures(decoded(find('text/html')), parts),
  }
}

/** The parts that hold something: those beside each other, and those within. */
function leaves(whole: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(whole.headers.get('content-type') ?? '')?.[1]
  if (!boundary) return [whole]
  const pieces = whole.body.split(`--${boundary}`).slice(1, -1)
  return pieces.flatMap((piece) => leaves(part(piece.replace(/^\r?\n/, ''))))
}

function withPictures(html: string, parts: Part[]): string {
  const pictures = new Map(
    parts.flatMap(({ headers, body }) => {
      const type = /^image\/(?:jpeg|png)/.exec(headers.get('content-type') ?? '')?.[0]
      const id = /^<(.+)>$/.exec(headers.get('content-id') ?? '')?.[1]
      return type && id ? [[id, `data:${type};base64,${body.replace(/\s+/g, '')}`] as const] : []
    }),
  )
  return html.replace(/src="cid:([^"]+)"/g, (whole, id: string) => {
    const picture = pictures.get(id)
    return picture ? `src="${picture}"` : whole
  })
}

interface Part {
  headers: Map<string, string>
  body: string
}

function part(raw: string): Part {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), encodedWords(line.slice(colon + 1).trim())] as const
  })
  return { headers: new Map(headers), body: rest.join('\r\n\r\n') }
}

function decoded(found: Part | undefined): string {
  if (!found) return ''
  const encoding = found.headers.get('content-transfer-encoding')?.toLowerCase()
  const unfolded = found.body.replace(/=[ \t]*\r?\n/g, '')
  const bytes = encoding === 'quoted-printable' ? quotedPrintable(unfolded) : found.body
  const text = Buffer.from(bytes, encoding === 'base64' ? 'base64' : 'latin1').toString('utf8')
  return text.replaceAll('\r\n', '\n').trimEnd()
}

/** RFC 2047; between two encoded words white space means nothing. */
function encodedWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, '?==?')
  const bytes = joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(word, 'base64').toString('latin1')
      : quotedPrintable(word.replaceAll('_', ' ')),
  )
  return bytes === joined ? text : Buffer.from(bytes, 'latin1').toString('utf8')
}

function quotedPrintable(text: string): string {
  return text.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
