// In this order: Edge also says Chrome, Chrome also says Safari.
const browsers = {
  Edge: /Edg\//,
  Opera: /OPR\//,
  Firefox: /Firefox\/|FxiOS\//,
  Chrome: /Chrom(e|ium)\/|CriOS\//,
  Safari: /Safari\//,
}
const systems = {
  Android: /Android/,
  iOS: /iPhone|iPad/,
  Windows: /Windows/,
  macOS: /Mac OS X/,
  ChromeOS: /CrOS/,
  Linux: /Linux/,
}

/** What a browser says of itself, in the two names that people know it by. */
export const namesOf = (userAgent: string): { browser: string | null; system: string | null } => ({
  browser: firstIn(browsers, userAgent),
  system: firstIn(systems, userAgent),
})

const firstIn = (names: Record<string, RegExp>, text: string): string | null =>
  Object.keys(names).find((name) => names[name]?.test(text)) ?? null
