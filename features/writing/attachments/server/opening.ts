import { and, eq, isNotNull } from 'drizzle-orm'
import { found, notFound } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { FileMissing, type Files } from '#platform/files/files.ts'
import { rangeOf } from './ranges.ts'
import { uploads } from './tables.ts'
import { contentKey, previewKey } from './uploads.ts'

/** Nothing that was attached is ever a page of the portal: it runs nothing, loads nothing, and is nothing but what it is called. */
const closed = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

/** A file, for whoever reads what it stands at, with the headers to serve it by: to be saved, never to be shown. What a browser said that it was does not count. */
export async function openAttachment(tx: Tx, files: Files, id: string, asked: Headers) {
  const [row] = await tx.select().from(uploads).where(eq(uploads.id, id))
  const { name, size, sha256 } = found(row)
  const etag = `"${sha256}"`
  const headers = {
    ...closed,
    'accept-ranges': 'bytes',
    // A browser asks each time whether it may still have it.
    'cache-control': 'private, no-cache',
    'content-disposition': savedAs(name),
    etag,
  }
  if (asked.get('if-none-match') === etag) return { status: 304 as const, headers }
  const content = await contentOf(files, contentKey(id))
  const range = rangeOf(asked, { size, etag })
  const part = range ? content.slice(range.from, range.to + 1) : content
  const body = new File([part], name, { type: 'application/octet-stream' })
  if (!range) return { headers, body }
  return {
    status: 206 as const,
    headers: { ...headers, 'content-range': `bytes ${range.from}-${range.to}/${size}` },
    body,
  }
}

/** What is shown of a picture: drawn anew by the portal, so that nothing of the file itself is shown. */
export async function openPreview(tx: Tx, files: Files, id: string) {
  const [row] = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(eq(uploads.id, id), isNotNull(uploads.width)))
  const content = await contentOf(files, previewKey(found(row).id))
  return {
    headers: { ...closed, 'cache-control': 'private, max-age=3600' },
    body: new File([content], `${id}.webp`, { type: 'image/webp' }),
  }
}

const contentOf = (files: Files, key: string): Promise<Blob> =>
  files.blob(key).catch((error: unknown) => {
    throw error instanceof FileMissing ? notFound() : error
  })

/** RFC 6266: the name in full (RFC 8187), and in letters that every program reads. */
function savedAs(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
