import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { barePhoto } from './bare-photo.ts'

const secret = 'GPS 53.3498 N 6.2603 W, serial 0042'

/** A whole EXIF block with a position, an orientation and words in it. */
const exifOf = (turned: number): Buffer => {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(turned, 18)
  // The directory of the position.
  tiff.writeUInt16LE(0x8825, 22)
  return Buffer.concat([tiff, Buffer.from(secret)])
}

const segment = (marker: number, said: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(said.length + 2, 2)
  return Buffer.concat([head, said])
}
const tables = segment(0xdb, Buffer.alloc(65, 1))
const frame = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0xff, 0x00, 0x2a, 0xff, 0xd0, 0x17]),
])
const jfif = segment(0xe0, Buffer.from('4a46494600010101004800480000', 'hex'))
const colours = segment(0xe2, Buffer.from('ICC_PROFILE\0\u0001\u0001colours', 'latin1'))
const [soi, eoi] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
const jpeg = (turned: number): Buffer =>
  Buffer.concat([
    soi,
    segment(0xe0, Buffer.concat([jfif.subarray(4, 16), Buffer.from([1, 1]), Buffer.from(secret)])),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(turned)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
    segment(0xed, Buffer.from(secret)),
    colours,
    segment(0xfe, Buffer.from(secret)),
    tables,
    frame,
    scan,
    segment(0xe1, Buffer.from(secret)),
    scan,
    eoi,
    Buffer.from(secret),
  ])

const chunk = (type: string, said: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(said.length)
  head.write(type, 4, 'latin1')
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type, 'latin1'), said])))
  return Buffer.concat([head, said, sum])
}
const png = (...beside: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...beside,
    chunk('IDAT', deflateSync(Buffer.from([0, 42]))),
    chunk('IEND', Buffer.alloc(0)),
  ])

const riff = (type: string, said: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(said.length, 4)
  return Buffer.concat([head, said, Buffer.alloc(said.length % 2)])
}
const webp = (...chunks: Buffer[]): Buffer => riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
const still = riff('VP8L', Buffer.from('2f00000000072020', 'hex'))
const flags = (value: number): Buffer => riff('VP8X', Buffer.from([value, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
const animated = (beside: Buffer): Buffer => riff('ANMF', Buffer.concat([Buffer.alloc(16), still, beside]))

describe('PPL-4: a photo tells nothing but what it shows', () => {
  it('a JPEG: where and when, XMP, thumbnails, comments and what hangs behind are gone; colours, scans and the way up stay', () => {
    const straight = Buffer.concat([soi, jfif, colours, tables, frame, scan, scan, eoi])
    expect(barePhoto(jpeg(1), 'jpg')).toEqual(straight)
    const turned = barePhoto(jpeg(6), 'jpg')
    expect(turned?.includes(secret)).toBe(false)
    expect(turned?.length).toBe(straight.length + 36)
    expect(barePhoto(turned ?? Buffer.alloc(0), 'jpg')).toEqual(turned)
    expect(barePhoto(jpeg(99), 'jpg')).toEqual(straight)
  })

  it('a PNG: texts, EXIF, times and chunks that nobody knows are gone', () => {
    const clear = chunk('tRNS', Buffer.from([0, 1]))
    const beside = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'].map((type) => chunk(type, Buffer.from(secret)))
    const whole = Buffer.concat([png(...beside, clear), Buffer.from(secret)])
    expect(barePhoto(whole, 'png')).toEqual(png(clear))
  })

  it('a WebP: EXIF, XMP and chunks that nobody knows are gone, in frames too, and nothing says that they are there', () => {
    const beside = ['EXIF', 'XMP ', 'prvt'].map((type) => riff(type, Buffer.from(secret)))
    expect(barePhoto(webp(flags(0x3c), still, ...beside), 'webp')).toEqual(webp(flags(0x30), still))
    expect(barePhoto(webp(flags(0x02), animated(riff('prvt', Buffer.from(secret)))), 'webp')).toEqual(
      webp(flags(0x02), animated(Buffer.alloc(0))),
    )
    expect(barePhoto(Buffer.concat([webp(still), Buffer.from(secret)]), 'webp')).toEqual(webp(still))
  })

  it('what only begins like a picture, or breaks off anywhere, is none', () => {
    const whole = { jpg: jpeg(6), png: png(chunk('tEXt', Buffer.from(secret))), webp: webp(flags(0x0c), still) }
    for (const [kind, bytes] of Object.entries(whole) as ['jpg' | 'png' | 'webp', Buffer][]) {
      const hanging = kind === 'jpg' ? secret.length : 0
      for (let length = 12; length < bytes.length - hanging; length++)
        expect(barePhoto(bytes.subarray(0, length), kind), `${kind} of ${length} bytes`).toBeNull()
    }
    expect(barePhoto(Buffer.concat([soi, Buffer.from('<script>'), eoi]), 'jpg')).toBeNull()
    expect(barePhoto(webp(riff('EXIF', Buffer.from(secret))), 'webp')).toBeNull()
  })
})
