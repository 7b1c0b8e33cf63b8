import { beginsAsPicture, drawPicture } from '../../server/drawing.ts'

/** Pixels of the longer side of a preview. */
const side = 800
/** Bytes of a picture of which one is drawn: it is read into the memory for that. */
const largest = 25_000_000

/** What is shown of a picture; null where the file is none. */
export async function drawPreview(content: Blob) {
  if (content.size > largest || !beginsAsPicture(new Uint8Array(await content.slice(0, 16).arrayBuffer()))) return null
  return drawPicture(Buffer.from(await content.arrayBuffer()), side)
}
