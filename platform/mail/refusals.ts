/** By these a mail server says that there is no such address, where it gives no reason. */
const noSuchAddress = new Set([550, 551, 553])
/** The reason, where it gives one (RFC 3463). */
const reason = /^5\d\d[ -](5\.\d+\.\d+)\b/

/**
 * Whether a letter was not taken because its reader's address does not exist, or is shut: then no other letter will be taken either. What a server
 * refuses for another reason (no relaying, too many letters, a name on a list) may be mended on our side.
 */
export function isNoAddress(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { command, responseCode = 0, response = '' } = error as Error & Partial<Said>
  if (command !== 'RCPT TO') return false
  const why = reason.exec(response)?.[1]
  return why ? /^5\.(1\.|2\.1$)/.test(why) : noSuchAddress.has(responseCode)
}

/** What nodemailer keeps of the answer. */
interface Said {
  command: string
  responseCode: number
  response: string
}
