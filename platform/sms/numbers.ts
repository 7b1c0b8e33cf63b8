import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

/** A mobile number that has passed our parser; nothing else is compared or written to. */
export interface PhoneNumber {
  /** E.164, as `+48601234567`: two spellings of one number are one. */
  normalised: string
  /** As people read it, with its country. */
  text: string
}

/** The country of a number that names none: of the portal's setting, else of the language of whoever types it. */
const countryOf: Record<string, CountryCode> = { ru: 'RU', pl: 'PL' }

// Landlines take no text messages, and numbers that cost their caller money are how strangers earn on a portal that writes to them.
const mobile = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE'])

const longest = 40

/** Reads exactly one mobile number, or answers undefined. Without a country code it needs a country or a language to be read by. */
export function parseNumber(written: string, by: { country?: string | undefined; language?: string | undefined } = {}) {
  const typed = written.trim()
  if (typed.length > longest || !/^\+?[\d\s().\-/\u2010-\u2013\u00a0]+$/.test(typed)) return undefined
  const country = (by.country as CountryCode | undefined) ?? countryOf[by.language ?? '']
  const number = parsePhoneNumberFromString(typed, { extract: false, ...(country ? { defaultCountry: country } : {}) })
  if (!number?.isValid() || !mobile.has(number.getType() ?? '')) return undefined
  return { normalised: number.number, text: number.formatInternational() } satisfies PhoneNumber
}

/** Whether what was kept is a number in its comparable form and not an e-mail address. */
export const isNumber = (kept: string): boolean => /^\+\d{6,15}$/.test(kept)
