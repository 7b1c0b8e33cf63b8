/**
 * A picture without what it tells beside itself: where it was taken and when, with which camera, by whom, thumbnails of what was cut away.
 * Only what the pixels and their colours need is copied, so what nobody has thought of yet is left behind too. Of a photo held
 * upright by a note in it the note stays, by itself. Null for what is not built like the picture it begins as.
 * ITU T.81 (JPEG), ISO 15948 (PNG), RFC 9649 (WebP).
 */
export function barePhoto(bytes: Buffer, kind: 'png' | 'jpg' | 'webp'): Buffer | null {
  try {
    return kind === 'jpg' ? bareJpeg(bytes) : kind === 'png' ? barePng(bytes) : bareWebp(bytes)
  } catch (error) {
    // Read beyond the end: the picture says that it goes on, and does not.
    if (error instanceof RangeError) return null
    throw error
  }
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7

function bareJpeg(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let at = 2
  let upright = 1
  let hasScan = false
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return null
    while (bytes.readUInt8(at + 1) === 0xff) at++
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xd9) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) upright = orientationIn(segment.subarray(4)) ?? upright
    parts.push(...keptOfJpeg(marker, segment))
    at = end
    if (marker !== 0xda) continue
    hasScan = true
    // What is drawn follows until the next marker; in it 0xff stands for itself only before 0x00.
    while (!(bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) !== 0 && !isRestart(bytes.readUInt8(at + 1)))) at++
    parts.push(bytes.subarray(end, at))
  }
  return hasScan ? Buffer.concat([bytes.subarray(0, 2), ...noteOf(upright), ...parts, Buffer.from([0xff, 0xd9])]) : null
}

/** Frames, tables and scans; of applications' segments those that colours need. */
function keptOfJpeg(marker: number, segment: Buffer): Buffer[] {
  const says = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name
  // The header of JFIF, without the thumbnail that may follow it.
  if (marker === 0xe0)
    return says('JFIF\0') && segment.length >= 18
      ? [Buffer.concat([Buffer.from([0xff, 0xe0, 0, 16]), segment.subarray(4, 16), Buffer.from([0, 0])])]
      : []
  if (marker === 0xe2) return says('ICC_PROFILE\0') ? [segment] : []
  if (marker === 0xee) return says('Adobe') ? [segment] : []
  const drawn = (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdd)
  return drawn ? [segment] : []
}

const exif = 'Exif\0\0'
const orientation = 0x0112

/** How the picture is to be turned, 1 to 8, if the segment is EXIF and says so. */
function orientationIn(said: Buffer): number | null {
  if (said.toString('latin1', 0, exif.length) !== exif) return null
  const tiff = said.subarray(exif.length)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Math.min(short(directory), 200)
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12
    const turned = short(entry + 8)
    if (short(entry) === orientation) return turned >= 1 && turned <= 8 ? turned : null
  }
  return null
}

/** The one note that stays: an EXIF segment with nothing in it but how to turn the picture. */
function noteOf(turned: number): Buffer[] {
  if (turned === 1) return []
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(turned, 18)
  const said = Buffer.concat([Buffer.from(exif, 'latin1'), tiff])
  return [Buffer.from([0xff, 0xe1, 0, said.length + 2]), said]
}

const ofPng = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD acTL fcTL fdAT'.split(' '))

function barePng(bytes: Buffer): Buffer | null {
  const parts = [bytes.subarray(0, 8)]
  const types = new Set<string>()
  for (let at = 8; !types.has('IEND');) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (types.size === 0 && type !== 'IHDR')) return null
    types.add(type)
    if (ofPng.has(type)) parts.push(bytes.subarray(at, end))
    at = end
  }
  return types.has('IDAT') ? Buffer.concat(parts) : null
}

const ofWebp = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const ofFrame = new Set(['VP8 ', 'VP8L', 'ALPH'])
const drawnWebp = new Set(['VP8 ', 'VP8L', 'ANMF'])

function bareWebp(bytes: Buffer): Buffer | null {
  const end = 8 + bytes.readUInt32LE(4)
  const chunks = end <= bytes.length ? keptChunks(bytes.subarray(12, end), ofWebp) : null
  if (!chunks?.some(({ type }) => drawnWebp.has(type))) return null
  const head = Buffer.from(bytes.subarray(0, 12))
  const body = Buffer.concat(chunks.map(({ chunk }) => chunk))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/** The chunks of a RIFF list that may stay; null when it is not one. */
function keptChunks(bytes: Buffer, keeps: Set<string>): { type: string; chunk: Buffer }[] | null {
  const kept: { type: string; chunk: Buffer }[] = []
  for (let at = 0; at < bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    // Each begins at an even place.
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) return null
    const chunk = keeps.has(type) ? cleanChunk(type, bytes.subarray(at, end)) : null
    if (chunk) kept.push({ type, chunk })
    at = end
  }
  return kept
}

function cleanChunk(type: string, chunk: Buffer): Buffer | null {
  if (type === 'VP8X') {
    const flags = Buffer.from(chunk)
    // Says no more that EXIF and XMP follow.
    flags.writeUInt8(flags.readUInt8(8) & ~0x0c, 8)
    return flags
  }
  if (type !== 'ANMF') return chunk
  const frames = keptChunks(chunk.subarray(24, 8 + chunk.readUInt32LE(4)), ofFrame)
  if (!frames) return null
  const frame = Buffer.concat([chunk.subarray(0, 24), ...frames.map((one) => one.chunk)])
  frame.writeUInt32LE(frame.length - 8, 4)
  return frame
}
