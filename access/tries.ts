import { ORPCError } from '@orpc/server'
import { inArray, sql } from 'drizzle-orm'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Database } from '#platform/database/database.ts'
import { networkOf } from '#platform/http/network.ts'
import { tries } from './sign-in-tables.ts'

/** What is tried, whose it is, how often it may be wrong and in how many minutes. Told apart by account and by browser, never by whether there is one. */
export interface Tried {
  what: string
  most: number
  minutes: number
}

/** A password, guessed by somebody who is signed in: 20 in a quarter of an hour. */
export const passwordOf = (personId: string): Tried => ({ what: `password ${personId}`, most: 20, minutes: 15 })
/** A code of six digits or from a letter: 10 in an hour for each account. */
export const codeOf = (personId: string): Tried => ({ what: `code ${personId}`, most: 10, minutes: 60 })

/** The same in one browser: 5 in a quarter of an hour. */
export const codeIn = (sessionId: string): Tried => ({ what: `browser ${sessionId}`, most: 5, minutes: 15 })
/** The password to an address, guessed by anybody, whether somebody has it or not: 50 in a quarter of an hour. */
export const signInOf = (address: string): Tried => ({ what: `sign-in ${address}`, most: 50, minutes: 15 })

/** Letters that somebody has sent to addresses of their choice: 5 in a quarter of an hour. */
export const letterOf = (personId: string): Tried => ({ what: `letter ${personId}`, most: 5, minutes: 15 })

/** Codes to a phone, to whomever it belongs: 3 in a quarter of an hour and 10 in a day; 100 a day from one network address. */
export const codesTo = (number: string, address: string): Tried[] => [
  { what: `codes to ${number}`, most: 3, minutes: 15 },
  { what: `codes of a day to ${number}`, most: 10, minutes: 1440 },
  { what: `codes asked from ${networkOf(address)}`, most: 100, minutes: 1440 },
]
/** Codes that somebody signed in has sent to numbers of their choice: 20 in a day. */
export const codesBy = (personId: string): Tried => ({ what: `codes asked by ${personId}`, most: 20, minutes: 1440 })
/** The code that came to a phone, guessed by anybody, whether somebody has the number or not: 15 in a quarter of an hour. */
export const codeFor = (number: string): Tried => ({ what: `phone ${number}`, most: 15, minutes: 15 })

/** Letters that somebody who is not signed in has sent through links into groups: 20 in an hour from one network address. */
export const lettersFrom = (address: string): Tried => ({
  what: `letters asked from ${networkOf(address)}`,
  most: 20,
  minutes: 60,
})

/** Text messages that an administrator has sent to try the gateway: 10 in an hour. */
export const messageBy = (personId: string): Tried => ({ what: `message ${personId}`, most: 10, minutes: 60 })

/**
 * Lets a secret be tried as often as it may be wrong; `attempt` answers null when it was. Counted before it is tried, so that many tries at
 * once are not one; forgotten when one was right.
 */
export async function limited<T>(
  database: Database,
  tried: Tried[],
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const spent = await asKeeper(database, async (tx) => {
    const counts = []
    for (const { what, most, minutes } of tried.toSorted((a, b) => (a.what < b.what ? -1 : 1))) {
      const over = sql`${tries.since} < now() - interval '1 minute' * ${minutes}`
      const [row] = await tx
        .insert(tries)
        .values({ what, wrong: 1 })
        .onConflictDoUpdate({
          target: tries.what,
          set: {
            wrong: sql`case when ${over} then 1 else ${tries.wrong} + 1 end`,
            since: sql`case when ${over} then now() else ${tries.since} end`,
          },
        })
        .returning({ wrong: tries.wrong })
      counts.push((row?.wrong ?? 0) > most)
    }
    return counts.includes(true)
  })
  if (spent) throw tooMany()
  const answer = await attempt()
  if (answer !== null) await forgetTries(database, tried)
  return answer
}

/** Begins to count anew. */
async function forgetTries(database: Database, tried: Tried[]): Promise<void> {
  const what = tried.map((one) => one.what)
  await asKeeper(database, (tx) => tx.delete(tries).where(inArray(tries.what, what)))
}

const tooMany = () =>
  new ORPCError('TOO_MANY_TRIES', { status: 429, message: 'That was wrong too often. Wait a while, then try again.' })
