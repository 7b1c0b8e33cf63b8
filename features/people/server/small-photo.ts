import type { Picture } from '#platform/mail/pictures.ts'
import type { Files } from '#platform/files/files.ts'
import { photoNow } from './photos.ts'

/** Pixels of its side: three for each that a letter shows. */
const side = 132
/** A picture that says it is larger is not opened: unpacked it would fill the memory. */
const mostPixels = 40_000_000

/**
 * The photo of somebody, small and square, in a form that every mail program shows: many show no WebP. Null where there is none, or none
 * that can be read: a letter goes in any case.
 */
export async function smallPhoto(files: Files, version: string | null): Promise<Picture | null> {
  const content = await photoNow(files, version)
  if (!content) return null
  // Loaded when a letter shows somebody: it is large, and most of what a portal does needs none of it.
  const { default: sharp } = await import('sharp')
  const drawn = sharp(content, { limitInputPixels: mostPixels })
    .rotate()
    .resize(side, side, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
  return drawn.toBuffer().then(
    (small): Picture => ({ name: 'face', type: 'image/jpeg', content: small }),
    () => null,
  )
}
