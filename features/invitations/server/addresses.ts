import { ORPCError } from '@orpc/server'
import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { phoneNumbers } from '#access/phones.ts'
import { people, reaches } from '#access/tables.ts'
import { membersAmong } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { parseAddress, type Address } from '#platform/mail/addresses.ts'
import { isNumber, parseNumber } from '#platform/sms/numbers.ts'

/** Why an address cannot be invited: the code that screens translate, and the sentence for programs. */
const reasons = {
  NOT_AN_ADDRESS: (email: string) => `“${email}” is not an e-mail address.`,
  NOT_A_NUMBER: (email: string) => `“${email}” is not a mobile number. Write it with its country, as +48 601 234 567.`,
  PHONES_SWITCHED_OFF: (email: string) =>
    `The rules of this portal let nobody be invited by phone, so ${email} cannot be. An administrator can change that in Settings → Invitations.`,
  ALREADY_MEMBER: (email: string) => `${email} is already in this group.`,
  WORKS_HERE: (email: string) => `${email} belongs to somebody who works here. Add them to the group as a member.`,
  INVITED_BY_LETTER: (email: string) =>
    `${email} belongs to somebody who has an account here. Invite them by letter: they decide themselves whether to come.`,
  ALREADY_HERE: (email: string) => `${email} belongs to somebody who is here already.`,
  DAY_TOO_FAR: (email: string) => `The last day of ${email} is further ahead than this portal lets people in.`,
  DAY_PASSED: (email: string) => `The last day of ${email} has passed. Choose one that lies ahead.`,
  DOMAIN_NOT_ALLOWED: (email: string) =>
    `The rules of this portal do not let ${email} be invited, because of its domain. An administrator can change that in Settings → Invitations.`,
}

/** An address that cannot be invited, by where it stood among those that were typed. */
export interface Fault {
  at: number
  email: string
  reason: keyof typeof reasons
}

/** Where an invitation goes: an e-mail address, or a mobile number, which has no domain. */
export type Destination = Pick<Address, 'text' | 'normalised'> & { domain: string | null }

/** An address or a number, and where it stood among those that were typed. */
export interface TypedAddress {
  at: number
  address: Destination
}

/** The address of somebody who was invited already. */
export function addressOf({ address: text }: { address: string }): TypedAddress {
  const address = parseAddress(text) ?? numberAmong(text, {})
  if (!address) throw new Error('An invitation holds an address that does not read.')
  return { at: 0, address }
}

/** Reads every typed address, each once; refuses all when one cannot be read, naming which. Numbers count where it is said how to read them. */
export function readAddresses(emails: string[], numbersBy?: NumbersBy): TypedAddress[] {
  const faults: Fault[] = []
  const read = new Map<string, TypedAddress>()
  for (const [at, email] of emails.entries()) {
    const address = parseAddress(email.trim()) ?? (numbersBy && numberAmong(email, numbersBy))
    if (!address)
      faults.push({
        at,
        email: email.trim(),
        reason: numbersBy && mayBeNumber(email) ? 'NOT_A_NUMBER' : 'NOT_AN_ADDRESS',
      })
    else if (!read.has(address.normalised)) read.set(address.normalised, { at, address })
  }
  refuseFaults(faults)
  return [...read.values()]
}

/** By what a number without its country is read. */
export type NumbersBy = Parameters<typeof parseNumber>[1]

function numberAmong(written: string, by: NumbersBy): Destination | undefined {
  const number = parseNumber(written, by)
  return number && { ...number, domain: null }
}

const mayBeNumber = (written: string): boolean => /^[^@\p{L}]*\d[^@\p{L}]*$/u.test(written)

/**
 * Refuses addresses of people who need no invitation. Asks as the inviter: whom they may not see is invited like anybody
 * else, so that the answer says nothing about who is known here.
 */
export async function refuseKnown(tx: Tx, typed: TypedAddress[], groupId: string | null): Promise<void> {
  const byNumber = await knownByNumber(tx, typed)
  const byAddress = await tx
    .select({ id: people.id, kind: people.kind, email: reaches.email })
    .from(reaches)
    .innerJoin(people, eq(people.id, reaches.personId))
    .where(
      and(
        inArray(
          reaches.email,
          typed.map(({ address }) => address.normalised),
        ),
        isNull(people.dismissedAt),
      ),
    )
  const known = [...byAddress, ...byNumber]
  const members = groupId
    ? await membersAmong(
        tx,
        groupId,
        known.map(({ id }) => id),
      )
    : []
  const faults = typed.flatMap(({ at, address }): Fault[] => {
    const person = known.find(({ email }) => email === address.normalised)
    const fault = (reason: Fault['reason']): Fault[] => [{ at, email: address.text, reason }]
    if (!person) return []
    if (!groupId) return fault('ALREADY_HERE')
    if (members.includes(person.id)) return fault('ALREADY_MEMBER')
    return person.kind === 'employee' ? fault('WORKS_HERE') : []
  })
  refuseFaults(faults)
}

/** Who has proven one of these numbers, as far as whoever asks may see. What stands in profiles does not count. */
export async function knownByNumber(tx: Tx, typed: TypedAddress[], further?: SQL) {
  const numbers = typed.map(({ address }) => address.normalised).filter(isNumber)
  if (numbers.length === 0) return []
  return tx
    .select({ id: people.id, kind: people.kind, email: phoneNumbers.number })
    .from(phoneNumbers)
    .innerJoin(people, eq(people.id, phoneNumbers.personId))
    .where(and(inArray(phoneNumbers.number, numbers), isNull(people.dismissedAt), further))
}

/** Refuses everything because of some addresses, and names each. */
export function refuseFaults(faults: Fault[]): void {
  if (faults.length === 0) return
  const message = faults.map(({ email, reason }) => reasons[reason](email)).join(' ')
  const issues = faults.map(({ at, reason }) => ({ path: ['emails', String(at)], message: reason }))
  throw new ORPCError('INVALID', { status: 400, message, data: { issues } })
}

/** The same refusal where the addresses stand in other fields: one in `email`, or each in a row of `people`. */
export const faultsIn =
  (field: 'email' | 'people') =>
  (error: unknown): never => {
    const data: unknown = error instanceof ORPCError && error.code === 'INVALID' ? error.data : null
    if (!(error instanceof ORPCError) || !isFaults(data)) throw error
    const renamed = (path: string[]) => (field === 'email' ? [field] : [field, ...path.slice(1)])
    const issues = data.issues.map((issue) => ({
      ...issue,
      path: issue.path[0] === 'emails' ? renamed(issue.path) : issue.path,
    }))
    throw new ORPCError('INVALID', { status: 400, message: error.message, data: { issues } })
  }

const isFaults = (data: unknown): data is { issues: { path: string[]; message: string }[] } =>
  typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues)
