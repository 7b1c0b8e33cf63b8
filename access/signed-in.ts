import type { Database } from '#platform/database/database.ts'
import { transaction, type Tx } from '#platform/database/transaction.ts'

/** Who is asking, as the server knows them for one request. */
export interface Me {
  id: string
  kind: 'employee' | 'external'
  language: 'en' | 'ru' | 'pl'
  administrator: boolean
  /** The browser session, or null when a personal access token speaks. */
  sessionId: string | null
  /** When they last showed in this browser that it is them; left out where a token speaks. */
  provedAt?: Date | undefined
  /** Whether a second factor was shown in this browser. */
  showedSecondFactor?: boolean
  /** The portal asks them for a second factor and they have shown none: until then nothing but their own account answers them. */
  lacksSecondFactor?: boolean
}

/** Runs `work` in one transaction in which the rules let through what this person may see and do, and nothing else. */
export function asPerson<T>(database: Database, personId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(database.app, personId, work)
}
