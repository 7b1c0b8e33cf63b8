import type { IconKind } from '../contract.ts'

/** Pixels of their sides. Android takes what stands in the middle four fifths of a mask for sure, iOS rounds the corners itself. */
const pictures: Record<IconKind, { side: number; corner: number; scale: number; bare?: true }> = {
  small: { side: 192, corner: 40, scale: 1 },
  large: { side: 512, corner: 40, scale: 1 },
  mask: { side: 512, corner: 0, scale: 0.78 },
  touch: { side: 180, corner: 0, scale: 0.9 },
  badge: { side: 96, corner: 0, scale: 1.25, bare: true },
}

/** Its side in the pictures before they are scaled. */
const whole = 192

const drawn = new Map<string, Promise<Buffer>>()

/** A loggia of three arches, white or black on the portal's colour; drawn once for each colour. */
export function drawIcon(kind: IconKind, colour: string): Promise<Buffer> {
  const key = `${kind} ${colour}`
  // An administrator who tries colours must not fill the memory.
  if (drawn.size > 60) drawn.clear()
  const icon = drawn.get(key) ?? draw(kind, colour)
  drawn.set(key, icon)
  return icon
}

/** How large the side of one is. */
export const sideOf = (kind: IconKind): number => pictures[kind].side

async function draw(kind: IconKind, colour: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const { side, corner, scale, bare } = pictures[kind]
  const middle = whole / 2
  const moved = `translate(${middle} ${middle}) scale(${scale}) translate(-${middle} -${middle})`
  const ground = bare ? '' : `<rect width="${whole}" height="${whole}" rx="${corner}" fill="${colour}"/>`
  const arches = [48, 84, 120].map((x) => `M${x} 132V84a12 12 0 0 1 24 0v48z`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${whole} ${whole}">${ground}
    <g transform="${moved}" fill="${bare || isDark(colour) ? '#ffffff' : '#1a1b1e'}"><path d="${arches}"/><path d="M40 52h112v8H40zM40 138h112v8H40z"/></g></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** Whether white stands out on it better than black: its relative luminance (WCAG 2). */
function isDark(colour: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.3
}
