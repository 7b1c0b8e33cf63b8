/** Whether something is, or begins, a phone number as people write it: blanks stand inside it. The server reads more strictly. */
export const looksLikeNumber = (text: string): boolean => /^\s*\+?[\d \u00a0().\-/]*\d[\d \u00a0().\-/]*$/.test(text)

/** Takes addresses and numbers out of what was typed or pasted: lists of any kind, and `Kim Lee <kim@acme.example>` as mail programs copy it. */
export function takeAddresses(text: string): string[] {
  const parts = text.includes('<')
    ? (text.match(/[^\s,;<>"']+@[^\s,;<>"']+/g) ?? [text])
    : text.split(/[\n\r\t,;]+/).flatMap((part) => (looksLikeNumber(part) ? [part] : part.split(/\s+/)))
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** The addresses with further ones, each once: case makes no difference. */
export function withAddresses(present: readonly string[], further: readonly string[]): string[] {
  const seen = new Set(present.map((email) => email.toLowerCase()))
  const fresh = further.filter((email) => {
    const key = email.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
  return [...present, ...fresh]
}

/** What cannot be an address or a number, marked while one types; the server reads more strictly. */
export const looksWrong = (email: string): boolean =>
  !(looksLikeNumber(email) && email.replace(/\D/g, '').length >= 7) &&
  !/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(email)

/** Why something that was typed can be neither an address nor a number; null when it can. */
export const wrongIn = (typed: string): 'NOT_A_NUMBER' | 'NOT_AN_ADDRESS' | null => {
  if (!looksWrong(typed)) return null
  return looksLikeNumber(typed) ? 'NOT_A_NUMBER' : 'NOT_AN_ADDRESS'
}
