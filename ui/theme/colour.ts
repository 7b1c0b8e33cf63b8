/** A colour as its red, green and blue parts, 0 to 255. */
type Rgb = readonly [number, number, number]

/** Reads `#rgb` or `#rrggbb`; anything else is not a colour and gives null. */
export function readHex(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const full = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : text
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(full)
  if (!parts) return null
  const [r = 0, g = 0, b = 0] = parts.slice(1).map((part) => parseInt(part, 16))
  return [r, g, b]
}

function parts(hex: string): Rgb {
  const rgb = readHex(hex)
  if (!rgb) throw new Error(`Not a colour: ${hex}`)
  return rgb
}

function toLinear(part: number): number {
  const c = part / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

function fromLinear(value: number): number {
  const c = Math.min(1, Math.max(0, value))
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055))
}

/** Relative luminance by WCAG 2, 0 to 1. */
export function luminance(hex: string): number {
  const [r, g, b] = parts(hex)
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)
}

/** Contrast ratio by WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const a = luminance(one) + 0.05
  const b = luminance(other) + 0.05
  return Math.max(a, b) / Math.min(a, b)
}

/** Mixes `share` (0 to 1) of one colour into another, in OKLab so that hues stay what they are. */
export function mix(colour: string, into: string, share: number): string {
  const a = toLab(parts(colour))
  const b = toLab(parts(into))
  return fromLab([0, 1, 2].map((i) => (a[i] ?? 0) * share + (b[i] ?? 0) * (1 - share)))
}

function toLab([red, green, blue]: Rgb): number[] {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([L = 0, a = 0, b = 0]: number[]): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${rgb.map((value) => fromLinear(value).toString(16).padStart(2, '0')).join('')}`
}

/** Moves a colour towards `end` by as little as it takes to reach `ratio` against every one of the backgrounds. */
export function pushed(colour: string, end: string, backgrounds: readonly string[], ratio: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(end, colour, share)
    if (backgrounds.every((background) => contrast(tried, background) >= ratio)) return tried
  }
  return end
}
