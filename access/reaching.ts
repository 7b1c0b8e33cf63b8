import { eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress, type Address } from '#platform/mail/addresses.ts'
import type { Message } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { phoneNumbers } from './phones.ts'
import { signIns } from './sign-in-tables.ts'
import { people } from './tables.ts'

/** Somebody to whom something is written, and where it reaches them: the address that they sign in with, else the number. */
export interface Reader {
  id: string
  name: string
  kind: 'employee' | 'external'
  language: 'en' | 'ru' | 'pl'
  dismissedAt: Date | null
  by: { address: Address } | { number: string }
}

/** What is written to somebody: a letter, and in one sentence what of it must reach people who have a phone only. */
export interface Written extends Pick<Message, 'subject' | 'letter'> {
  message: string
}

/** Who somebody is to letters and messages; null for whoever was added and has not shown yet that the address or number is theirs. For the keeper. */
export async function readerOf(tx: Tx, personId: string): Promise<Reader | null> {
  const { id, name, kind, language, dismissedAt } = people
  const [row] = await tx
    .select({ id, name, kind, language, dismissedAt, email: signIns.email, number: phoneNumbers.number })
    .from(people)
    .innerJoin(signIns, eq(signIns.id, people.id))
    .leftJoin(phoneNumbers, eq(phoneNumbers.personId, people.id))
    .where(eq(people.id, personId))
  if (!row) return null
  const { email, number, ...reader } = row
  // What stands in for an address that somebody has not got does not read as one.
  const address = parseAddress(email)
  if (address) return { ...reader, by: { address } }
  return number === null ? null : { ...reader, by: { number } }
}

/** Writes to somebody about their own access: a letter where they have an address, else a text message. Each job has asked before what they may know. */
export async function write(
  { mail, sms }: Pick<Platform, 'mail' | 'sms'>,
  reader: Reader,
  written: Written,
): Promise<void> {
  const { message, ...letter } = written
  if ('address' in reader.by) await mail.send({ to: reader.by.address, name: reader.name, ...letter })
  else await sms.send({ to: reader.by.number, text: message })
}
