import { sql, type SQL } from 'drizzle-orm'
import { iAmEmployee } from '#access/rules.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { groups } from './tables.ts'

/** Whether those who work here speak as the portal to the person asking: outside, where a group has one voice (GRP-7). Beside `groups`. */
export const hearsOneVoice: SQL<boolean> = sql<boolean>`(${groups.isolation} = 'voice' and not ${iAmEmployee})`

/** The same of the group that has this space. */
export async function hearsOneVoiceIn(tx: Tx, spaceId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from ${groups} where ${groups.spaceId} = ${spaceId} and ${hearsOneVoice}`,
  )
  return rows.length > 0
}

/** Somebody as they are named there: in one voice nobody who works here is, not even to whoever knows them from another group. */
export const inVoice = (oneVoice: boolean, person: Person | null | undefined): Person | null =>
  person && !(oneVoice && person.kind === 'employee') ? person : null
