import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { count, eq, isNull } from 'drizzle-orm'
import { found, invalid, notFound, refused } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { FileMissing, type Files } from '#platform/files/files.ts'
import { emojis } from '../../server/tables.ts'
import { mostEmojis, type Emoji } from '../contract.ts'
import { emojiOf } from './queries.ts'

/** Pixels of its side: three for each that a screen shows. */
const side = 72
const mostBytes = 1_000_000
/** A picture that says it is larger is not opened: unpacked it would fill the memory. */
const mostPixels = 16_000_000

const keyOf = (picture: string): string => `emojis/${picture}`

/** Adds a reaction of the portal's own; for administrators. */
export async function addEmoji(
  tx: Tx,
  files: Files,
  { name, text, picture }: { name: string; text?: string | undefined; picture?: File | undefined },
): Promise<Emoji> {
  if (!text === !picture) throw invalid('text', 'Give an emoji or a picture.')
  if (text && !/^\p{RGI_Emoji}$/v.test(text)) throw invalid('text', 'Give one emoji and nothing else.')
  const [there] = await tx.select({ count: count() }).from(emojis).where(isNull(emojis.removedAt))
  if ((there?.count ?? 0) >= mostEmojis)
    throw refused('TOO_MANY_EMOJIS', `A portal has at most ${mostEmojis} reactions of its own. Remove one first.`)
  const kept = picture ? await keep(files, picture) : null
  const [row] = await tx
    .insert(emojis)
    .values({ name, text: kept ? null : text, picture: kept })
    .returning()
  return emojiOf(found(row))
}

/** Offers one no more; where it was given it stays. */
export async function removeEmoji(tx: Tx, id: string): Promise<void> {
  const [row] = await tx
    .update(emojis)
    .set({ removedAt: new Date() })
    .where(eq(emojis.id, id))
    .returning({ id: emojis.id })
  found(row)
}

/** The picture of one, with the headers to serve it by. It never changes. */
export async function openEmoji(tx: Tx, files: Files, id: string) {
  const [row] = await tx.select({ picture: emojis.picture }).from(emojis).where(eq(emojis.id, id))
  const picture = found(row?.picture)
  const content = await files.get(keyOf(picture)).catch((error: unknown) => {
    throw error instanceof FileMissing ? notFound() : error
  })
  return {
    headers: {
      'cache-control': 'private, max-age=86400',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: new File([await buffer(content)], picture, { type: 'image/png' }),
  }
}

/** Drawn anew, small and square: nothing of the file is kept but what it shows. */
async function keep(files: Files, picture: File): Promise<string> {
  if (picture.size > mostBytes) throw invalid('picture', 'A picture for a reaction may have at most 1 MB.')
  const drawn = await draw(Buffer.from(await picture.arrayBuffer()))
  if (!drawn) throw invalid('picture', 'Give a PNG, JPEG or WebP picture.')
  const name = `${randomUUID()}.png`
  await files.put(keyOf(name), drawn, { type: 'image/png' })
  return name
}

async function draw(bytes: Buffer): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels })
    const { format } = await picture.metadata()
    if (!['png', 'jpeg', 'webp'].includes(format)) return null
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    return await picture.rotate().resize(side, side, { fit: 'contain', background: clear }).png().toBuffer()
  } catch {
    return null
  }
}
