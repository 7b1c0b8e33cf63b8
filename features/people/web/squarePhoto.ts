/** Pixels of a photo's side: enough for a profile on a dense screen. */
const side = 512

/**
 * The middle square of a picture, made small in the browser. What else the file told (where it was taken) is left behind.
 * Throws when the browser cannot read it as a picture.
 */
export async function squarePhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file)
  const shorter = Math.min(picture.width, picture.height)
  const size = Math.min(side, shorter)
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const left = (picture.width - shorter) / 2
  const top = (picture.height - shorter) / 2
  canvas.getContext('2d')?.drawImage(picture, left, top, shorter, shorter, 0, 0, size, size)
  picture.close()
  // A browser that cannot write WebP gives PNG, which is fine as well.
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9))
  if (!blob) throw new TypeError('The browser could not draw this picture.')
  return new File([blob], 'photo', { type: blob.type })
}
