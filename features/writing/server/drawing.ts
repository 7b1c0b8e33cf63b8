/** How a picture begins: PNG, JPEG, GIF, WebP. What a browser or a name says it is does not count, and what is drawn by a program (SVG) is none. */
const beginnings = [/^89504e470d0a1a0a/, /^ffd8ff/, /^474946383[79]61/, /^52494646.{8}57454250/]

/** Pixels of its longer side. */
const widest = 2000
/** A picture that says it is larger is not opened: unpacked it would fill the memory. */
const mostPixels = 40_000_000

/** Whether bytes are the beginning of a picture that can be drawn. */
export function beginsAsPicture(bytes: Uint8Array): boolean {
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return beginnings.some((beginning) => beginning.test(begins))
}

/** A picture drawn anew: as large as a page shows it, in one form, and without all that its file told beside it. Null where it cannot be read. */
export async function drawPicture(
  bytes: Buffer,
  side = widest,
): Promise<{ content: Buffer; width: number; height: number } | null> {
  if (!beginsAsPicture(bytes)) return null
  // Loaded when somebody adds one: it is large, and most of what a portal does needs none of it.
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { limitInputPixels: mostPixels })
    .rotate()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .then(
      ({ data: content, info: { width, height } }) => ({ content, width, height }),
      () => null,
    )
}
