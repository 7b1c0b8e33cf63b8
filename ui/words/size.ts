import type { Language } from './catalogue.ts'

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** How large a file is, in bytes, as people say it; the smallest have a kilobyte. */
export function sizeOf(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1))
  const unit = units[step] ?? 'gigabyte'
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: step > 0 ? 1 : 0 } as const
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, format).format(
    Math.max(1, bytes / 1000) / 1000 ** step,
  )
}
